package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.incident.ExtractKind;
import org.vigil.incident.KeyRing;
import org.vigil.incident.MasterKey;
import org.vigil.profile.SourceProfiles;
import org.vigil.spark.SourceSpec;
import org.vigil.store.LoadedExtract;
import org.vigil.store.StoreKeys;
import org.vigil.store.StoreManifest;

/** Police, and a charity that notes the police's numbers; keys of the epochs 1 and 2. */
final class RunKeysTest {
    private static final MasterKey ONE = MasterKey.ofDigits("V", Optional.of("0123456789abcdef".repeat(4)));
    private static final RunKeys FIRST = new RunKeys(KeyRing.of(ONE));
    private static final RunKeys KEYS = new RunKeys(new KeyRing(
            Map.of(1, ONE, 2, MasterKey.ofDigits("V", Optional.of("fedcba9876543210".repeat(4))))));
    private static final Configuration CONFIGURATION = configuration();

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
                Set.of(),
                new Configuration.Spark(OptionalInt.of(2), 1),
                Configuration.Runs.beside(folder.resolve("releases")));
    }

    private static Configuration.Source source(String code, String more) {
        String profile = SourceProfiles.shippedText("canonical") + more;
        return new Configuration.Source(code, SourceProfiles.parse(code, profile), profile, List.of(), 0.0, 1.0);
    }
}
