package org.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigil.incident.ExtractKind;

final class NextVersionTest {
    private static final Instant NOW = Instant.parse("2025-12-01T08:00:00Z");

    /** January and March came first; February and the earlier half of it came late, in one load; then all was compacted. */
    private static final StoreKeys KEYS =
            new StoreKeys(new TreeMap<>(Map.of(1, "check")), new TreeMap<>(Map.of("s", 1, "t", 1)), new TreeMap<>());

    private static final StoreManifest HELD = new StoreManifest(
            StoreManifest.FORMAT,
            7,
            StoreManifest.Action.COMPACT,
            "Compacted.",
            NOW,
            "1",
            KEYS,
            List.of(
                    extract("s-jan", "s", 1, "2025-01-31"),
                    extract("s-mar", "s", 2, "2025-03-31"),
                    extract("s-mid", "s", 3, "2025-02-14"),
                    extract("s-feb", "s", 4, "2025-02-28"),
                    extract("t-jan", "t", 5, "2025-01-31")),
            List.of(
                    layer("s-jan-1", "s", StoredLayer.Kind.EXTRACT, "s-jan"),
                    layer("s-mar-1", "s", StoredLayer.Kind.EXTRACT, "s-mar"),
                    layer("s-base-1", "s", StoredLayer.Kind.BASE, "s-mar", "s-jan-1", "s-mar-1"),
                    layer("s-mid-2", "s", StoredLayer.Kind.EXTRACT, "s-mid"),
                    layer("s-feb-2", "s", StoredLayer.Kind.EXTRACT, "s-feb"),
                    layer("restored-2", "s", StoredLayer.Kind.RESTORATION, "s-mar", "s-mid-2", "s-feb-2"),
                    layer(
                            "s-base-2",
                            "s",
                            StoredLayer.Kind.BASE,
                            "s-mar",
                            "s-jan-1",
                            "s-mar-1",
                            "s-mid-2",
                            "s-feb-2",
                            "restored-2"),
                    layer("t-jan-3", "t", StoredLayer.Kind.EXTRACT, "t-jan")),
            List.of());

    @Test
    void takesBackWhatCameLast() {
        StoreManifest next = takeBack(HELD, Optional.empty());

        assertEquals(
                List.of("s-jan", "s-mar", "s-mid", "s-feb"),
                next.extracts().stream().map(LoadedExtract::extractId).toList());
        assertEquals(
                List.of("s-jan-1", "s-mar-1", "s-base-1", "s-mid-2", "s-feb-2", "restored-2", "s-base-2"),
                layers(next));
        assertEquals(8, next.version());
        assertEquals(StoreManifest.Action.ROLLBACK, next.action());
        assertEquals(KEYS, next.keys());
        assertEquals(
                List.of(new StoreManifest.TakenBack(extract("t-jan", "t", 5, "2025-01-31"), NOW)), next.takenBack());
    }

    @Test
    void keepsWhatWasStatedAgainWhileAnotherLateExtractOfTheLoadNeedsIt() {
        StoreManifest once = takeBack(HELD, Optional.of("s"));
        StoreManifest twice = takeBack(once, Optional.of("s"));

        assertEquals(List.of("s-jan-1", "s-mar-1", "s-base-1", "s-mid-2", "restored-2", "t-jan-3"), layers(once));
        assertEquals(List.of("s-jan-1", "s-mar-1", "s-base-1", "t-jan-3"), layers(twice));
    }

    @Test
    void refusesToTakeBackWhatLaterExtractsWereComparedWith() {
        NextVersion next = new NextVersion(HELD, NOW, "1");
        LoadedExtract january = HELD.extracts().get(0);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> next.without(january));

        assertEquals("Extract s-jan is not the last that its source received", refused.getMessage());
    }

    @Test
    void allowsOnlyWhatWasTakenBack() {
        StoreManifest takenBack = takeBack(HELD, Optional.of("t"));
        NextVersion next = new NextVersion(takenBack, NOW, "1");

        assertEquals(List.of(), next.allowing("t-jan").orElseThrow().takenBack());
        assertEquals(Optional.empty(), next.allowing("s-jan"));
    }

    @Test
    void aBaseIsComparedWithExtractsThatComeAfterAllOfIt() {
        List<LoadedExtract> held = HELD.extractsOf("s");

        assertEquals(
                List.of("s-base-2"),
                ids(StoreStates.layersBefore(HELD, "s", held, List.of(extract("s-apr", "s", 6, "2025-04-30")))));
        assertEquals(
                List.of("s-jan-1", "s-mar-1", "s-mid-2", "s-feb-2", "restored-2"),
                ids(StoreStates.layersBefore(
                        HELD,
                        "s",
                        held,
                        List.of(extract("s-apr", "s", 6, "2025-04-30"), extract("s-late", "s", 7, "2025-03-01")))));
    }

    private static StoreManifest takeBack(StoreManifest held, Optional<String> source) {
        return new NextVersion(held, NOW, "1")
                .without(NextVersion.findLast(held, source).orElseThrow());
    }

    private static List<String> layers(StoreManifest manifest) {
        return ids(manifest.layers());
    }

    private static List<String> ids(List<StoredLayer> layers) {
        return new ArrayList<>(layers.stream().map(StoredLayer::layerId).toList());
    }

    private static StoredLayer layer(
            String id, String source, StoredLayer.Kind kind, String extractId, String... covered) {
        return new StoredLayer(id, source, kind, extractId, List.of(covered), List.of());
    }

    private static LoadedExtract extract(String id, String source, int sequence, String date) {
        return new LoadedExtract(
                id,
                source,
                id + ".csv",
                "sha of " + id,
                1,
                LocalDate.parse(date),
                sequence,
                NOW,
                ExtractKind.FULL,
                0,
                0,
                "",
                new LoadedExtract.Rows(0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>()),
                LoadedExtract.Effect.none());
    }
}
