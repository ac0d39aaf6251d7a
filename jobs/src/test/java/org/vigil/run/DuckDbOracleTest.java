package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.incident.KeyRing;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.DailyCountsTable;
import org.vigil.release.QualityTable;
import org.vigil.release.QuarantineTable;
import org.vigil.release.ReportingDelaysTable;
import org.vigil.release.SourceOverlapsTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.spark.Workers;

/**
 * Random extracts and configurations through Vigil and through a DuckDB script: every cell must be equal. More cases, or one again:
 * {@code -Dvigil.oracle.seed=…}.
 */
final class DuckDbOracleTest {
    private static final int CASES = 24;

    /** London as a whole, 33 boroughs, and three places of records that are in none. */
    private static final int AREAS = 37;

    private static Workers workers;

    @BeforeAll
    static void startWorkers(@TempDir Path scratch) {
        workers = Workers.start(scratch);
    }

    @AfterAll
    static void stopWorkers() {
        workers.close();
    }

    static LongStream seeds() {
        Long wanted = Long.getLong("vigil.oracle.seed");
        return wanted == null ? LongStream.rangeClosed(1, CASES) : LongStream.of(wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCellEqualsTheOracle(long seed, @TempDir Path folder) throws Exception {
        RandomExtracts extracts = new RandomExtracts(seed, folder);
        long splitBytes = extracts.splitBytes();
        int partitions = seed % 2 == 0 ? 1 : 7;
        CountedRun run = new WeeklyRun(extracts.configuration(partitions), KeyRing.demonstration(), step -> {})
                .count(workers, splitBytes);
        String situation = "seed " + seed + ", " + partitions + " partitions, splits of " + splitBytes + " bytes, "
                + extracts.sources();
        try (Oracle oracle = new Oracle(extracts)) {
            SortedSet<String> months =
                    oracle.lines("SELECT source, date_basis, class, area, community, month::DATE, n FROM month_counts");
            assertFalse(months.isEmpty(), situation);
            assertEqual(
                    oracle.lines("SELECT source, basis, class, area, community, day, precision, n FROM daily_counts"),
                    lines(run, DailyCountsTable.TABLE, DailyCountsTable.TABLE.columns()),
                    situation);
            assertEqual(months, nonZero(months(run, extracts)), situation);
            assertEqual(
                    oracle.lines(
                            "SELECT source, class, community, occurred_month::DATE, recorded_month::DATE, n FROM reporting_delays"),
                    lines(run, ReportingDelaysTable.TABLE, ReportingDelaysTable.TABLE.columns()),
                    situation);
            assertEqual(
                    oracle.lines(
                            "SELECT source, other_source, class, other_class, area, community, month, matched_on, n,"
                                    + " other_n, most::BIGINT FROM source_overlaps"),
                    lines(
                            run,
                            SourceOverlapsTable.TABLE,
                            List.of(
                                    SourceOverlapsTable.SOURCE_CODE,
                                    SourceOverlapsTable.OTHER_SOURCE_CODE,
                                    SourceOverlapsTable.RECORD_CLASS,
                                    SourceOverlapsTable.OTHER_RECORD_CLASS,
                                    SourceOverlapsTable.AREA_CODE,
                                    SourceOverlapsTable.COMMUNITY_CODE,
                                    SourceOverlapsTable.MONTH_START_DATE,
                                    SourceOverlapsTable.MATCHED_ON,
                                    SourceOverlapsTable.INCIDENT_COUNT,
                                    SourceOverlapsTable.OTHER_INCIDENT_COUNT,
                                    SourceOverlapsTable.POSSIBLE_DUPLICATE_COUNT)),
                    situation);
            assertEqual(
                    oracle.lines("SELECT source, extract_id, outcome, rule, n FROM quality"),
                    nonZero(lines(
                            run,
                            QualityTable.TABLE,
                            List.of(
                                    QualityTable.SOURCE_CODE,
                                    QualityTable.EXTRACT_ID,
                                    QualityTable.OUTCOME_CODE,
                                    QualityTable.RULE_CODE,
                                    QualityTable.RECORD_COUNT))),
                    situation);
            assertEqual(
                    oracle.lines("SELECT source, extract_id, pos, rule FROM quarantine"),
                    lines(
                            run,
                            QuarantineTable.TABLE,
                            List.of(
                                    QuarantineTable.SOURCE_CODE,
                                    QuarantineTable.EXTRACT_ID,
                                    QuarantineTable.ROW_NUMBER,
                                    QuarantineTable.RULE_CODE)),
                    situation);
        }
        // Where nothing names a record the store lets a later extract replace the days that it covers; it has a test of
        // its own.
        if (extracts.sources().stream().anyMatch(source -> source.identity().equals("none"))) {
            return;
        }
        try (StoredRun stored =
                StoredRun.open(extracts.configuration(partitions), KeyRing.demonstration(), Progress.SILENT)) {
            CountedRun throughTheStore = stored.run(workers);
            for (TableRows table : run.tables()) {
                assertEqual(
                        lines(run, table.table(), table.table().columns()),
                        lines(throughTheStore, table.table(), table.table().columns()),
                        situation + ", through the store, " + table.table().name());
            }
        }
    }

    /** Months of the counts, and that none is missing: each declared cell has every month of the coverage, be it 0. */
    private static SortedSet<String> months(CountedRun run, RandomExtracts extracts) {
        SortedSet<String> months = lines(
                        run,
                        CountsTable.TABLE,
                        List.of(
                                CountsTable.SOURCE_CODE,
                                CountsTable.DATE_BASIS,
                                CountsTable.RECORD_CLASS,
                                CountsTable.AREA_CODE,
                                CountsTable.COMMUNITY_CODE,
                                CountsTable.PERIOD_START_DATE,
                                CountsTable.INCIDENT_COUNT,
                                CountsTable.PERIOD_TYPE))
                .stream()
                .filter(line -> line.endsWith("|month"))
                .map(line -> line.substring(0, line.lastIndexOf('|')))
                .collect(Collectors.toCollection(TreeSet::new));
        for (RandomExtracts.Source source : extracts.sources()) {
            List<String[]> cells = months.stream()
                    .map(line -> line.split("\\|", -1))
                    .filter(cell -> cell[0].equals(source.code()))
                    .toList();
            long months0 = distinct(cells, 5);
            for (String recordClass : cells.stream().map(c -> c[2]).distinct().toList()) {
                List<String[]> ofClass =
                        cells.stream().filter(c -> c[2].equals(recordClass)).toList();
                boolean hasAreas = recordClass.equals("crime") || recordClass.equals("both");
                assertEquals(hasAreas ? AREAS : 1, distinct(ofClass, 3), "areas of " + recordClass);
                assertEquals(
                        2 * months0 * distinct(cells, 4) * distinct(ofClass, 3),
                        ofClass.size(),
                        "every basis, month, community and area of " + recordClass);
            }
        }
        return months;
    }

    private static long distinct(List<String[]> cells, int place) {
        return cells.stream().map(cell -> cell[place]).distinct().count();
    }

    private static SortedSet<String> nonZero(SortedSet<String> lines) {
        return lines.stream().filter(line -> !line.endsWith("|0")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> lines(CountedRun run, Table table, List<Column> columns) {
        TableRows rows = run.tables().stream()
                .filter(t -> t.table().equals(table))
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> columns.stream()
                        .map(column -> rows.column(column).display(row))
                        .collect(Collectors.joining("|")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertEqual(SortedSet<String> expected, SortedSet<String> found, String situation) {
        TreeSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        TreeSet<String> unexpected = new TreeSet<>(found);
        unexpected.removeAll(expected);
        assertEquals(
                "",
                missing.isEmpty() && unexpected.isEmpty()
                        ? ""
                        : "expected but not found: " + first(missing) + "\nfound but not expected: "
                                + first(unexpected),
                situation);
    }

    private static String first(SortedSet<String> lines) {
        return lines.size() + " " + lines.stream().limit(8).toList();
    }
}
