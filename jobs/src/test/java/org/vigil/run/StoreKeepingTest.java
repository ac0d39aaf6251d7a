package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.publish.PublishedRelease;
import org.vigil.release.FileHash;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;

/** What keeps a store sound and lets its owner leave with it. Each test has a store of six extracts, of which two came late, compacted once. */
final class StoreKeepingTest {
    private static final String KIND = "full";

    private Path folder = Path.of("");
    private List<RandomHistory.File> files = List.of();

    @BeforeEach
    void fill(@TempDir Path temporary) throws IOException {
        folder = temporary;
        files = RandomHistory.files(new Random(99), KIND, folder);
        for (int f = 0; f < files.size(); f++) {
            files.get(f).sequence = f + 1;
        }
        load(files.subList(0, 1));
        load(List.of(files.get(0), files.get(3)));
        compact();
        load(files);
    }

    // ---- Verify ----

    @Test
    void findsNothingInASoundStore() {
        StoreVerification.Outcome outcome = verify();

        assertEquals(List.of(), outcome.findings());
        assertEquals(List.of(), outcome.orphans());
        assertTrue(outcome.rows() > 0);
        assertEquals(4, outcome.versions());
    }

    @Test
    void tellsHowManyIncidentsDifferFromAllOthers(@TempDir Path other) throws IOException, SQLException {
        folder = other;
        List<RandomHistory.File> drawn = RandomHistory.files(new Random(3), KIND, folder);
        RandomHistory.File newest = drawn.get(drawn.size() - 1);
        List<RandomHistory.Row> rows = new ArrayList<>(newest.rows);
        RandomHistory.Row like = newest.rows.get(0);
        for (int i = 0; i < 6; i++) {
            rows.add(new RandomHistory.Row("alike-" + i, like.area(), like.community(), like.day(), false));
            LocalDate day = like.day().plusDays(i / 2 + 1);
            rows.add(new RandomHistory.Row("pair-" + i, like.area(), like.community(), day, false));
        }
        Path file = folder.resolve("alike.csv");
        Files.writeString(
                file,
                Files.readAllLines(newest.path).get(0) + "\n"
                        + rows.stream().map(RandomHistory.Row::csv).collect(Collectors.joining("\n")) + "\n");
        files = List.of(new RandomHistory.File(file, newest.date, rows));
        load(files);
        StoredLikeness likeness = verify().likeness().get(0);
        Path out = folder.resolve("compared");
        assertTrue(export(Optional.empty(), Optional.empty(), out).isPresent());
        long incidents;
        long alone;
        long few;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("WITH alike AS (SELECT count(*) AS n FROM read_parquet('" + out
                                + "/incidents/*/*.parquet') WHERE NOT withdrawn GROUP BY record_class, occurred_date,"
                                + " recorded_date, area_code, target_communities, strands, offence_group, location_type, context,"
                                + " reporting_source, outcome)"
                                + " SELECT sum(n), count(*) FILTER (n = 1), sum(n) FILTER (n < 5) FROM alike")) {
            assertTrue(result.next());
            incidents = result.getLong(1);
            alone = result.getLong(2);
            few = result.getLong(3);
        }

        assertTrue(likeness.isExact());
        assertTrue(alone > 0 && alone < few && few < incidents, alone + " and " + few + " of " + incidents);
        assertEquals(
                String.format(
                        Locale.ROOT,
                        "Of %d incidents of history %.1f %% differ from every other in the dates and codes that are stored of"
                                + " them, and %.1f %% agree with fewer than four others.",
                        incidents,
                        100.0 * alone / incidents,
                        100.0 * few / incidents),
                likeness.sentence());
    }

    @Test
    void findsAFlippedByte() throws IOException {
        Path damaged = layerFiles().get(0);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        assertEquals(
                List.of(
                        "The file " + nameOf(damaged)
                                + " does not have the checksum that was noted when it was written; its bytes have changed."
                                + " Bring it back from a copy of the store.",
                        "The counts of the states were not compared, because of the findings above."),
                verify().findings());
    }

    @Test
    void findsAMissingFile() throws IOException {
        Path missing = layerFiles().get(1);
        long bytes = Files.size(missing);
        Files.delete(missing);

        assertEquals(
                "The file " + nameOf(missing) + " is missing; expected " + bytes
                        + " bytes. Bring it back from a copy of the store.",
                verify().findings().get(0));
    }

    @Test
    void findsAWrongCountOfTheLedger() throws IOException {
        Path manifest = folder.resolve("store/manifests/v00000004.json");
        String json = Files.readString(manifest);
        String changed = json.replaceFirst("\"added\":(\\d+)", "\"added\":1000");
        assertFalse(json.equals(changed));
        Files.writeString(manifest, changed);

        List<String> findings = verify().findings();

        assertTrue(findings.get(0).contains("does not account for every record"), findings.toString());
        assertTrue(findings.get(1).contains("expected 1000, as the ledger says"), findings.toString());
    }

    @Test
    void findsCountsThatAreNotThoseOfTheLayers() {
        Configuration.Source source = configuration(Optional.empty()).sources().get(0);
        Store store = Store.at(StorageFolder.at(folder.resolve("store").toString()));
        StoreManifest held = store.newest();
        store.partials().delete(Partials.plainNameOf(source, held, held.extractsOf(source.code())));
        new Partials(store, "")
                .keep(
                        source,
                        held,
                        held.extractsOf(source.code()),
                        new Partials.Partial(Partials.emptyCube(source), new long[6]));

        assertEquals(
                List.of(
                        "The counts kept of the source history are not those of its layers; expected the same. Delete the"
                                + " files in the folder partials of the store: the next run counts again."),
                verify().findings());
    }

    // ---- Sweep ----

    @Test
    void sweepsOnlyWhatNoVersionNames() throws IOException {
        assertTrue(StoreRollback.takeBack(configuration(Optional.empty()), Optional.empty())
                .isPresent());
        TreeSet<Path> named = new TreeSet<>(filesBelow("store/layers"));
        Path orphan = folder.resolve("store/layers/history-2024-01-01-dead/part-00000-x.parquet");
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "left by a run that died");

        StoreSweep.Outcome young =
                StoreSweep.sweep(configuration(Optional.empty()), StoreSweep.DEFAULT_AGE, Progress.SILENT);
        assertEquals(new StoreSweep.Outcome(0, 0, 0), young);
        assertEquals(List.of(nameOf(orphan)), verify().orphans());

        StoreSweep.Outcome old =
                StoreSweep.sweep(configuration(Optional.empty()), Duration.ofDays(-1), Progress.SILENT);
        assertEquals(new StoreSweep.Outcome(1, 23, 0), old);
        assertFalse(Files.exists(orphan.getParent()));
        assertEquals(named, new TreeSet<>(filesBelow("store/layers")));
        assertEquals(List.of(), verify().findings());
    }

    // ---- Export ----

    @Test
    void exportsWhatTheModelHolds() throws IOException, SQLException {
        for (Optional<LocalDate> asOf : List.of(Optional.<LocalDate>empty(), Optional.of(files.get(2).date))) {
            Path out = folder.resolve("export-" + asOf.map(LocalDate::toString).orElse("newest"));
            StoreExport.Outcome outcome = export(asOf, Optional.empty(), out).orElseThrow();

            List<RandomHistory.Row> model = RandomHistory.state(
                    KIND,
                    files.stream()
                            .filter(f -> asOf.isEmpty() || !f.date.isAfter(asOf.get()))
                            .toList());
            assertEquals(model.size(), outcome.incidents());
            assertEquals(RandomHistory.cells(model), exportedCells(out));
            for (String line : Files.readAllLines(out.resolve("files.txt"))) {
                if (!line.startsWith("#")) {
                    assertEquals(line.substring(0, 64), FileHash.sha256(out.resolve(line.substring(66))));
                }
            }
        }
        assertEquals(Optional.empty(), export(Optional.empty(), Optional.empty(), folder.resolve("export-newest")));
    }

    @Test
    void exportsWhatTheStoreHeldThen() throws IOException, SQLException {
        Path out = folder.resolve("then");

        assertTrue(export(Optional.empty(), AsLoaded.parse("2"), out).isPresent());

        assertEquals(
                RandomHistory.cells(RandomHistory.state(KIND, List.of(files.get(0), files.get(3)))),
                exportedCells(out));
    }

    // ---- As loaded ----

    @Test
    void publishesAgainByteForByteWhatWasPublishedThen(@TempDir Path other) throws IOException {
        folder = other;
        files = RandomHistory.files(new Random(7), KIND, folder);
        List<RandomHistory.File> early = List.of(files.get(0), files.get(5));
        PublishedRelease first = publish(early);
        SortedMap<String, String> bytesThen = checksums(first.folder());
        publish(files);
        compact();
        Path latest = folder.resolve("releases/restricted/latest.json");
        String pointer = Files.readString(latest);
        deleteTree(first.folder());

        PublishedRelease again;
        Configuration configuration = RandomHistory.configuration(KIND, folder, files, Optional.empty());
        try (StoredRun run = StoredRun.open(configuration, KeyRing.demonstration(), Progress.SILENT)) {
            CountedRun counted =
                    run.runAsLoaded(AsLoaded.parse("1").orElseThrow(), WorkersSource.of(SharedWorkers.get()));
            again = Publication.publishAgain(configuration, counted, release -> {});
        }

        assertEquals(first.folder(), again.folder());
        assertEquals(bytesThen, checksums(again.folder()));
        assertEquals(pointer, Files.readString(latest));
        assertFalse(pointer.contains(String.valueOf(first.folder().getFileName())));
    }

    // ---- The store at hand ----

    private Configuration configuration(Optional<LocalDate> asOf) {
        return RandomHistory.configuration(KIND, folder, files, asOf);
    }

    private void load(List<RandomHistory.File> configured) {
        try (StoredRun run = StoredRun.open(
                RandomHistory.configuration(KIND, folder, configured, Optional.empty()),
                KeyRing.demonstration(),
                Progress.SILENT)) {
            assertFalse(run.read(SharedWorkers.get()).extracts().isEmpty());
        }
    }

    private PublishedRelease publish(List<RandomHistory.File> configured) {
        Configuration configuration = RandomHistory.configuration(KIND, folder, configured, Optional.empty());
        try (StoredRun run = StoredRun.open(configuration, KeyRing.demonstration(), Progress.SILENT)) {
            return Publication.publish(configuration, run.run(SharedWorkers.get()), release -> {});
        }
    }

    private void compact() {
        assertTrue(StoreCompaction.compact(
                        configuration(Optional.empty()),
                        KeyRing.demonstration(),
                        Progress.SILENT,
                        WorkersSource.of(SharedWorkers.get()))
                .isPresent());
    }

    private StoreVerification.Outcome verify() {
        return StoreVerification.verify(
                configuration(Optional.empty()),
                KeyRing.demonstration(),
                StoreVerification.Extent.ALL,
                Progress.SILENT,
                WorkersSource.of(SharedWorkers.get()));
    }

    private Optional<StoreExport.Outcome> export(Optional<LocalDate> asOf, Optional<AsLoaded> asLoaded, Path out) {
        return StoreExport.export(
                configuration(asOf),
                KeyRing.demonstration(),
                asLoaded,
                out.toString(),
                Progress.SILENT,
                WorkersSource.of(SharedWorkers.get()));
    }

    private static SortedMap<String, Long> exportedCells(Path out) throws SQLException {
        SortedMap<String, Long> cells = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT area_code || ' ' || target_communities || ' '"
                        + " || occurred_date, count(DISTINCT incident_key) FROM read_parquet('" + out
                        + "/incidents/*/*.parquet') WHERE NOT withdrawn GROUP BY ALL")) {
            while (result.next()) {
                cells.put(result.getString(1), result.getLong(2));
            }
        }
        return cells;
    }

    private List<Path> layerFiles() throws IOException {
        return filesBelow("store/layers").stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .toList();
    }

    private String nameOf(Path file) {
        return folder.resolve("store").relativize(file).toString();
    }

    private List<Path> filesBelow(String name) throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve(name))) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static SortedMap<String, String> checksums(Path release) throws IOException {
        SortedMap<String, String> checksums = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(release)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                checksums.put(release.relativize(file).toString(), FileHash.sha256(file));
            }
        }
        return checksums;
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
