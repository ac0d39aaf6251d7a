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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.incident.KeyRing;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import org.vigil.tabulate.ExtractFacts;

/**
 * Random histories of extracts (new, changed, withdrawn, repeated, out of order, several at once) against a naive model in memory and against a short
 * DuckDB script over the same files, at every as-of date.
 */
final class StoreHistoryTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void everyPastStateIsThatOfTheModelAndOfDuckDb(long seed, @TempDir Path folder) throws IOException, SQLException {
        Random random = new Random(seed);
        String kind = RandomHistory.kind(seed);
        List<RandomHistory.File> files = RandomHistory.files(random, kind, folder);
        List<RandomHistory.File> arrival = new ArrayList<>(files);
        if (seed > 3) {
            for (int swaps = 0; swaps < 4; swaps++) {
                int at = random.nextInt(arrival.size() - 1);
                Collections.swap(arrival, at, at + 1);
            }
        }
        List<RandomHistory.File> loaded = new ArrayList<>();
        int sequence = 0;
        while (loaded.size() < arrival.size()) {
            int count = Math.min(1 + random.nextInt(2), arrival.size() - loaded.size());
            List<RandomHistory.File> now = new ArrayList<>(arrival.subList(loaded.size(), loaded.size() + count));
            now.sort(Comparator.comparing((RandomHistory.File file) -> file.date)
                    .thenComparing(file -> file.path.toString()));
            for (RandomHistory.File file : now) {
                file.sequence = ++sequence;
            }
            loaded.addAll(now);
            check(seed, kind, folder, loaded, Optional.empty());
            checkLate(seed, kind, folder, loaded, now);
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

    private static void check(
            long seed, String kind, Path folder, List<RandomHistory.File> loaded, Optional<LocalDate> asOf)
            throws SQLException {
        List<RandomHistory.File> known = loaded.stream()
                .filter(file -> asOf.isEmpty() || !file.date.isAfter(asOf.get()))
                .sorted(Comparator.comparing((RandomHistory.File file) -> file.date)
                        .thenComparing(file -> file.sequence))
                .toList();
        ReadRun run;
        try (StoredRun stored = StoredRun.open(
                RandomHistory.configuration(kind, folder, loaded, asOf), KeyRing.demonstration(), Progress.SILENT)) {
            run = stored.read(SharedWorkers.get());
        }
        String where = "seed " + seed + ", " + kind + ", " + loaded.size() + " files, as of " + asOf;
        List<RandomHistory.Row> model = RandomHistory.state(kind, known);
        assertEquals(
                RandomHistory.cells(model),
                RandomHistory.cells(run.sources().get(0).cube()),
                where);
        assertEquals(duckDb(kind, known), RandomHistory.cells(model), where);
        assertEquals(
                model.size(),
                run.extracts().stream().mapToLong(e -> e.fates().accepted()).sum(),
                where);
        assertTrue(run.extracts().stream().allMatch(ExtractFacts::isConserved), where);
    }

    /** The ledger's count of late incidents is that of the model, for extracts that come together or out of order too. */
    private static void checkLate(
            long seed, String kind, Path folder, List<RandomHistory.File> loaded, List<RandomHistory.File> now) {
        List<LoadedExtract> ledger = Store.at(
                        StorageFolder.at(folder.resolve("store").toString()))
                .newest()
                .extracts();
        Comparator<RandomHistory.File> order =
                Comparator.comparing((RandomHistory.File file) -> file.date).thenComparing(file -> file.sequence);
        for (RandomHistory.File file : now) {
            List<RandomHistory.File> before = loaded.stream()
                    .filter(other -> order.compare(other, file) < 0)
                    .sorted(order)
                    .toList();
            String name = file.path.getFileName().toString();
            LoadedExtract entry = ledger.stream()
                    .filter(e -> e.fileName().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    RandomHistory.late(kind, before, file),
                    entry.effect().late(),
                    "seed " + seed + ", " + kind + ", " + name);
        }
    }

    private static SortedMap<String, Long> duckDb(String kind, List<RandomHistory.File> known) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE r (date DATE, seq INT, line INT, id VARCHAR, area VARCHAR,"
                    + " community VARCHAR, day DATE, withdrawn VARCHAR)");
            for (RandomHistory.File file : known) {
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
}
