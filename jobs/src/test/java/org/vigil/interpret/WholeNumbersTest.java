package org.vigil.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WholeNumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "007, 7", "999999999, 999999999"})
    void readsDigits(String label, int number) {
        assertEquals(number, WholeNumbers.read(label));
    }

    @ParameterizedTest
    @CsvSource({"-1", "+1", "1.0", "'1,000'", "1e3", "1000000000", "' '", "n/a", "\u0661"})
    void refusesEverythingElse(String label) {
        assertEquals(WholeNumbers.INVALID, WholeNumbers.read(label));
    }

    @org.junit.jupiter.api.Test
    void keepsAnEmptyCellApart() {
        assertEquals(WholeNumbers.EMPTY, WholeNumbers.read(""));
    }
}
