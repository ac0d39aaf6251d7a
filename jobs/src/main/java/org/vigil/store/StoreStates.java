package org.vigil.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which extracts and files make a state of the store. */
public final class StoreStates {
    private StoreStates() {}

    /** Extracts of a source that were made on or before a day, in the order in which they speak. */
    public static List<LoadedExtract> extracts(StoreManifest manifest, String sourceCode, Optional<LocalDate> asOf) {
        return manifest.extractsOf(sourceCode).stream()
                .filter(e -> asOf.isEmpty() || !e.extractDate().isAfter(asOf.get()))
                .toList();
    }

    /** The layers that make that state: the largest base that says nothing of later extracts, and every layer that it does not hold. */
    public static List<StoredLayer> layers(StoreManifest manifest, String sourceCode, List<LoadedExtract> extracts) {
        return layers(manifest, sourceCode, extracts, base -> true);
    }

    /**
     * The layers that new extracts are compared with. A base tells only what holds in the end, so that one is of use only if every new extract comes
     * after all that it holds: what a late extract changes has to be told from what was known at its place.
     *
     * @param extracts those held
     * @param fresh those to be taken in
     */
    public static List<StoredLayer> layersBefore(
            StoreManifest manifest, String sourceCode, List<LoadedExtract> extracts, List<LoadedExtract> fresh) {
        Map<String, LoadedExtract> byId = new HashMap<>();
        extracts.forEach(e -> byId.put(e.extractId(), e));
        return layers(manifest, sourceCode, extracts, base -> {
            LoadedExtract newest = byId.get(base.extractId());
            return newest != null && fresh.stream().allMatch(e -> LoadedExtract.ORDER.compare(newest, e) < 0);
        });
    }

    /** The same without any base: every row that was ever written for these extracts. */
    public static List<StoredLayer> layersWithoutBase(
            StoreManifest manifest, String sourceCode, List<LoadedExtract> extracts) {
        return layers(manifest, sourceCode, extracts, base -> false);
    }

    private static List<StoredLayer> layers(
            StoreManifest manifest,
            String sourceCode,
            List<LoadedExtract> extracts,
            Predicate<StoredLayer> isUsableBase) {
        Set<String> known = new HashSet<>();
        extracts.forEach(e -> known.add(e.extractId()));
        List<StoredLayer> ofSource = manifest.layers().stream()
                .filter(layer -> layer.sourceCode().equals(sourceCode))
                .toList();
        Set<String> spoken = new HashSet<>();
        ofSource.stream()
                .filter(layer -> layer.kind() != StoredLayer.Kind.BASE && known.contains(layer.extractId()))
                .forEach(layer -> spoken.add(layer.layerId()));
        Optional<StoredLayer> base = ofSource.stream()
                .filter(layer -> layer.kind() == StoredLayer.Kind.BASE
                        && spoken.containsAll(layer.covered())
                        && isUsableBase.test(layer))
                .max(Comparator.comparingInt(
                                (StoredLayer layer) -> layer.covered().size())
                        .thenComparing(StoredLayer::layerId));
        List<StoredLayer> layers = new ArrayList<>();
        base.ifPresent(layers::add);
        Set<String> covered = base.map(b -> Set.copyOf(b.covered())).orElse(Set.of());
        ofSource.stream()
                .filter(layer -> spoken.contains(layer.layerId()) && !covered.contains(layer.layerId()))
                .forEach(layers::add);
        return layers;
    }

    /** The state for workers. */
    public static SourcePlan plan(String sourceCode, List<LoadedExtract> extracts, List<StoredLayer> layers) {
        return plan(sourceCode, extracts, Set.of(), layers);
    }

    /**
     * The state for workers, with extracts that are being taken in.
     *
     * @param extracts held and new, in any order
     * @param newIds which of them are new
     * @param layers layers of those held
     */
    public static SourcePlan plan(
            String sourceCode, List<LoadedExtract> extracts, Set<String> newIds, List<StoredLayer> layers) {
        List<SourcePlan.ExtractPlan> plans = extracts.stream()
                .sorted(LoadedExtract.ORDER)
                .map(e -> new SourcePlan.ExtractPlan(
                        e.extractId(), newIds.contains(e.extractId()), e.kind(), e.firstDay(), e.lastDay()))
                .toList();
        List<SourcePlan.FilePlan> files = layers.stream()
                .flatMap(layer -> layer.files().stream()
                        .map(file -> new SourcePlan.FilePlan(
                                layer.layerId(), file.name(), layer.kind() == StoredLayer.Kind.RESTORATION)))
                .toList();
        return new SourcePlan(sourceCode, plans, files);
    }
}
