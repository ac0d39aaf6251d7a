package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.cube.CountCube;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.MasterKey;
import org.vigil.incident.RecordClass;
import org.vigil.profile.SourceProfiles;
import org.vigil.tabulate.ExtractFacts;

/**
 * Random histories of extracts (new, changed, withdrawn, repeated, out of order, several at once) against a naive model in memory and against a short
 * DuckDB script over the same files, at every as-of date.
 */
final class StoreHistoryTest {
    private static final List<String> AREAS = List.of("E09000002", "E09000003", "E09000030");
    private static final List<String> COMMUNITIES = List.of("jewish", "muslim", "black");
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 40;

    /** One row of a file. */
    private record Row(String id, String area, String community, LocalDate day, boolean withdrawn) {
        String csv() {
            return String.join(
                    ",",
                    id,
                    "crime",
                    day.toString(),
                    day.toString(),
                    area,
                    community,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    withdrawn ? "yes" : "no");
        }
    }

    /** A file as it was made; {@code sequence} is given when it arrives. */
    private static final class File {
        final Path path;
        final LocalDate date;
        final List<Row> rows;
        int sequence;

        File(Path path, LocalDate date, List<Row> rows) {
            this.path = path;
            this.date = date;
            this.rows = rows;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void everyPastStateIsThatOfTheModelAndOfDuckDb(long seed, @TempDir Path folder) throws IOException, SQLException {
        Random random = new Random(seed);
        String kind = List.of("delta", "full", "none").get((int) (seed % 3));
        List<File> files = files(random, kind, folder);
        List<File> arrival = new ArrayList<>(files);
        if (seed > 3) {
            for (int swaps = 0; swaps < 4; swaps++) {
                int at = random.nextInt(arrival.size() - 1);
                Collections.swap(arrival, at, at + 1);
            }
        }
        List<File> loaded = new ArrayList<>();
        int sequence = 0;
        while (loaded.size() < arrival.size()) {
            int count = Math.min(1 + random.nextInt(2), arrival.size() - loaded.size());
            List<File> now = new ArrayList<>(arrival.subList(loaded.size(), loaded.size() + count));
            now.sort(Comparator.comparing((File file) -> file.date).thenComparing(file -> file.path.toString()));
            for (File file : now) {
                file.sequence = ++sequence;
            }
            loaded.addAll(now);
            check(seed, kind, folder, loaded, Optional.empty());
        }
        // What was kept of counts is given up: a scan of the layers has to say the same.
        try (Stream<Path> partials = Files.list(folder.resolve("store/partials"))) {
            for (Path partial : partials.toList()) {
                Files.delete(partial);
            }
        }
        check(seed, kind, folder, loaded, Optional.empty());
        for (LocalDate date : loaded.stream().map(file -> file.date).distinct().toList()) {
            check(seed, kind, folder, loaded, Optional.of(date));
        }
    }

    private static void check(long seed, String kind, Path folder, List<File> loaded, Optional<LocalDate> asOf)
            throws SQLException {
        List<File> known = loaded.stream()
                .filter(file -> asOf.isEmpty() || !file.date.isAfter(asOf.get()))
                .sorted(Comparator.comparing((File file) -> file.date).thenComparing(file -> file.sequence))
                .toList();
        ReadRun run;
        try (StoredRun stored =
                StoredRun.open(configuration(kind, folder, loaded, asOf), MasterKey.demonstration(), Progress.SILENT)) {
            run = stored.read(SharedWorkers.get());
        }
        String where = "seed " + seed + ", " + kind + ", " + loaded.size() + " files, as of " + asOf;
        List<Row> model = kind.equals("none") ? replacedByCoverage(known) : newest(kind, known);
        assertEquals(cells(model), cells(run.sources().get(0).cube()), where);
        assertEquals(duckDb(kind, known), cells(model), where);
        assertEquals(
                model.size(),
                run.extracts().stream().mapToLong(e -> e.fates().accepted()).sum(),
                where);
        assertTrue(run.extracts().stream().allMatch(ExtractFacts::isConserved), where);
    }

    // ---- The model ----

    private static List<Row> newest(String kind, List<File> known) {
        Map<String, Row> state = new HashMap<>();
        for (File file : known) {
            if (kind.equals("full")) {
                state.clear();
            }
            file.rows.forEach(row -> state.put(row.id(), row));
        }
        return List.copyOf(state.values());
    }

    private static List<Row> replacedByCoverage(List<File> known) {
        List<Row> state = new ArrayList<>();
        for (File file : known) {
            LocalDate from = file.rows.stream()
                    .map(Row::day)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate to = file.rows.stream()
                    .map(Row::day)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            state.removeIf(row -> !row.day().isBefore(from) && !row.day().isAfter(to));
            state.addAll(file.rows);
        }
        return state;
    }

    private static SortedMap<String, Long> cells(List<Row> state) {
        SortedMap<String, Long> cells = new TreeMap<>();
        state.stream()
                .filter(row -> !row.withdrawn())
                .forEach(row -> cells.merge(row.area() + " " + row.community() + " " + row.day(), 1L, Long::sum));
        return cells;
    }

    private static SortedMap<String, Long> cells(CountCube cube) {
        Geography london = Geography.load("london");
        SortedMap<String, Long> cells = new TreeMap<>();
        for (String area : AREAS) {
            for (String community : COMMUNITIES) {
                for (int d = 0; d < DAYS; d++) {
                    LocalDate day = FIRST_DAY.plusDays(d);
                    int count = cube.onDay(
                            RecordClass.CRIME.ordinal(),
                            london.indexOf(area).orElseThrow(),
                            CodeLists.communities().indexOf(community).orElseThrow(),
                            (int) day.toEpochDay());
                    if (count != 0) {
                        cells.put(area + " " + community + " " + day, (long) count);
                    }
                }
            }
        }
        return cells;
    }

    private static SortedMap<String, Long> duckDb(String kind, List<File> known) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE r (date DATE, seq INT, line INT, id VARCHAR, area VARCHAR,"
                    + " community VARCHAR, day DATE, withdrawn VARCHAR)");
            for (File file : known) {
                statement.execute(("INSERT INTO r SELECT '%s', %d, row_number() OVER (), incident_id, area,"
                                + " target_communities, occurred_date, withdrawn FROM read_csv('%s', all_varchar = true)")
                        .formatted(file.date, file.sequence, file.path));
            }
            String speaking = switch (kind) {
                case "delta" ->
                    "SELECT * FROM r QUALIFY row_number() OVER (PARTITION BY id ORDER BY date DESC, seq DESC, line DESC) = 1";
                case "full" ->
                    "SELECT * FROM r WHERE (date, seq) = (SELECT max((date, seq)) FROM r)"
                            + " QUALIFY row_number() OVER (PARTITION BY id ORDER BY line DESC) = 1";
                default ->
                    "WITH f AS (SELECT date, seq, min(day) a, max(day) b FROM r GROUP BY ALL) SELECT * FROM r WHERE NOT EXISTS"
                            + " (SELECT 1 FROM f WHERE (f.date, f.seq) > (r.date, r.seq) AND r.day BETWEEN f.a AND f.b)";
            };
            SortedMap<String, Long> cells = new TreeMap<>();
            try (ResultSet result =
                    statement.executeQuery("SELECT area || ' ' || community || ' ' || day, count(*) FROM (" + speaking
                            + ") WHERE withdrawn = 'no' GROUP BY ALL")) {
                while (result.next()) {
                    cells.put(result.getString(1), result.getLong(2));
                }
            }
            return cells;
        }
    }

    // ---- The files ----

    private static List<File> files(Random random, String kind, Path folder) throws IOException {
        List<File> files = new ArrayList<>();
        Map<String, Row> world = new TreeMap<>();
        LocalDate date = FIRST_DAY.plusDays(DAYS);
        for (int f = 0; f < 6; f++) {
            date = date.plusDays(random.nextInt(4) == 0 && f > 0 ? 0 : 7);
            List<Row> touched = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Row row = row(random, "id" + random.nextInt(30));
                world.put(row.id(), row);
                touched.add(row);
            }
            if (random.nextInt(3) > 0 && !kind.equals("delta")) {
                world.keySet().removeIf(id -> random.nextInt(8) == 0);
            }
            List<Row> rows = new ArrayList<>(
                    switch (kind) {
                        case "delta" -> touched;
                        case "full" -> world.values();
                        default -> window(random, world.values());
                    });
            if (kind.equals("delta")) {
                // Said again without need, and one row twice.
                world.values().stream()
                        .skip(random.nextInt(world.size()))
                        .limit(3)
                        .forEach(rows::add);
            }
            Collections.shuffle(rows, random);
            if (kind.equals("delta")) {
                Map<String, Row> last = new HashMap<>();
                rows.forEach(row -> last.put(row.id(), row));
                world.putAll(last);
            }
            rows.add(rows.get(rows.size() - 1));
            Path path = folder.resolve("extract-" + f + ".csv");
            StringBuilder csv =
                    new StringBuilder("incident_id,record_class,occurred_date,recorded_date,area,target_communities,"
                            + "strands,offence_group,location_type,context,reporting_source,outcome,withdrawn\n");
            rows.forEach(row -> csv.append(row.csv()).append('\n'));
            Files.writeString(path, csv);
            files.add(new File(path, date, rows));
        }
        return files;
    }

    /** The rows of some weeks, alike ones as often as they occur. */
    private static List<Row> window(Random random, java.util.Collection<Row> world) {
        LocalDate from = FIRST_DAY.plusDays(random.nextInt(20));
        LocalDate to = from.plusDays(10 + random.nextInt(20));
        List<Row> rows = new ArrayList<>(world.stream()
                .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to))
                .toList());
        if (rows.isEmpty()) {
            rows.addAll(world);
        }
        return rows;
    }

    private static Row row(Random random, String id) {
        return new Row(
                id,
                AREAS.get(random.nextInt(AREAS.size())),
                COMMUNITIES.get(random.nextInt(COMMUNITIES.size())),
                FIRST_DAY.plusDays(random.nextInt(DAYS)),
                random.nextInt(12) == 0);
    }

    private static Configuration configuration(String kind, Path folder, List<File> files, Optional<LocalDate> asOf) {
        String profile = SourceProfiles.canonicalText(SourceProfiles.shippedText("canonical"));
        profile = switch (kind) {
            case "delta" -> profile;
            case "full" ->
                profile.replace("\"extracts\":\"delta\"", "\"extracts\":\"full\"")
                        .replace("extracts: delta", "extracts: full");
            default -> withoutIdentity();
        };
        return new Configuration(
                folder.resolve("vigil.yaml"),
                "History",
                List.of(new Configuration.Source(
                        "history",
                        SourceProfiles.parse("history", profile),
                        profile,
                        files.stream()
                                .map(file -> new Configuration.Extract(file.path, file.date))
                                .toList(),
                        0.0,
                        1.0)),
                asOf,
                folder.resolve("store").toString(),
                folder.resolve("releases"),
                "uk",
                new KeySource.Demonstration(),
                Set.of(),
                new Configuration.Spark(OptionalInt.of(2), 1),
                Configuration.Runs.beside(folder.resolve("releases")));
    }

    private static String withoutIdentity() {
        String text = SourceProfiles.shippedText("canonical");
        int from = text.indexOf("identity:\n");
        int to = text.indexOf("series:\n");
        return SourceProfiles.canonicalText(
                text.substring(0, from) + "identity:\n  kind: none\n\n" + text.substring(to));
    }
}
