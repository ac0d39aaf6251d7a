package org.vigil.report.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Table 1 More than usual?                        | Table 1 More than usual",
                "Table 12 Attack on a synagogue, Heaton Park     | Table 12 Attack on a synagogue",
                "Figure 8 Ceasefire in Gaza takes effect         | Figure 8 Ceasefire in Gaza",
                "Table 9 Murders in the                          | Table 9 Murders in the",
                "Table 9 Murders in Southport, and disorder      | Table 9 Murders in Southport",
                "Table 2 [a]*b?c:d/e\\f'g\"h                     | Table 2 a b c d e f g h",
                "[]*?:/\\'                                       | Sheet",
                "Donaudampfschifffahrtsgesellschaftskapitaen     | Donaudampfschifffahrtsgesellsch",
            })
    void saysInThirtyOneCharactersWhatIsOnASheet(String title, String name) {
        assertEquals(name, new SheetNames().next(title));
    }

    @Test
    void numbersLongTitlesThatAreAlike() {
        SheetNames names = new SheetNames();
        String title = "Table 1 Ratio of recorded to usual number, window after window";

        assertEquals(
                List.of("Table 1 Ratio of recorded", "TABLE 1 RATIO OF RECORDED (2)", "Table 1 Ratio of recorded (3)"),
                List.of(names.next(title), names.next(title.toUpperCase(Locale.ROOT)), names.next(title)));
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertEquals("\uD83D\uDE00".repeat(15), new SheetNames().next("\uD83D\uDE00".repeat(40)));
    }

    @Test
    void keepsToTheRulesForManyNastyTitles() {
        SheetNames names = new SheetNames();
        Set<String> seen = new HashSet<>();
        List<String> parts = List.of("'", "[", "\u0007", "\u202Eabc", "\n", "A very long word of a title ", "/", "");
        for (int i = 0; i < 2_000; i++) {
            String title = parts.get(i % 8) + parts.get(i / 8 % 8) + parts.get(i / 64 % 8);
            String name = names.next(title);

            assertTrue(name.length() <= SheetNames.LONGEST, name);
            assertTrue(name.matches("[^\\[\\]*?:/\\\\'\\p{Cntrl}]+"), name);
            assertEquals(name.strip(), name);
            assertTrue(seen.add(name.toLowerCase(Locale.ROOT)), name);
        }
    }
}
