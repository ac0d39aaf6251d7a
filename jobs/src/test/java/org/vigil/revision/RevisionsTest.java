package org.vigil.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.ReleaseException;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.RevisionsTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.release.VintagesTable;
import tech.tablesaw.api.Row;

/** What counts as a move, what is marked, and what becomes of a release before that is old or damaged. */
final class RevisionsTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private final Path releases;

    RevisionsTest(@TempDir Path folder) {
        releases = folder.resolve("releases");
    }

    /** A vintage of the Monday some weeks on, with everything covered up to the day before. */
    private static MadeUpVintage week(int weeks) {
        LocalDate asOf = MONDAY.plusWeeks(weeks);
        return new MadeUpVintage(asOf, LocalDate.of(2024, 1, 1), asOf.minusDays(1));
    }

    private static MadeUpVintage cell(MadeUpVintage vintage, int weekStart, @Nullable Long count, String status) {
        return vintage.cell("ALL", "jewish", "iso_week", MONDAY.plusWeeks(weekStart), count, status);
    }

    @Test
    void marksWhatMovedAndKeepsTheOtherShorthand() {
        cell(cell(cell(cell(week(4), 0, 5L, ""), 1, 6L, "[p]"), 2, 7L, "[p]"), 3, null, "[p] [x]")
                .publish(releases);
        ReleaseReader second = ReleaseReader.open(cell(
                        cell(cell(cell(cell(week(5), 0, 5L, ""), 1, 8L, "[b] [p]"), 2, 6L, ""), 3, 4L, "[p]"),
                        4,
                        9L,
                        "[p]")
                .publish(releases)
                .folder());

        assertEquals(
                """
                2025-01-06 5 -
                2025-01-13 8 [b] [p] [r]
                2025-01-20 6 [r]
                2025-01-27 4 [p]
                2025-02-03 9 [p]
                """,
                lines(
                        second,
                        CountsTable.TABLE,
                        CountsTable.PERIOD_START_DATE,
                        CountsTable.INCIDENT_COUNT,
                        CountsTable.INCIDENT_COUNT_STATUS));
        assertEquals("""
                2025-01-13 2025-02-10 2025-02-03 6 8 2 3
                2025-01-20 2025-02-10 2025-02-03 7 6 -1 2
                2025-01-27 2025-02-10 2025-02-03 - 4 - 1
                """, moves(second));
    }

    @Test
    void marksARateThatMovedAndNotTheCountThatStayed() {
        week(20).cell("one", "jewish", "quarter", LocalDate.of(2025, 1, 1), 12L, "", 4.1)
                .publish(releases);
        ReleaseReader second =
                ReleaseReader.open(week(21).cell("one", "jewish", "quarter", LocalDate.of(2025, 1, 1), 12L, "", 4.2)
                        .publish(releases)
                        .folder());

        assertEquals(
                "12 - 4.2 [e] [r]\n",
                lines(
                        second,
                        CountsTable.TABLE,
                        CountsTable.INCIDENT_COUNT,
                        CountsTable.INCIDENT_COUNT_STATUS,
                        CountsTable.RATE_PER_100K,
                        CountsTable.RATE_STATUS));
    }

    @Test
    void takesAPeriodThatIsStillFillingForNoMove() {
        LocalDate month = LocalDate.of(2025, 1, 1);
        week(2).cell("one", "jewish", "month", month, 5L, "[p]").publish(releases);
        ReleaseReader second = ReleaseReader.open(week(3).cell("one", "jewish", "month", month, 9L, "[p]")
                .publish(releases)
                .folder());

        assertEquals("", moves(second));
        assertEquals(
                "9 [p]\n",
                lines(second, CountsTable.TABLE, CountsTable.INCIDENT_COUNT, CountsTable.INCIDENT_COUNT_STATUS));
    }

    @Test
    void takesANewSeriesAndOneGivenUpForNoMove() {
        week(2).cell("one", "jewish", "iso_week", MONDAY, 5L, "").publish(releases);
        ReleaseReader second = ReleaseReader.open(week(3).cell("one", "muslim", "iso_week", MONDAY, 5L, "")
                .publish(releases)
                .folder());

        assertEquals("", moves(second));
    }

    @Test
    void listsACellThatVanishes() {
        cell(cell(week(2), 0, 5L, ""), 1, 6L, "[p]").publish(releases);
        ReleaseReader second =
                ReleaseReader.open(cell(week(3), 1, 6L, "[p]").publish(releases).folder());

        assertEquals("2025-01-06 2025-01-27 2025-01-20 5 - - 2\n", moves(second));
    }

    @Test
    void startsAChainWithoutARelease() {
        ReleaseReader first =
                ReleaseReader.open(cell(week(1), 0, 5L, "").publish(releases).folder());

        assertEquals("", moves(first));
        assertEquals(
                "5 -\n",
                lines(first, CountsTable.TABLE, CountsTable.INCIDENT_COUNT, CountsTable.INCIDENT_COUNT_STATUS));
        assertEquals(
                "made-up 2025-01-13 - 2024-01-01 2025-01-12 - - - -\n",
                lines(first, VintagesTable.TABLE, VintagesTable.TABLE.columns().toArray(Column[]::new)));
        assertEquals(
                "1 2025-01-13 0 - - - - -\n", summary(first).lines().findFirst().orElseThrow() + "\n");
    }

    @Test
    void startsTheChainWithAReleaseThatKnewNothingOfRevisions() {
        cell(week(1), 0, 5L, "").publishWithoutRevisions(releases);
        ReleaseReader second =
                ReleaseReader.open(cell(week(2), 0, 7L, "").publish(releases).folder());

        assertEquals("2025-01-06 2025-01-20 2025-01-13 5 7 2 1\n", moves(second));
        assertEquals(
                """
                2025-01-13 - - - - -
                2025-01-20 2025-01-13 1 1 0 0
                """,
                lines(
                        second,
                        VintagesTable.TABLE,
                        VintagesTable.VINTAGE_DATE,
                        VintagesTable.PREVIOUS_VINTAGE_DATE,
                        VintagesTable.COMPARED_CELL_COUNT,
                        VintagesTable.MOVED_CELL_COUNT,
                        VintagesTable.APPEARED_CELL_COUNT,
                        VintagesTable.VANISHED_CELL_COUNT));
        assertTrue(summary(second).startsWith("1 2025-01-13 0 - - - - -\n"), summary(second));
    }

    @Test
    void doesNotChangeTheTablesGiven() {
        cell(week(1), 0, 5L, "").publish(releases);
        Optional<ReleaseReader> before = Optional.of(ReleaseReader.openLatest(releases.resolve("restricted")));
        MadeUpVintage vintage = cell(week(2), 0, 7L, "");
        List<TableRows> tables = vintage.tables();

        List<TableRows> once = Revisions.apply(tables, vintage.asOf(), before);
        List<TableRows> again = Revisions.apply(tables, vintage.asOf(), before);

        assertEquals(1, once.get(1).size());
        assertEquals(1, again.get(1).size());
        assertEquals(0, tables.get(1).size());
        assertTrue(tables.get(0).column(CountsTable.INCIDENT_COUNT_STATUS).isEmpty(0));
        assertFalse(once.get(0).column(CountsTable.INCIDENT_COUNT_STATUS).isEmpty(0));
    }

    /**
     * Nine weeks, each first published on the Monday after it with one of 10, 20, … 90, and raised a week later; the release of the last Monday shows
     * that the nine went to 11, 24, 36, 48, 60, 72, 84, 96 and, at last, 90.
     */
    @Test
    void summarisesAsByHand() {
        ReleaseReader last = null;
        for (int release = 1; release <= 11; release++) {
            MadeUpVintage vintage = week(release);
            for (int w = 0; w < Math.min(9, release); w++) {
                long first = 10L * (w + 1);
                long then = List.of(11L, 24L, 36L, 48L, 60L, 72L, 84L, 96L, 90L).get(w);
                cell(vintage, w, release - w <= 2 ? first : then, "");
            }
            last = ReleaseReader.open(vintage.publish(releases).folder());
        }

        // A week ends on a Sunday, so that the Monday eight days later is the first release a week after. There, all
        // nine still have their first
        // number. Changes in per cent: 10, 20, 20, 20, 20, 20, 20, 20, 0; ordered 0, 10, 20 …: median 20, 90th
        // percentile 20. Sizes: 1, 4, 6, 8, 10,
        // 12, 14, 16, 0; ordered 0, 1, 4, 6, 8, …: median 8, 90th percentile at 8 × 0.9 = 7.2: 14 + 0.2 × (16 − 14) =
        // 14.4.
        // Followed from 9, 8, … 1 weeks before: median 5. At four weeks all had their last number, and six of them were
        // seen again.
        assertEquals("""
                1 2025-01-13 9 5.0 20.0 20.0 8.0 14.4
                4 2025-01-13 6 - - - - -
                13 2025-01-13 0 - - - - -
                52 2025-01-13 0 - - - - -
                """, summary(java.util.Objects.requireNonNull(last)));
    }

    @Test
    void namesTheFolderOfADamagedReleaseBeforeAndTheRemedy() throws IOException {
        Path before = cell(week(1), 0, 5L, "").publish(releases).folder();
        Path file = before.resolve("tables/counts.parquet");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        ReleaseException e = assertThrows(
                ReleaseException.class, () -> cell(week(2), 0, 5L, "").publish(releases));

        assertEquals(
                "Could not compare with the release before (" + before
                        + "), so that nothing could be marked as revised."
                        + " Could not read table counts: its file has another checksum than the manifest lists (" + file
                        + "); expected the file as it was published. Make the release again or restore the file. Or move"
                        + " that folder out of the folder of releases, and run again: the run is then compared with the"
                        + " release before that one.",
                e.getMessage());
    }

    private static String moves(ReleaseReader release) {
        return lines(
                release,
                RevisionsTable.TABLE,
                CountsTable.PERIOD_START_DATE,
                RevisionsTable.VINTAGE_DATE,
                RevisionsTable.PREVIOUS_VINTAGE_DATE,
                RevisionsTable.PREVIOUS_INCIDENT_COUNT,
                RevisionsTable.INCIDENT_COUNT,
                RevisionsTable.INCIDENT_COUNT_CHANGE,
                RevisionsTable.AGE_WEEKS);
    }

    private static String summary(ReleaseReader release) {
        return lines(
                release,
                RevisionSummaryTable.TABLE,
                RevisionSummaryTable.AGE_WEEKS,
                RevisionSummaryTable.FIRST_VINTAGE_DATE,
                RevisionSummaryTable.OBSERVED_PERIOD_COUNT,
                RevisionSummaryTable.FOLLOWED_WEEKS_MEDIAN,
                RevisionSummaryTable.CHANGE_PERCENT_MEDIAN,
                RevisionSummaryTable.CHANGE_PERCENT_P90,
                RevisionSummaryTable.ABSOLUTE_CHANGE_MEDIAN,
                RevisionSummaryTable.ABSOLUTE_CHANGE_P90);
    }

    /** The cells of each row with a space between; a hyphen is an empty cell. */
    private static String lines(ReleaseReader release, Table table, Column... columns) {
        List<String> lines = new ArrayList<>();
        for (Row row : release.table(table, List.of(columns))) {
            lines.add(List.of(columns).stream()
                            .map(column ->
                                    row.isMissing(column.name()) ? "-" : String.valueOf(row.getObject(column.name())))
                            .collect(Collectors.joining(" "))
                    + "\n");
        }
        return String.join("", lines);
    }
}
