package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.RevisionsTable;
import org.vigil.release.VintagesTable;
import tech.tablesaw.api.Row;

/** The weekly samples week after week: each release says what it took back of the one before. */
final class WeeklyRevisionsTest {
    private static final Path SAMPLES =
            Path.of("../data-samples").toAbsolutePath().normalize();
    private static final List<LocalDate> WEEKS =
            List.of(LocalDate.of(2025, 12, 15), LocalDate.of(2025, 12, 22), LocalDate.of(2025, 12, 29));

    @SuppressWarnings("NullAway.Init")
    private static ReleaseReader before;

    @SuppressWarnings("NullAway.Init")
    private static ReleaseReader last;

    @BeforeAll
    static void publishThreeWeeks(@TempDir Path folder) throws IOException {
        for (LocalDate week : WEEKS) {
            before = last;
            last = PublishedRun.of(configuration(folder, week), folder.resolve("releases"))
                    .release();
        }
    }

    /** The configuration of the samples without the extracts of later weeks. */
    private static Path configuration(Path folder, LocalDate week) throws IOException {
        String whole = Files.readString(SAMPLES.resolve("vigil.yaml"));
        int key = whole.indexOf("key: ");
        int next = whole.indexOf("      - path: london-synthetic_" + week.plusWeeks(1));
        String upToWeek = next < 0 ? whole : whole.substring(0, next) + whole.substring(key);
        return Files.writeString(
                folder.resolve("vigil-" + week + ".yaml"), upToWeek.replace("path: ", "path: " + SAMPLES + "/"));
    }

    @Test
    void listsExactlyTheWeeksAndMonthsThatReadDifferently() {
        SortedMap<String, Long> then = wholeWeeksAndMonths(before, LocalDate.of(2025, 12, 21));
        SortedMap<String, Long> now = wholeWeeksAndMonths(last, LocalDate.of(2025, 12, 21));
        SortedMap<String, String> expected = new TreeMap<>();
        then.forEach((cell, count) -> {
            Long newer = now.get(cell);
            if (newer != null && !newer.equals(count)) {
                expected.put(cell, count + " > " + newer);
            }
        });
        SortedMap<String, String> listed = new TreeMap<>();
        for (Row row : last.table(RevisionsTable.TABLE)) {
            boolean isOfLast = row.getDate(RevisionsTable.VINTAGE_DATE.name()).equals(WEEKS.get(2));
            if (isOfLast && !row.isMissing(RevisionsTable.INCIDENT_COUNT_CHANGE.name())) {
                listed.put(
                        cell(row),
                        row.getLong(RevisionsTable.PREVIOUS_INCIDENT_COUNT.name()) + " > "
                                + row.getLong(RevisionsTable.INCIDENT_COUNT.name()));
            }
        }
        assertTrue(expected.size() > 100, expected.size() + " moves");
        assertEquals(expected, listed);
    }

    @Test
    void keepsTheMovesOfTheReleaseBefore() {
        List<String> then = lines(before);
        assertTrue(then.size() > 100, then.size() + " moves");
        assertEquals(
                then,
                lines(last).stream()
                        .filter(line -> !line.contains("|" + WEEKS.get(2) + "|"))
                        .toList());
        assertEquals(3, last.table(VintagesTable.TABLE).rowCount());
        assertTrue(last.table(RevisionSummaryTable.TABLE).rowCount() > 100);
    }

    @Test
    void namesTheReleaseBeforeInTheManifest() {
        assertEquals(
                "compared with release " + before.manifest().releaseId()
                        + ", of which the tables read are those it published",
                last.manifest().checks().stream()
                        .filter(check -> check.name().equals("predecessor"))
                        .map(Manifest.CheckEntry::statement)
                        .collect(Collectors.joining()));
    }

    /** Weeks and months that had ended by a day and start after the first month; what both releases cover whole. */
    private static SortedMap<String, Long> wholeWeeksAndMonths(ReleaseReader release, LocalDate ended) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Row row : release.table(CountsTable.TABLE)) {
            String type = row.getString(CountsTable.PERIOD_TYPE.name());
            boolean isListed = type.equals("iso_week") || type.equals("month");
            boolean isWhole = !row.getBoolean(CountsTable.IS_PARTIAL_PERIOD.name())
                    && !row.getDate(CountsTable.PERIOD_END_DATE.name()).isAfter(ended);
            if (isListed && isWhole && !row.isMissing(CountsTable.INCIDENT_COUNT.name())) {
                counts.put(cell(row), row.getLong(CountsTable.INCIDENT_COUNT.name()));
            }
        }
        return counts;
    }

    private static String cell(Row row) {
        return row.getString(CountsTable.DATE_BASIS.name()) + " "
                + row.getString(CountsTable.RECORD_CLASS.name()) + " "
                + row.getString(CountsTable.AREA_CODE.name()) + " "
                + row.getString(CountsTable.COMMUNITY_CODE.name()) + " "
                + row.getString(CountsTable.PERIOD_TYPE.name()) + " "
                + row.getDate(CountsTable.PERIOD_START_DATE.name());
    }

    private static List<String> lines(ReleaseReader release) {
        List<Column> columns = RevisionsTable.TABLE.columns();
        return release.table(RevisionsTable.TABLE).stream()
                .map(row -> columns.stream()
                        .map(column -> row.isMissing(column.name()) ? "" : String.valueOf(row.getObject(column.name())))
                        .collect(Collectors.joining("|")))
                .toList();
    }
}
