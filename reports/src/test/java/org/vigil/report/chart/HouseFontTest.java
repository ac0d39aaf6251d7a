package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseFontTest {

    @ParameterizedTest
    @EnumSource
    void writesBothSubsetsFromOneFont(HouseFont font) {
        assertTrue(
                font.canWrite("Anti-Semitic \u2212 \u00D7 \u00B7 \u2019 \u201C \u201D \u00E9 Ko\u015Bciuszko \u011E"));
    }

    @ParameterizedTest
    @EnumSource
    void givesAllDigitsOneWidth(HouseFont font) {
        double zero = font.width("0", 100f);
        for (char digit = '1'; digit <= '9'; digit++) {
            assertEquals(zero, font.width(Character.toString(digit), 100f), 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesALetterOfTheSecondSubsetAsWideAsItsBaseLetter(HouseFont font) {
        assertEquals(font.width("s", 100f), font.width("\u015B", 100f), 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void replacesSignsWithoutAGlyphByWords(HouseFont font) {
        String printable = HouseFont.printable("\u2265 20 \u4E2D");

        assertEquals("at least  20 ?", printable);
        assertTrue(font.canWrite(printable));
    }
}
