package org.vigil.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigil.store.StoreManifest.Action;
import org.vigil.store.StoreManifest.TakenBack;

/** The manifests that upkeep makes out of the one that holds. Nothing is written here, and no version names fewer files than its layers need. */
public final class NextVersion {
    private final StoreManifest held;
    private final Instant madeAt;
    private final String program;

    /**
     * @param held the version that holds
     * @param madeAt when the next one is made
     * @param program version of this program
     */
    public NextVersion(StoreManifest held, Instant madeAt, String program) {
        this.held = held;
        this.madeAt = madeAt;
        this.program = program;
    }

    /** The extract that was loaded last, of all sources or of one; empty if there is none. */
    public static Optional<LoadedExtract> findLast(StoreManifest held, Optional<String> sourceCode) {
        return held.extracts().stream()
                .filter(e -> sourceCode.isEmpty() || e.sourceCode().equals(sourceCode.get()))
                .max(Comparator.comparingInt(LoadedExtract::sequence));
    }

    /**
     * The store without the extract that its source received last. What was stated again for its sake goes with it, unless another extract of the
     * same load needs it; so does every base that holds any of this.
     *
     * @throws IllegalArgumentException if it is not the last of its source: what came after it was compared with it
     */
    public StoreManifest without(LoadedExtract extract) {
        if (!findLast(held, Optional.of(extract.sourceCode()))
                .filter(extract::equals)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "Extract " + extract.extractId() + " is not the last that its source received");
        }
        Set<String> gone = new HashSet<>();
        held.layers().stream()
                .filter(layer -> layer.kind() == StoredLayer.Kind.EXTRACT
                        && layer.extractId().equals(extract.extractId()))
                .forEach(layer -> gone.add(layer.layerId()));
        held.layers().stream()
                .filter(layer -> layer.kind() == StoredLayer.Kind.RESTORATION
                        && !layer.covered().isEmpty()
                        && gone.containsAll(layer.covered()))
                .map(StoredLayer::layerId)
                .toList()
                .forEach(gone::add);
        List<StoredLayer> layers = new ArrayList<>();
        for (StoredLayer layer : held.layers()) {
            switch (layer.kind()) {
                case EXTRACT -> {
                    if (!gone.contains(layer.layerId())) {
                        layers.add(layer);
                    }
                }
                case RESTORATION -> {
                    if (!gone.contains(layer.layerId())) {
                        layers.add(layer.withoutCovered(gone));
                    }
                }
                case BASE -> {
                    if (layer.covered().stream().noneMatch(gone::contains)) {
                        layers.add(layer);
                    }
                }
            }
        }
        List<TakenBack> takenBack = new ArrayList<>(held.takenBack());
        takenBack.add(new TakenBack(extract, madeAt));
        return next(
                Action.ROLLBACK,
                "Took back " + extract.extractId() + ".",
                held.extracts().stream().filter(e -> !e.equals(extract)).toList(),
                layers,
                takenBack);
    }

    /** The store in which an extract that was taken back may be taken in again; empty if none of that name was taken back. */
    public Optional<StoreManifest> allowing(String extractId) {
        List<TakenBack> left = held.takenBack().stream()
                .filter(t -> !t.extract().extractId().equals(extractId))
                .toList();
        return left.size() == held.takenBack().size()
                ? Optional.empty()
                : Optional.of(next(Action.ALLOW, "Allowed " + extractId + ".", held.extracts(), held.layers(), left));
    }

    /** The store with new bases. Every other layer stays, because past states need it. */
    public StoreManifest with(List<StoredLayer> bases) {
        List<StoredLayer> layers = new ArrayList<>(held.layers());
        layers.addAll(bases);
        return next(
                Action.COMPACT,
                "Compacted "
                        + String.join(
                                ", ",
                                bases.stream().map(StoredLayer::sourceCode).toList())
                        + ".",
                held.extracts(),
                layers,
                held.takenBack());
    }

    private StoreManifest next(
            Action action,
            String note,
            List<LoadedExtract> extracts,
            List<StoredLayer> layers,
            List<TakenBack> takenBack) {
        return new StoreManifest(
                StoreManifest.FORMAT,
                held.version() + 1,
                action,
                note,
                madeAt,
                program,
                held.keys(),
                extracts,
                layers,
                takenBack);
    }
}
