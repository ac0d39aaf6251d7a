package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.cellkey.CellKeys;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.disclosure.DisclosureException;
import org.vigil.disclosure.KeptLedger;
import org.vigil.disclosure.LedgerFolder;
import org.vigil.disclosure.Policy;
import org.vigil.incident.ExtractKind;
import org.vigil.incident.KeyRing;
import org.vigil.incident.MasterKey;
import org.vigil.profile.SourceProfiles;
import org.vigil.spark.SourceSpec;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.store.StoreKeys;
import org.vigil.store.StoreManifest;

/** Police, and a charity that notes the police's numbers; keys of the epochs 1 and 2. */
final class RunKeysTest {
    private static final MasterKey ONE = MasterKey.ofDigits("V", Optional.of("0123456789abcdef".repeat(4)));
    private static final RunKeys FIRST = new RunKeys(KeyRing.of(ONE));
    private static final KeyRing BOTH =
            new KeyRing(Map.of(1, ONE, 2, MasterKey.ofDigits("V", Optional.of("fedcba9876543210".repeat(4)))));
    private static final RunKeys KEYS = new RunKeys(BOTH);
    private static final Configuration CONFIGURATION = configuration();
    private static final Configuration PUBLIC = published(CONFIGURATION);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # held under     looked up under
            # police charity police charity
            -,       -,      2,     2
            1,       -,      1,     2
            1,       1,      1,     1
            1,       2,      1,     2
            2,       2,      2,     2
            -,       1,      1,     1
            """)
    void looksIdsUpUnderTheEpochThatTheStoreKeeps(Integer policeHeld, Integer charityHeld, int police, int charity) {
        SortedMap<String, Integer> epochs = new TreeMap<>();
        if (policeHeld != null) {
            epochs.put("police", policeHeld);
        }
        if (charityHeld != null) {
            epochs.put("charity", charityHeld);
        }
        List<SourceSpec> specs = KEYS.specs(CONFIGURATION, held(epochs));

        assertArrayEquals(key("police", police), specs.get(0).identityKey());
        assertArrayEquals(key("charity", charity), specs.get(1).identityKey());
        assertArrayEquals(specs.get(0).identityKey(), specs.get(1).referenceKey());
    }

    /** Otherwise ids that the charity noted would be looked up under its own new key, once it is moved. */
    @Test
    void aSourceThatIsNotThereYetKeepsTheEpochInWhichItsIdsWereNoted() {
        StoreManifest noted = held(RunKeysTest::charityAlone);
        SortedMap<String, Integer> epochs = new TreeMap<>(noted.keys().epochs());
        assertEquals(Map.of("charity", 1, "police", 1), epochs);
        assertEquals(Set.of(1), noted.keys().checks().keySet());

        epochs.put("charity", 2);
        StoreManifest moved = held(epochs);
        assertEquals(1, KEYS.epochOf(CONFIGURATION, moved, "police"));
        assertEquals(
                Map.of("charity", 2, "police", 1),
                KEYS.after(CONFIGURATION, moved, List.of(extract("police"))).epochs());
        assertEquals(Set.of(1, 2), moved.keys().checks().keySet());
    }

    /** The first source noted ids under epoch 1; the other one came when there was a second, and stands before it or behind. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverNotesIdsLaterNotesThemUnderTheSameEpoch(boolean isBefore) {
        Configuration.Source other = source("school", "\nshared-reference: {column: police_number, source: police}\n");
        List<Configuration.Source> sources = new ArrayList<>(CONFIGURATION.sources());
        sources.add(isBefore ? 0 : 2, other);
        Configuration three = configuration(sources);
        StoreManifest noted = held(RunKeysTest::charityAlone);
        StoreKeys both = KEYS.after(three, noted, List.of(extract("school")));
        assertEquals(Map.of("charity", 1, "police", 1, "school", 2), both.epochs());

        // A store of before, which does not say it of the police.
        assertEquals(1, KEYS.epochOf(three, held(new TreeMap<>(Map.of("charity", 1, "school", 2))), "police"));
    }

    private static StoreKeys charityAlone(StoreManifest empty) {
        return FIRST.after(CONFIGURATION, empty, List.of(extract("charity")));
    }

    private static StoreManifest held(Function<StoreManifest, StoreKeys> keys) {
        return held(keys.apply(held(new TreeMap<>())).epochs());
    }

    private static LoadedExtract extract(String source) {
        return new LoadedExtract(
                source + "-1",
                source,
                "file.csv",
                "0".repeat(64),
                1,
                LocalDate.EPOCH,
                1,
                Instant.EPOCH,
                ExtractKind.FULL,
                0,
                0,
                "",
                new LoadedExtract.Rows(0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>()),
                LoadedExtract.Effect.none(),
                List.of());
    }

    @Test
    void givesNoKeyToThoseWhoReadWhatIsStored() {
        for (SourceSpec spec : KEYS.readers(CONFIGURATION)) {
            assertEquals(0, spec.identityKey().length + spec.referenceKey().length);
        }
    }

    /** Who only reads the store gets readers: a key of ids goes to those who take ids in. */
    @Test
    void keysOfIdsGoOnlyToThoseWhoReadFiles() {
        JavaClasses run = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.vigil.run");
        Set<String> callers = run.get(RunKeys.class).getMethods().stream()
                .filter(method -> method.getName().toLowerCase(Locale.ROOT).endsWith("specs"))
                .flatMap(method -> method.getAccessesToSelf().stream())
                .map(access -> access.getOriginOwner().getSimpleName() + "."
                        + access.getOrigin().getName())
                .filter(caller -> !caller.startsWith("RunKeys"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of("ForecastRun.<init>", "StoreRekeying.move", "StoredRun.takeIn", "WeeklyRun.read"), callers);
    }

    // ---- Under which key figures are drawn ----

    @Test
    void aNewKeyAloneChangesNothingThatIsDrawn(@TempDir Path folder) {
        StorageFolder store = StorageFolder.at(folder.toString());
        RunKeys first = new RunKeys(KeyRing.of(ONE), store);
        publish(store, first);

        RunKeys both = new RunKeys(BOTH, store);
        assertEquals(1, both.drawEpoch().epoch());
        assertEquals(drawn(first), drawn(both));

        RunKeys later = both.drawingUnderTheNewest();
        assertTrue(new LedgerFolder(store).moveTo(both.newestDrawEpoch()));
        assertEquals(2, new RunKeys(BOTH, store).drawEpoch().epoch());
        assertEquals(drawn(later), drawn(new RunKeys(BOTH, store)));
        assertEquals(
                0,
                drawn(first).stream().filter(drawn(later)::contains).count(),
                "names, record keys and cell keys are others");
    }

    @Test
    void whereNothingWasPublishedFiguresAreDrawnUnderTheNewestKey(@TempDir Path folder) {
        assertEquals(
                2,
                new RunKeys(BOTH, StorageFolder.at(folder.toString()))
                        .drawEpoch()
                        .epoch());
        assertEquals(2, KEYS.drawEpoch().epoch());
    }

    /** Those inside have their release all the same: no record key is asked for, and nothing throws. */
    @Test
    void drawsNothingUnderAMissingOrAnotherKey(@TempDir Path folder) {
        StorageFolder store = StorageFolder.at(folder.toString());
        publish(store, new RunKeys(new KeyRing(Map.of(2, ONE)), store));
        String remedy =
                " or every figure would be drawn anew. Name it in the configuration under key:; if it is lost, name a"
                        + " new one of a later epoch and run vigil store rekey.";

        assertNothingDrawn(
                new RunKeys(KeyRing.of(ONE), store),
                "No public release was made: the figures published from the store " + folder
                        + " were drawn under a key of epoch 2, and none of that epoch is configured; expected it,"
                        + remedy);
        assertNothingDrawn(
                new RunKeys(BOTH, store),
                "No public release was made: the figures published from the store " + folder
                        + " were drawn under another master key of epoch 2; expected the same key," + remedy);
    }

    private static void assertNothingDrawn(RunKeys keys, String sentence) {
        for (Executable drawing : List.<Executable>of(keys::cellKeys, keys::publicNames, keys::drawEpoch)) {
            assertEquals(
                    sentence, assertThrows(DisclosureException.class, drawing).getMessage());
        }
        assertEquals("", keys.recordKeyMark(PUBLIC));
        assertEquals(0, keys.readers(PUBLIC).get(0).recordKey().length);
    }

    private static void publish(StorageFolder store, RunKeys keys) {
        KeptLedger.keep(store, keys.drawEpoch());
    }

    /** What follows from the key: the mark and key of records, and cell keys of forty sums as one. */
    private static List<String> drawn(RunKeys keys) {
        CellKeys cells = keys.cellKeys();
        return List.of(
                keys.recordKeyMark(PUBLIC),
                HexFormat.of().formatHex(keys.readers(PUBLIC).get(0).recordKey()),
                LongStream.range(0, 40).mapToObj(sum -> "" + cells.of(sum)).collect(Collectors.joining(" ")),
                HexFormat.of().formatHex(keys.specs(PUBLIC).get(1).recordKey()) + " of a loading worker");
    }

    @Test
    void everySourceAndEpochAndWhatIsLostHasAKeyOfItsOwn() {
        List<byte[]> keys = List.of(
                key("police", 1),
                key("police", 2),
                key("charity", 1),
                KEYS.lostKey("police", 1),
                KEYS.lostKey("police", 2));

        for (int a = 0; a < keys.size(); a++) {
            for (int b = 0; b < a; b++) {
                assertFalse(Arrays.equals(keys.get(a), keys.get(b)), a + " and " + b);
            }
        }
    }

    /** The value that stores of form 2 have, so that they can still be opened: SipHash-2-4 of a fixed text under the incident key. */
    @Test
    void aCheckValueIsNoneOfTheKeysThatAreUsed() {
        SortedMap<Integer, String> checks = KEYS.checks(new TreeMap<>(Map.of("police", 1, "charity", 2)));

        assertEquals(Set.of(1, 2), checks.keySet());
        for (String check : checks.values()) {
            for (int epoch = 1; epoch <= 2; epoch++) {
                assertFalse(check.equals(HexFormat.of().formatHex(key("police", epoch))));
                assertFalse(check.equals(HexFormat.of().formatHex(key("charity", epoch))));
            }
        }
    }

    private static byte[] key(String source, int epoch) {
        List<SourceSpec> specs = KEYS.specs(CONFIGURATION, held(new TreeMap<>(Map.of(source, epoch))));
        return specs.get(source.equals("police") ? 0 : 1).identityKey();
    }

    private static StoreManifest held(SortedMap<String, Integer> epochs) {
        return new StoreManifest(
                StoreManifest.FORMAT,
                1,
                StoreManifest.Action.LOAD,
                "",
                Instant.EPOCH,
                "",
                new StoreKeys(KEYS.checks(epochs), epochs, new TreeMap<>()),
                List.of(),
                List.of(),
                List.of());
    }

    private static Configuration configuration() {
        return configuration(List.of(
                source("police", ""),
                source("charity", "\nshared-reference: {column: police_number, source: police}\n")));
    }

    private static Configuration configuration(List<Configuration.Source> sources) {
        Path folder = Path.of("folder");
        return new Configuration(
                folder.resolve("vigil.yaml"),
                "Two sources",
                sources,
                Optional.empty(),
                folder.resolve("store").toString(),
                folder.resolve("releases"),
                "uk",
                new KeySource.Demonstration(),
                Configuration.Reports.NONE,
                new Configuration.Spark(OptionalInt.of(2), 1),
                Configuration.Runs.beside(folder.resolve("releases")));
    }

    private static Configuration published(Configuration c) {
        return new Configuration(
                c.file(),
                c.title(),
                c.sources(),
                c.asOf(),
                c.store(),
                c.releases(),
                Optional.of(new Configuration.PublicReleases(c.releases().resolveSibling("open"), Policy.CELL_KEY)),
                c.eventCatalogue(),
                c.key(),
                c.reports(),
                c.spark(),
                c.runs(),
                c.retention());
    }

    private static Configuration.Source source(String code, String more) {
        String profile = SourceProfiles.shippedText("canonical") + more;
        return new Configuration.Source(code, SourceProfiles.parse(code, profile), profile, List.of(), 0.0, 1.0);
    }
}
