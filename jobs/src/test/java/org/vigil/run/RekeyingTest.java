package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.config.Configuration;
import org.vigil.disclosure.DisclosureException;
import org.vigil.disclosure.KeptLedger;
import org.vigil.disclosure.LedgerFolder;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.incident.KeyException;
import org.vigil.incident.KeyRing;
import org.vigil.incident.MasterKey;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.LayerReading;
import org.vigil.layer.StoredCodes;
import org.vigil.profile.SourceProfiles;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import org.vigil.store.StoreKeys;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoredLayer;

/** Stores that change their key beside stores that never do: nothing but the keys may tell them apart. */
final class RekeyingTest {
    private static final MasterKey FIRST = MasterKey.ofDigits("V", Optional.of("0123456789abcdef".repeat(4)));
    private static final MasterKey SECOND = MasterKey.ofDigits("V", Optional.of("fedcba9876543210".repeat(4)));
    private static final KeyRing EARLIER = KeyRing.of(FIRST);
    private static final KeyRing BOTH = new KeyRing(Map.of(1, FIRST, 2, SECOND));
    private static final KeyRing NEWEST = new KeyRing(Map.of(2, SECOND));

    // ---- Nothing changes but the keys ----

    /** The sources send everything always; everything always and no ids; what is new, and everything once. */
    @ParameterizedTest
    @CsvSource({"full, 1", "full, 2", "none, 5", "once, 7"})
    void aStoreThatIsMovedSaysWhatOneSaysThatIsNot(String kind, long seed, @TempDir Path folder) throws IOException {
        Random random = new Random(seed);
        String where = "seed " + seed + ", " + kind;
        List<RandomHistory.File> files = RandomHistory.files(random, kind.equals("full") ? "full" : "delta", folder);
        Twin still = new Twin(kind, Files.createDirectory(folder.resolve("still")));
        Twin moved = new Twin(kind, Files.createDirectory(folder.resolve("moved")));
        List<RandomHistory.File> early = new ArrayList<>(files.subList(0, 4));
        Collections.swap(early, 1, 2);

        for (RandomHistory.File file : early) {
            still.load(EARLIER, file);
            moved.load(EARLIER, file);
        }
        if (random.nextBoolean()) {
            StoreCompaction.compact(moved.configuration(), EARLIER, Progress.SILENT, workers());
        }
        // The new key is there, and nothing looks new for it.
        still.load(EARLIER, files.get(4));
        moved.load(BOTH, files.get(4));
        assertEquals(still.ledger(), moved.ledger(), where);
        assertEquals(Map.of("history", 1), moved.held().keys().epochs(), where);
        assertEquals(still.keys(), moved.keys(), where);

        Set<String> before = moved.keys();
        StoreRekeying.Outcome outcome = StoreRekeying.move(moved.configuration(), BOTH, Progress.SILENT, workers())
                .orElseThrow();
        assertEquals("history", outcome.sources().get(0).sourceCode(), where);
        assertEquals(1, outcome.sources().get(0).fromEpoch(), where);
        Set<String> after = moved.keys();
        assertEquals(before.size(), after.size(), where);
        assertTrue(Collections.disjoint(before, after), where);
        assertEquals(Set.of(2), moved.held().keys().checks().keySet(), where);
        assertEquals(still.states(EARLIER), moved.states(NEWEST), where);
        assertEquals(still.plain(EARLIER), moved.plain(NEWEST), where);
        assertEquals(still.notes(), moved.notes(), where);
        assertEquals(
                Optional.empty(), StoreRekeying.move(moved.configuration(), NEWEST, Progress.SILENT, workers()), where);

        // The old key is gone, and what comes meets what is held.
        still.load(EARLIER, files.get(5));
        moved.load(NEWEST, files.get(5));
        assertEquals(still.ledger(), moved.ledger(), where);
        assertEquals(still.states(EARLIER), moved.states(NEWEST), where);
        assertEquals(
                List.of(),
                StoreVerification.verify(
                                moved.configuration(), NEWEST, StoreVerification.Extent.ALL, Progress.SILENT, workers())
                        .findings(),
                where);
        StoreCompaction.compact(moved.configuration(), NEWEST, Progress.SILENT, workers());
        assertEquals(still.states(EARLIER), moved.states(NEWEST), where);
        assertTrue(Collections.disjoint(before, moved.keys()), where);
        // What the store held before can still be counted, though nobody has its key.
        try (StoredRun run = StoredRun.open(moved.configuration(), NEWEST, Progress.SILENT)) {
            assertFalse(run.runAsLoaded(AsLoaded.parse("2").orElseThrow(), workers())
                    .extracts()
                    .isEmpty());
        }
    }

    // ---- What is drawn for everybody ----

    /** Where nothing was published there is nothing to draw anew; a move that dies once it is committed is made up for by the next. */
    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "true, true"})
    void publicFiguresAreDrawnUnderTheNewestKeyOnceTheSourcesAreMoved(
            boolean isPublished, boolean isBrokenOff, @TempDir Path folder) throws IOException {
        List<RandomHistory.File> files = RandomHistory.files(new Random(6), "full", folder);
        Twin store = new Twin("full", folder);
        store.load(EARLIER, files.get(0));
        StorageFolder at = StorageFolder.at(store.configuration().store());
        LedgerFolder ledger = new LedgerFolder(at);
        if (isPublished) {
            KeptLedger.keep(at, new RunKeys(EARLIER, at).drawEpoch());
        }
        store.load(BOTH, files.get(1));
        assertEquals(isPublished ? 1 : 2, new RunKeys(BOTH, at).drawEpoch().epoch());

        if (isBrokenOff) {
            assertThrows(
                    IllegalStateException.class,
                    () -> StoreRekeying.move(store.configuration(), BOTH, breaking(Step.VERSION_COMMITTED), workers()));
            assertEquals(1, new RunKeys(BOTH, at).drawEpoch().epoch());
        }
        StoreRekeying.Outcome outcome = StoreRekeying.move(store.configuration(), BOTH, Progress.SILENT, workers())
                .orElseThrow();

        assertEquals(isBrokenOff ? 0 : 1, outcome.sources().size());
        assertEquals(isPublished, outcome.isDrawnAnew());
        assertEquals(List.of(), outcome.earlierEpochs());
        assertEquals(!isPublished, ledger.isEmpty());
        assertEquals(2, new RunKeys(NEWEST, at).drawEpoch().epoch());
        assertEquals(Optional.empty(), StoreRekeying.move(store.configuration(), BOTH, Progress.SILENT, workers()));
        // The old key alone draws nothing any more.
        if (isPublished) {
            assertThrows(DisclosureException.class, () -> new RunKeys(EARLIER, at).cellKeys());
        }
    }

    // ---- What is refused ----

    @Test
    void refusesAMissingAndAnotherKeyBeforeAnythingIsRead(@TempDir Path folder) throws IOException {
        List<RandomHistory.File> files = RandomHistory.files(new Random(1), "full", folder);
        Twin store = new Twin("full", folder);
        store.load(EARLIER, files.get(0));

        assertEquals(
                "Nothing was read: the store " + folder.resolve("store")
                        + " keeps the source history under a key of epoch 1, and none of that epoch is configured; expected"
                        + " it, or every incident would look new. Name it in the configuration under key: earlier:.",
                assertThrows(KeyException.class, () -> store.load(NEWEST, files.get(1)))
                        .getMessage());
        String another = "Nothing was read: the store " + folder.resolve("store")
                + " was made under another master key of epoch 1; expected the same key, or every incident would look new."
                + " Name the key that the store was made with, or give this configuration another store.";
        assertEquals(
                another,
                assertThrows(KeyException.class, () -> store.load(KeyRing.of(SECOND), files.get(1)))
                        .getMessage());
        assertEquals(
                another,
                assertThrows(
                                KeyException.class,
                                () -> ForecastRun.of(store.configuration(), KeyRing.of(SECOND), Progress.SILENT))
                        .getMessage());
        assertEquals(1, store.held().version());
    }

    @Test
    void refusesToMoveWithoutAFullExtract(@TempDir Path folder) throws IOException {
        Twin store = new Twin("delta", folder);
        store.load(EARLIER, RandomHistory.files(new Random(1), "delta", folder).get(0));

        assertRefused(
                store,
                "No key was changed: the newest extract of the source history, " + store.id(0)
                        + ", is a delta extract; expected a full one, as it alone names every incident that is held. Take in"
                        + " a full extract of every source that is moved, with extracts: full in its profile, and try"
                        + " again.");
    }

    @Test
    void refusesToMoveWithoutTheFile(@TempDir Path folder) throws IOException {
        List<RandomHistory.File> files = RandomHistory.files(new Random(1), "full", folder);
        Twin store = new Twin("full", folder);
        store.load(EARLIER, files.get(0));
        store.load(EARLIER, files.get(1));
        store.configured.remove(1);

        assertRefused(
                store,
                "No key was changed: the file of " + store.id(1)
                        + " (extract-1.csv) is not among the configured extracts; expected it as it was taken in. Bring it"
                        + " back, or take in a newer full extract.");
    }

    @Test
    void refusesToMoveUnderAnotherProfile(@TempDir Path folder) throws IOException {
        Twin store = new Twin("full", folder);
        store.load(EARLIER, RandomHistory.files(new Random(1), "full", folder).get(0));
        store.version = 2;

        assertRefused(
                store,
                "No key was changed: " + store.id(0)
                        + " was taken in under another profile or other code lists; expected those of today. Run vigil store"
                        + " reinterpret first.");
    }

    @Test
    void refusesToMoveASourceBesideOneThatIsNotConfigured(@TempDir Path folder) throws IOException {
        List<RandomHistory.File> files = RandomHistory.files(new Random(1), "full", folder);
        Twin store = new Twin("full", folder);
        store.load(EARLIER, files.get(0));
        store.code = "another";
        store.load(EARLIER, files.get(1));

        assertRefused(
                store,
                "No key was changed: the store " + folder.resolve("store")
                        + " holds the source history, which the configuration does not name; expected every source of the"
                        + " store, as one can note the ids of another. Add it to the configuration.");
    }

    @Test
    void refusesWhatComesTooLateAndWhatTheKeysRestOn(@TempDir Path folder) throws IOException {
        List<RandomHistory.File> files = RandomHistory.files(new Random(4), "full", folder);
        Twin store = new Twin("full", folder);
        store.load(EARLIER, files.get(0));
        store.load(EARLIER, files.get(5));
        StoreRekeying.move(store.configuration(), BOTH, Progress.SILENT, workers());
        StoreManifest moved = store.held();

        store.configured.add(files.get(3));
        String late = "Nothing was taken in. The extract history-" + files.get(3).date
                + " (extract-3.csv) was made before " + store.id(1)
                + ", whose ids moved the source history to another key; expected a later one, as what was held before can no"
                + " longer be matched. Take it out of the configuration, or load all extracts into another store.";
        assertEquals(
                late,
                assertThrows(FindingsException.class, () -> store.run(NEWEST, Optional.empty()))
                        .getMessage());
        assertEquals(
                List.of(late),
                ForecastRun.of(store.configuration(), NEWEST, Progress.SILENT).refusals());
        assertEquals(
                "Nothing was taken back: with the ids of " + store.id(1)
                        + " the source history was moved to another key, so that neither it nor what came before can go;"
                        + " expected a later extract. Load the extracts that are right into another store.",
                assertThrows(
                                FindingsException.class,
                                () -> StoreRollback.takeBack(store.configuration(), Optional.empty()))
                        .getMessage());
        assertEquals(moved, store.held());
    }

    /** Broken off before the version is committed, it has done nothing; after, everything but keeping counts. */
    @ParameterizedTest
    @CsvSource({"LAYERS_WRITTEN, 1", "VERSION_COMMITTED, 2"})
    void isDoneAsAWholeOrNotAtAll(Step brokenOffAt, int epoch, @TempDir Path folder) throws IOException {
        List<RandomHistory.File> files = RandomHistory.files(new Random(3), "full", folder);
        Twin store = new Twin("full", folder);
        store.load(EARLIER, files.get(0));
        store.load(EARLIER, files.get(1));
        SortedMap<LocalDate, String> states = store.states(EARLIER);
        assertThrows(
                IllegalStateException.class,
                () -> StoreRekeying.move(store.configuration(), BOTH, breaking(brokenOffAt), workers()));

        assertEquals(Map.of("history", epoch), store.held().keys().epochs());
        assertEquals(states, store.states(BOTH));
        assertEquals(
                epoch == 1,
                StoreRekeying.move(store.configuration(), BOTH, Progress.SILENT, workers())
                        .isPresent());
        assertEquals(states, store.states(NEWEST));
    }

    @Test
    void saysWhichSourcesAreKeptUnderAnEarlierKey(@TempDir Path folder) throws IOException {
        Twin store = new Twin("full", folder);
        store.load(EARLIER, RandomHistory.files(new Random(1), "full", folder).get(0));
        List<String> said = new ArrayList<>();

        try (StoredRun run = StoredRun.open(store.configuration(), BOTH, said::add)) {
            run.read(SharedWorkers.get());
        }

        assertTrue(
                said.contains(
                        "The source history is kept under the key of epoch 1; after a full extract, vigil store rekey"
                                + " moves it to epoch 2"),
                said::toString);
    }

    @Test
    void theStoreSaysNothingOfAKeyButWhetherItIsTheSame(@TempDir Path folder) throws IOException {
        Twin store = new Twin("full", folder);
        store.load(EARLIER, RandomHistory.files(new Random(1), "full", folder).get(0));
        StoreKeys keys = store.held().keys();

        assertEquals(Map.of("history", 1), keys.epochs());
        assertEquals(Map.of(), keys.movedWith());
        assertTrue(keys.checks().toString().matches("\\{1=[0-9a-f]{32}}"), keys::toString);
    }

    private static Progress breaking(Step at) {
        return new Progress() {
            @Override
            public void say(String sentence) {}

            @Override
            public void at(Step step) {
                if (step == at) {
                    throw new IllegalStateException("broken off");
                }
            }
        };
    }

    private static void assertRefused(Twin store, String sentence) {
        StoreManifest before = store.held();
        assertEquals(
                sentence,
                assertThrows(
                                FindingsException.class,
                                () -> StoreRekeying.move(store.configuration(), BOTH, Progress.SILENT, workers()))
                        .getMessage());
        assertEquals(before, store.held());
    }

    private static WorkersSource workers() {
        return WorkersSource.of(SharedWorkers.get());
    }

    // ---- A store ----

    /** A store and the files that were configured for it so far. */
    private static final class Twin {
        private final String kind;
        private final Path folder;
        private final List<RandomHistory.File> configured = new ArrayList<>();
        private int version = 1;
        private String code = "history";

        Twin(String kind, Path folder) {
            this.kind = kind;
            this.folder = folder;
        }

        Configuration configuration() {
            return configuration(Optional.empty());
        }

        private Configuration configuration(Optional<LocalDate> asOf) {
            Configuration c = RandomHistory.configuration(
                    kind.equals("once") ? "delta" : kind, folder, List.copyOf(configured), asOf);
            Configuration.Source source = c.sources().get(0);
            String profile = source.profileText().replace("\"version\":\"1\"", "\"version\":\"" + version + "\"");
            if (kind.equals("none")) {
                profile = SourceProfiles.canonicalText(profile.replaceFirst("\\{", "{\"extracts\":\"full\","));
            }
            // Everything once, with the fifth file.
            if (kind.equals("once") && configured.size() == 5) {
                profile = profile.replace("\"extracts\":\"delta\"", "\"extracts\":\"full\"");
            }
            Configuration.Source own = new Configuration.Source(
                    code, SourceProfiles.parse(code, profile), profile, source.extracts(), 0.0, 1.0);
            return new Configuration(
                    c.file(),
                    c.title(),
                    List.of(own),
                    asOf,
                    c.store(),
                    c.releases(),
                    c.eventCatalogue(),
                    c.key(),
                    c.reports(),
                    c.spark(),
                    c.runs());
        }

        void load(KeyRing ring, RandomHistory.File file) {
            configured.add(file);
            run(ring, Optional.empty());
        }

        ReadRun run(KeyRing ring, Optional<LocalDate> asOf) {
            try (StoredRun run = StoredRun.open(configuration(asOf), ring, Progress.SILENT)) {
                return run.read(SharedWorkers.get());
            }
        }

        StoreManifest held() {
            return Store.at(StorageFolder.at(configuration().store())).newest();
        }

        String id(int extract) {
            return held().extracts().get(extract).extractId();
        }

        /** What every extract changed, and what became of its rows. */
        List<String> ledger() {
            return held().extracts().stream()
                    .map(e -> e.extractId() + " " + e.kind() + " " + e.rows() + " " + e.effect())
                    .toList();
        }

        /** The counts of every day that a file was made, and who speaks for how many; counted from the layers themselves. */
        SortedMap<LocalDate, String> states(KeyRing ring) throws IOException {
            try (Stream<Path> partials = Files.list(folder.resolve("store/partials"))) {
                for (Path partial : partials.toList()) {
                    Files.delete(partial);
                }
            }
            SortedMap<LocalDate, String> states = new TreeMap<>();
            for (RandomHistory.File file : configured) {
                ReadRun read = run(ring, Optional.of(file.date));
                states.put(
                        file.date,
                        RandomHistory.cells(read.sources().get(0).cube()) + " "
                                + read.extracts().stream()
                                        .map(e ->
                                                e.extractId() + " " + e.fates().accepted())
                                        .toList());
            }
            return states;
        }

        /** Everything that is stored of every incident but its key: dates, codes, the publisher's words, places in the files. */
        List<String> plain(KeyRing ring) {
            Path out = folder.resolve("plain");
            StoreExport.Outcome exported = StoreExport.export(
                            configuration(), ring, Optional.empty(), out.toString(), Progress.SILENT, workers())
                    .orElseThrow();
            List<String> lines = new ArrayList<>();
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery("SELECT CAST(COLUMNS(* EXCLUDE (incident_key)) AS VARCHAR)"
                                    + " FROM read_parquet('" + out + "/incidents/*/*.parquet') ORDER BY ALL")) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int c = 1; c <= columns; c++) {
                        line.append(result.getMetaData().getColumnName(c))
                                .append('=')
                                .append(result.getString(c))
                                .append('|');
                    }
                    lines.add(line.toString());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            assertEquals(exported.incidents(), lines.size());
            assertTrue(lines.get(0).contains("row_number="), lines.get(0));
            return lines;
        }

        /** By extract, the profile that it was read with, and what was quarantined of it. */
        SortedMap<String, String> notes() {
            StorageFolder store = StorageFolder.at(configuration().store());
            SortedMap<String, String> notes = new TreeMap<>();
            held().layers().stream()
                    .filter(layer -> layer.kind() == StoredLayer.Kind.EXTRACT)
                    .forEach(layer -> notes.put(
                            layer.extractId(),
                            StoredProfile.find(store, layer.layerId()).orElseThrow()
                                    + StoredQuarantine.read(store, layer.layerId())
                                            .size()));
            return notes;
        }

        /** Every key that a layer of the newest version holds. */
        Set<String> keys() {
            StoreManifest held = held();
            StorageFolder store = StorageFolder.at(configuration().store());
            Set<String> keys = new TreeSet<>();
            for (StoredLayer layer : held.layers()) {
                Map<String, Integer> ordinals = new TreeMap<>();
                held.extracts().stream().map(LoadedExtract::extractId).forEach(id -> ordinals.put(id, ordinals.size()));
                LayerReading reading = new LayerReading(
                        new StoredCodes(Geography.load("london").areas().stream()
                                .map(Area::code)
                                .toList()),
                        ordinals,
                        false,
                        false,
                        false);
                layer.files().forEach(file -> {
                    try (LayerCursor cursor = LayerCursor.open(
                            store.input(Store.layerFolder(layer.layerId()) + "/" + file.name()),
                            reading,
                            KeyRange.ALL)) {
                        while (cursor.next()) {
                            keys.add(Long.toHexString(cursor.keyHigh()) + " " + Long.toHexString(cursor.keyLow()));
                        }
                    }
                });
            }
            return keys;
        }
    }
}
