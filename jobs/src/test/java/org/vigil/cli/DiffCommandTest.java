package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.CountsTable;
import org.vigil.release.RevisionsTable;
import org.vigil.revision.MadeUpVintage;

/** What {@code vigil diff} says. */
final class DiffCommandTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final String first;
    private final String second;

    DiffCommandTest(@TempDir Path folder) {
        first = release(folder, 1, 5, 30, "0123456789abcdef");
        second = release(folder, 2, 6, 25, "fedcba9876543210");
    }

    private static String release(Path folder, int weeks, long week, long month, String hash) {
        LocalDate asOf = MONDAY.plusWeeks(weeks);
        return new MadeUpVintage(asOf, LocalDate.of(2024, 1, 1), asOf.minusDays(1))
                .ofExtract(hash.repeat(4))
                .cell("ALL", "jewish", "iso_week", MONDAY, week, "")
                .cell("ALL", "jewish", "month", LocalDate.of(2024, 12, 1), month, "")
                .publish(folder)
                .folder()
                .toString();
    }

    private int run(String... arguments) {
        return Vigil.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void listsWhatDiffersForPeople() {
        assertEquals(0, run("diff", first, second), err.toString());

        assertEquals("""
                From           %s, as of 2025-01-13
                To             %s, as of 2025-01-20
                Configuration  the same
                Program        the same, 0.1.0
                Extracts only in the second release: 1
                  made-up  week.csv  SHA-256 fedcba987654
                Extracts only in the first release: 1
                  made-up  week.csv  SHA-256 0123456789ab

                Cells by period          Moved  Appeared  Vanished  Status only
                iso_week                     1         0         0            0
                month                        1         0         0            0

                  Change     From       To  Largest moves
                      -5       30       25  made-up, ALL, jewish, crime, occurred, month of 2024-12-01
                      +1        5        6  made-up, ALL, jewish, crime, occurred, iso_week of 2025-01-06

                Why they moved is not shown: name the configuration of both releases with --config.
                """.formatted(Path.of(first).getFileName(), Path.of(second).getFileName()), out.toString());
    }

    @Test
    void listsNoMoreThanAskedFor() throws IOException {
        assertEquals(0, run("diff", first, second, "--limit", "1", "--json"), err.toString());

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(1, json.path("largest_moves").size());
        JsonNode move = json.path("largest_moves").get(0);
        assertEquals(-5, move.path(RevisionsTable.INCIDENT_COUNT_CHANGE.name()).asLong());
        assertEquals(
                "2024-12-01", move.path(CountsTable.PERIOD_START_DATE.name()).asText());
        assertEquals(
                1, json.path("cells_by_period").path("iso_week").path("moved").asLong());
        assertTrue(json.path("has_same_configuration").asBoolean());
        assertEquals("2025-01-20", json.path("to").path("as_of_date").asText());
    }

    @Test
    void saysThatNothingDiffers() {
        assertEquals(0, run("diff", first, first), err.toString());

        assertTrue(out.toString().endsWith("\nNo count and no status differs.\n"), out.toString());
    }

    @Test
    void refusesALimitBelowZero() {
        assertEquals(2, run("diff", first, second, "--limit", "-1"));

        assertEquals("--limit is -1; expected 0 or more. Try: --limit 20\n", err.toString());
    }

    @Test
    void saysThatAFolderIsNoRelease(@TempDir Path empty) {
        assertEquals(3, run("diff", first, empty.toString()));

        assertTrue(
                err.toString().startsWith("Could not open the release: no manifest.json (" + empty + ")"),
                err.toString());
    }
}
