package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.IncidentsTable;
import org.vigil.incident.KeyRing;
import org.vigil.incident.MasterKey;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.Column;
import org.vigil.release.SourceOverlapsTable;
import org.vigil.release.TableRows;
import org.vigil.storage.StorageFolder;

/**
 * Police, and a charity that notes the police's numbers: what both hold, through every fate of an incident, in the words of a reader who looks at the
 * files only.
 */
final class SharedReferenceTest {
    private static final String HEADER = "incident_id,record_class,occurred_date,recorded_date,area,target_communities,"
            + "strands,offence_group,location_type,context,reporting_source,outcome,withdrawn,police_number\n";
    /** Incidents at both ends, in every file, so that three whole months are covered. */
    private static final List<LocalDate> ENDS = List.of(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 4, 1));

    private static final LocalDate FIRST_EXTRACT = LocalDate.of(2024, 4, 8);

    // ---- One incident through all its fates ----

    @Test
    void followsAnIncidentThroughRevisionWithdrawalAndLoss(@TempDir Path folder) throws IOException {
        Arrivals files = new Arrivals(folder, "delta", "full");
        files.add("police", 0, "P-1,2024-02-05,E09000007,no,", "P-2,2024-02-06,E09000012,no,");
        files.add(
                "charity",
                0,
                "C-1,2024-02-05,E09000007,no,P-1",
                "C-2,2024-02-09,E09000007,no, P-2 ",
                "C-3,2024-02-10,E09000007,no,P-3",
                "C-4,2024-02-11,E09000007,no,");
        assertEquals("2 4 1 2 4", february(files.run(Optional.empty())));
        // The police withdraw P-1.
        files.add("police", 1, "P-1,2024-02-05,E09000007,yes,");
        assertEquals("1 4 0 1 4", february(files.run(Optional.empty())));
        // The charity drops C-2, corrects the number of C-4, and notes P-1, which is gone.
        files.add(
                "charity",
                2,
                "C-1,2024-02-05,E09000007,no,P-1",
                "C-3,2024-02-10,E09000007,no,P-3",
                "C-4,2024-02-11,E09000007,no,P-2");
        assertEquals("1 3 0 1 3", february(files.run(Optional.empty())));
        // The police bring P-1 back and record P-3 in another month.
        files.add("police", 3, "P-1,2024-02-05,E09000007,no,", "P-3,2024-03-01,E09000012,no,");
        assertEquals("2 3 1 3 2", february(files.run(Optional.empty())));

        StoreCompaction.Outcome compacted = StoreCompaction.compact(
                        files.configuration(Optional.empty()),
                        KeyRing.demonstration(),
                        Progress.SILENT,
                        WorkersSource.of(SharedWorkers.get()))
                .orElseThrow();
        assertEquals(2, compacted.bases().size());
        assertEquals("2 3 1 3 2", february(files.run(Optional.empty())));
        // The charity corrects one number after that.
        files.add(
                "charity",
                4,
                "C-1,2024-02-05,E09000007,no,P-9",
                "C-3,2024-02-10,E09000007,no,P-3",
                "C-4,2024-02-11,E09000007,no,P-2");
        assertEquals("2 3 1 2 3", february(files.run(Optional.empty())));

        // Words are read anew under another version of the profile; numbers noted stay.
        files.version = 2;
        assertEquals(
                List.of("police", "charity"),
                Reinterpretation.apply(files.configuration(Optional.empty()), Progress.SILENT).sources().stream()
                        .map(ReinterpretedSource::sourceCode)
                        .toList());
        assertEquals("2 3 1 2 3", february(files.run(Optional.empty())));

        // Every past state still says what it said, by day and by version.
        assertEquals("2 4 1 2 4", february(files.run(Optional.of(FIRST_EXTRACT))));
        assertEquals("1 4 0 1 4", february(files.run(Optional.of(FIRST_EXTRACT.plusWeeks(1)))));
        assertEquals("1 3 0 1 3", february(files.run(Optional.of(FIRST_EXTRACT.plusWeeks(2)))));
        assertEquals("2 3 1 3 2", february(files.run(Optional.of(FIRST_EXTRACT.plusWeeks(3)))));
        try (StoredRun stored = files.open(Optional.empty())) {
            assertEquals(
                    "1 4 0 1 4",
                    february(stored.runAsLoaded(
                            AsLoaded.parse("2").orElseThrow(), WorkersSource.of(SharedWorkers.get()))));
        }
    }

    /** The number looks like a telephone number, for which any column of words would be refused. */
    @Test
    void neverKeepsTheNumberItselfAndGivesTheKeyOfTheOtherSource(@TempDir Path folder)
            throws IOException, SQLException {
        Arrivals files = new Arrivals(folder, "delta", "delta");
        files.add("police", 0, "07700900123,2024-02-05,E09000007,no,");
        files.add("charity", 0, "C-1,2024-02-05,E09000007,no,07700900123", "C-2,2024-02-06,E09000007,no,");
        files.run(Optional.empty());
        for (Path file : files.stored()) {
            assertFalse(
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("07700900123"),
                    file.toString());
        }

        Path out = folder.resolve("plain");
        try (StoredRun stored = files.open(Optional.empty())) {
            stored.export(Optional.empty(), StorageFolder.at(out.toString()), WorkersSource.of(SharedWorkers.get()));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT count(*), count(c.%1$s), count(p.%2$s) FROM '%3$s/charity/*.parquet' c LEFT JOIN '%3$s/police/*.parquet' p ON c.%1$s = p.%2$s"
                                .formatted(
                                        CanonicalIncident.SHARED_REFERENCE.name(),
                                        CanonicalIncident.INCIDENT_KEY.name(),
                                        out.resolve(IncidentsTable.TABLE.name())))) {
            assertTrue(found.next());
            // Two at the ends without a number, C-1 with one that the police hold, C-2 without.
            assertEquals("4 1 1", found.getLong(1) + " " + found.getLong(2) + " " + found.getLong(3));
        }
    }

    @Test
    void leavesSharedCountsEmptyWhereNobodyNotesANumber(@TempDir Path folder) throws IOException {
        Arrivals files = new Arrivals(folder, "delta", "delta").withoutReference();
        files.add("police", 0, "P-1,2024-02-05,E09000007,no,");
        files.add("charity", 0, "C-1,2024-02-05,E09000007,no,P-1");
        assertEquals("1 1 1  ", february(files.run(Optional.empty())));
    }

    /** Whole area, everything, February: both counts, possible, shared, combined. */
    private static String february(CountedRun run) {
        TableRows rows = overlaps(run);
        return IntStream.range(0, rows.size())
                .filter(row -> text(rows, SourceOverlapsTable.AREA_CODE, row).equals("london")
                        && text(rows, SourceOverlapsTable.COMMUNITY_CODE, row).equals("all")
                        && text(rows, SourceOverlapsTable.MONTH_START_DATE, row).equals("2024-02-01"))
                .mapToObj(row -> Stream.of(
                                SourceOverlapsTable.INCIDENT_COUNT,
                                SourceOverlapsTable.OTHER_INCIDENT_COUNT,
                                SourceOverlapsTable.POSSIBLE_DUPLICATE_COUNT,
                                SourceOverlapsTable.SHARED_INCIDENT_COUNT,
                                SourceOverlapsTable.COMBINED_INCIDENT_COUNT)
                        .map(column -> text(rows, column, row))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    // ---- Random histories against DuckDB ----

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyStateIsThatOfDuckDb(long seed, @TempDir Path folder) throws IOException, SQLException {
        Random random = new Random(seed);
        Arrivals files =
                new Arrivals(folder, random.nextBoolean() ? "full" : "delta", seed % 2 == 0 ? "full" : "delta");
        List<Runnable> arrivals = new ArrayList<>();
        for (int week = 0; week < 4; week++) {
            arrivals.add(files.random("police", week, random));
            arrivals.add(files.random("charity", week, random));
        }
        arrivals.get(0).run();
        arrivals.get(1).run();
        List<Runnable> rest = new ArrayList<>(arrivals.subList(2, arrivals.size()));
        Collections.shuffle(rest, random);
        check(seed, files, Optional.empty());
        for (int a = 0; a < rest.size(); a++) {
            rest.get(a).run();
            if (a % 2 == 1) {
                check(seed, files, Optional.empty());
            }
            if (a == rest.size() / 2) {
                StoreCompaction.compact(
                        files.configuration(Optional.empty()),
                        KeyRing.demonstration(),
                        Progress.SILENT,
                        WorkersSource.of(SharedWorkers.get()));
                check(seed, files, Optional.empty());
            }
        }
        for (int week = 0; week < 4; week++) {
            check(seed, files, Optional.of(FIRST_EXTRACT.plusWeeks(week)));
        }
    }

    /** Police and charity change their key together, and what one notes of the other still leads there. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void aNewKeyChangesNothingOfWhatIsShared(long seed, @TempDir Path folder) throws IOException, SQLException {
        Random random = new Random(seed);
        MasterKey second = MasterKey.ofDigits("V", Optional.of("fedcba9876543210".repeat(4)));
        Arrivals files = new Arrivals(folder, "full", "full");
        for (int week = 0; week < 3; week++) {
            files.random("police", week, random).run();
            if (week > 0 || seed % 2 == 0) {
                files.random("charity", week, random).run();
                files.run(Optional.empty());
            } else {
                // What the police sent is taken in all the same.
                assertThrows(FindingsException.class, () -> files.run(Optional.empty()));
            }
            // The charity can come when there is a newer key: the police's numbers are known under theirs.
            files.ring = new KeyRing(Map.of(1, MasterKey.demonstration(), 2, second));
        }
        check(seed, files, Optional.empty());

        StoreRekeying.Outcome outcome = StoreRekeying.move(
                        files.configuration(Optional.empty()),
                        files.ring,
                        Progress.SILENT,
                        WorkersSource.of(SharedWorkers.get()))
                .orElseThrow();
        assertEquals(
                List.of("police", "charity"),
                outcome.sources().stream().map(StoreRekeying.Moved::sourceCode).toList());
        files.ring = new KeyRing(Map.of(2, second));
        for (int week = 1; week < 3; week++) {
            check(seed, files, Optional.of(FIRST_EXTRACT.plusWeeks(week)));
        }
        files.random("police", 3, random).run();
        files.random("charity", 3, random).run();
        check(seed, files, Optional.empty());
    }

    /** The charity comes first, notes numbers of a police that is not there, and moves to another key; the police come when there are both. */
    @Test
    void numbersNotedBeforeAMoveLeadToWhatComesAfterIt(@TempDir Path folder) throws IOException {
        MasterKey second = MasterKey.ofDigits("V", Optional.of("fedcba9876543210".repeat(4)));
        Arrivals files = new Arrivals(folder, "full", "full");
        files.add("charity", 0, "C-1,2024-02-05,E09000007,no,P-1", "C-2,2024-02-09,E09000007,no,P-2");
        // Without the police nothing can be compared, but the charity's file is taken in.
        assertThrows(FindingsException.class, () -> files.run(Optional.empty()));
        files.ring = new KeyRing(Map.of(1, MasterKey.demonstration(), 2, second));
        StoreRekeying.Outcome charity = files.rekey().orElseThrow();
        assertEquals(
                List.of("charity"),
                charity.sources().stream().map(StoreRekeying.Moved::sourceCode).toList());

        files.add("police", 1, "P-1,2024-02-05,E09000007,no,", "P-3,2024-02-06,E09000012,no,");
        assertEquals("2 2 1 1 3", february(files.run(Optional.empty())));
        assertEquals(2, files.rekey().orElseThrow().epoch());
        files.ring = new KeyRing(Map.of(2, second));
        assertEquals("2 2 1 1 3", february(files.run(Optional.empty())));
    }

    private static void check(long seed, Arrivals files, Optional<LocalDate> asOf) throws SQLException {
        SortedSet<String> expected = files.duckDb(asOf);
        TableRows rows = overlaps(files.run(asOf));
        SortedSet<String> found = IntStream.range(0, rows.size())
                .mapToObj(row -> Stream.of(
                                SourceOverlapsTable.AREA_CODE,
                                SourceOverlapsTable.COMMUNITY_CODE,
                                SourceOverlapsTable.MONTH_START_DATE,
                                SourceOverlapsTable.MATCHED_ON,
                                SourceOverlapsTable.INCIDENT_COUNT,
                                SourceOverlapsTable.OTHER_INCIDENT_COUNT,
                                SourceOverlapsTable.POSSIBLE_DUPLICATE_COUNT,
                                SourceOverlapsTable.SHARED_INCIDENT_COUNT,
                                SourceOverlapsTable.COMBINED_INCIDENT_COUNT)
                        .map(column -> text(rows, column, row))
                        .collect(Collectors.joining("|")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(expected.isEmpty());
        assertEquals(expected, found, "seed " + seed + ", as of " + asOf);
    }

    private static TableRows overlaps(CountedRun run) {
        return run.tables().stream()
                .filter(table -> table.table().equals(SourceOverlapsTable.TABLE))
                .findFirst()
                .orElseThrow();
    }

    private static String text(TableRows rows, Column column, int row) {
        return rows.column(column).display(row);
    }

    /** The files of both sources, as they arrive. */
    private static final class Arrivals {
        private record File(Path path, String source, LocalDate date, int sequence) {}

        private final Path folder;
        private final Map<String, String> kinds = new HashMap<>();
        private final List<File> arrived = new ArrayList<>();
        private final Map<String, Map<String, String>> worlds = new HashMap<>();
        private int version = 1;
        private KeyRing ring = KeyRing.demonstration();
        private String reference = "\nshared-reference: {column: police_number, source: police}\n";

        Arrivals(Path folder, String police, String charity) {
            this.folder = folder;
            kinds.put("police", police);
            kinds.put("charity", charity);
        }

        Arrivals withoutReference() {
            reference = "";
            return this;
        }

        /** Rows of id, day, area, mark of withdrawal and number. */
        void add(String source, int week, String... rows) throws IOException {
            List<String> lines = new ArrayList<>();
            for (String row : rows) {
                String[] cells = row.split(",", -1);
                lines.add(line(cells[0], cells[1], cells[2], "jewish", cells[3], cells[4]));
            }
            for (LocalDate end : ENDS) {
                lines.add(line(source + end, end.toString(), "E09000003", "jewish", "no", ""));
            }
            Path path = folder.resolve(source + "-" + week + ".csv");
            Files.writeString(path, HEADER + String.join("\n", lines) + "\n");
            arrived.add(new File(path, source, FIRST_EXTRACT.plusWeeks(week), arrived.size()));
        }

        private static String line(String id, String day, String area, String community, String withdrawn, String ref) {
            return String.join(",", id, "crime", day, day, area, community, "", "", "", "", "", "", withdrawn, ref);
        }

        /** Draws a file now; it arrives when it is run. */
        Runnable random(String source, int week, Random random) throws IOException {
            Map<String, String> world = worlds.computeIfAbsent(source, s -> new TreeMap<>());
            world.keySet().removeIf(id -> random.nextInt(8) == 0);
            List<String> touched = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                String id = source.substring(0, 1) + random.nextInt(30);
                String ref = source.equals("police") || random.nextInt(3) == 0 ? "" : "p" + random.nextInt(40);
                LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(80));
                String line = line(
                        id,
                        day.toString(),
                        List.of("E09000007", "E09000012", "unknown").get(random.nextInt(3)),
                        List.of("jewish", "muslim").get(random.nextInt(2)),
                        random.nextInt(10) == 0 ? "yes" : "no",
                        ref);
                world.put(id, line);
                touched.add(line);
            }
            List<String> lines = new ArrayList<>("full".equals(kinds.get(source)) ? world.values() : touched);
            for (LocalDate end : ENDS) {
                lines.add(line(source + end, end.toString(), "E09000003", "jewish", "no", ""));
            }
            Path path = folder.resolve(source + "-" + week + ".csv");
            Files.writeString(path, HEADER + String.join("\n", lines) + "\n");
            return () -> arrived.add(new File(path, source, FIRST_EXTRACT.plusWeeks(week), arrived.size()));
        }

        Configuration configuration(Optional<LocalDate> asOf) {
            return new Configuration(
                    folder.resolve("vigil.yaml"),
                    "Two sources",
                    List.of(source("police", ""), source("charity", reference)),
                    asOf,
                    folder.resolve("store").toString(),
                    folder.resolve("releases"),
                    "uk",
                    new KeySource.Demonstration(),
                    Configuration.Reports.NONE,
                    new Configuration.Spark(OptionalInt.of(2), 1),
                    Configuration.Runs.beside(folder.resolve("releases")));
        }

        private Configuration.Source source(String code, String more) {
            String profile = SourceProfiles.canonicalText(SourceProfiles.shippedText("canonical")
                            .replace("version: 1", "version: " + version)
                            .replace("extracts: delta", "extracts: " + kinds.get(code))
                    + more);
            return new Configuration.Source(
                    code,
                    SourceProfiles.parse(code, profile),
                    profile,
                    arrived.stream()
                            .filter(file -> file.source().equals(code))
                            .sorted(Comparator.comparing(File::date))
                            .map(file -> new Configuration.Extract(file.path(), file.date()))
                            .toList(),
                    0.0,
                    1.0);
        }

        StoredRun open(Optional<LocalDate> asOf) {
            return StoredRun.open(configuration(asOf), ring, Progress.SILENT);
        }

        Optional<StoreRekeying.Outcome> rekey() {
            return StoreRekeying.move(
                    configuration(Optional.empty()), ring, Progress.SILENT, WorkersSource.of(SharedWorkers.get()));
        }

        CountedRun run(Optional<LocalDate> asOf) {
            try (StoredRun stored = open(asOf)) {
                return stored.run(SharedWorkers.get());
            }
        }

        List<Path> stored() throws IOException {
            try (Stream<Path> paths = Files.walk(folder.resolve("store"))) {
                return paths.filter(Files::isRegularFile).toList();
            }
        }

        SortedSet<String> duckDb(Optional<LocalDate> asOf) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE r (source VARCHAR, kind VARCHAR, date DATE, line INT, id VARCHAR,"
                        + " area VARCHAR, community VARCHAR, day DATE, withdrawn VARCHAR, ref VARCHAR)");
                for (File file : arrived) {
                    if (asOf.isEmpty() || !file.date().isAfter(asOf.get())) {
                        statement.execute(("INSERT INTO r SELECT '%s', '%s', '%s', row_number() OVER (), incident_id,"
                                        + " area, target_communities, occurred_date, withdrawn,"
                                        + " coalesce(police_number, '') FROM read_csv('%s', all_varchar = true)")
                                .formatted(file.source(), kinds.get(file.source()), file.date(), file.path()));
                    }
                }
                SortedSet<String> lines = new TreeSet<>();
                try (ResultSet result = statement.executeQuery(OVERLAPS)) {
                    while (result.next()) {
                        List<String> cells = new ArrayList<>();
                        for (int i = 1; i <= 9; i++) {
                            cells.add(result.getString(i));
                        }
                        lines.add(String.join("|", cells));
                    }
                }
                return lines;
            }
        }
    }

    /** What holds, who shares what, and the pairs of each day, in SQL. */
    private static final String OVERLAPS = """
            WITH speaking AS (
                SELECT * FROM r WHERE kind = 'delta' OR date = (SELECT max(date) FROM r AS newer WHERE newer.source = r.source)
                QUALIFY row_number() OVER (PARTITION BY source, id ORDER BY date DESC, line DESC) = 1),
            held AS (SELECT * FROM speaking WHERE withdrawn = 'no'),
            incident AS (
                SELECT h.*, h.ref <> '' AND EXISTS (SELECT 1 FROM held p WHERE p.source = 'police' AND p.id = h.ref) AS is_shared
                FROM held h),
            cell AS (
                SELECT source, area, unnest(['all', community]) AS community, day, date_trunc('month', day)::DATE AS month, is_shared
                FROM incident WHERE day BETWEEN '2024-01-01' AND '2024-03-31'),
            daily AS (SELECT source, area, community, month, day, count(*) AS n FROM cell GROUP BY ALL),
            pairs AS (
                SELECT area, community, month, sum(least(a.n, b.n)) AS pairs
                FROM daily a JOIN daily b USING (area, community, month, day)
                WHERE a.source = 'police' AND b.source = 'charity' AND area <> 'unknown' GROUP BY ALL),
            placed AS (
                SELECT * FROM cell WHERE area <> 'unknown'
                UNION ALL SELECT * REPLACE ('london' AS area) FROM cell),
            most AS (
                SELECT area, community, month, pairs FROM pairs
                UNION ALL SELECT 'london', community, month, sum(pairs) FROM pairs GROUP BY ALL),
            counted AS (
                SELECT area, community, month, count(*) FILTER (source = 'police') AS a, count(*) FILTER (source = 'charity') AS b,
                    count(*) FILTER (is_shared) AS shared
                FROM placed GROUP BY ALL HAVING a > 0 AND b > 0)
            SELECT area, community, month, 'day', a, b, coalesce(pairs, 0)::BIGINT, shared, a + b - shared
            FROM counted LEFT JOIN most USING (area, community, month)
            """;
}
