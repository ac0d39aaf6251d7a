package org.vigil.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows for measurements are as many and as valid as the result says. */
class BenchmarkExtractsTest {
    @Test
    void rowsAreAsManyAndAsValidAsTheResultSays(@TempDir Path folder) throws IOException {
        BenchmarkResult result = BenchmarkExtracts.write(50_000, 3, folder);
        Set<String> ids = new HashSet<>();
        long revisions = 0;
        long unknownAreas = 0;
        long invalidDates = 0;
        long rows = 0;
        for (BenchmarkResult.Extract extract : result.extracts()) {
            assertEquals(DayOfWeek.MONDAY, extract.date().getDayOfWeek());
            assertEquals(Files.size(extract.file()), extract.bytes());
            List<String> lines = Files.readAllLines(extract.file());
            assertEquals(CanonicalColumn.header(), lines.get(0));
            assertEquals(extract.rows(), lines.size() - 1);
            Set<String> idsOfExtract = new HashSet<>();
            for (String line : lines.subList(1, lines.size())) {
                rows++;
                String[] cells = line.split(",", -1);
                assertEquals(13, cells.length, line);
                assertTrue(cells[0].matches("LDN-20(1[6-9]|2[0-5])-[0-9]{7}"), line);
                assertTrue(idsOfExtract.add(cells[0]), line);
                if (cells[4].equals(BenchmarkRow.UNKNOWN_AREA)) {
                    unknownAreas++;
                } else if (cells[2].equals(BenchmarkRow.INVALID_DATE)) {
                    invalidDates++;
                } else {
                    LocalDate recorded = LocalDate.parse(cells[3]);
                    assertTrue(!LocalDate.parse(cells[2]).isAfter(recorded) && recorded.isBefore(extract.date()), line);
                    assertEquals(cells[0].substring(4, 8), cells[3].substring(0, 4), line);
                    revisions += ids.add(cells[0]) ? 0 : 1;
                }
            }
        }
        assertEquals(50_000, rows);
        assertEquals(50_000, result.rows());
        assertEquals(12, result.extracts().size());
        assertEquals(result.incidents(), ids.size());
        assertEquals(5_000, revisions);
        assertEquals(revisions, result.revisions());
        assertEquals(unknownAreas, result.unknownAreaRows());
        assertEquals(invalidDates, result.invalidDateRows());
        assertEquals(5, unknownAreas + invalidDates);
    }

    @Test
    void rowsAreAboutAsLongAsThoseOfARealExtract(@TempDir Path folder) throws IOException {
        BenchmarkResult result = BenchmarkExtracts.write(20_000, 1, folder);
        assertEquals(140, result.bytes() / (double) result.rows(), 15);
    }

    @Test
    void numbersOfRowsThatCannotBeMadeAreRefused(@TempDir Path folder) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> BenchmarkExtracts.write(999, 1, folder));
        assertEquals(
                "Cannot make benchmark extracts of 999 rows; expected 1000 to 80000000. Ask for a number between these.",
                refusal.getMessage());
    }
}
