package org.vigil.attribution;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.store.LoadedExtract;
import org.vigil.store.SourcePlan;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.store.StoredLayer;

/**
 * The state of the store that a release shows of one source.
 *
 * @param manifest a version of the store
 * @param sourceCode the source
 * @param extracts the extracts that the release knew, in the order in which they speak
 */
record ReleaseState(StoreManifest manifest, String sourceCode, List<LoadedExtract> extracts) {
    ReleaseState {
        extracts = List.copyOf(extracts);
    }

    SourcePlan plan() {
        return StoreStates.plan(sourceCode, extracts, layers());
    }

    long rows() {
        return layers().stream().mapToLong(StoredLayer::rows).sum();
    }

    Set<String> interpretations() {
        Set<String> hashes = new HashSet<>();
        extracts.forEach(e -> hashes.add(e.interpretation()));
        return hashes;
    }

    /** By ordinal of the plan. */
    String[] interpretationByOrdinal() {
        return extracts.stream().map(LoadedExtract::interpretation).toArray(String[]::new);
    }

    /** The layers of its extracts: two states with the same ones hold the same incidents. */
    Set<String> layersOfExtracts() {
        Set<String> ids = extracts.stream().map(LoadedExtract::extractId).collect(Collectors.toSet());
        return manifest.layers().stream()
                .filter(layer -> layer.kind() == StoredLayer.Kind.EXTRACT && ids.contains(layer.extractId()))
                .map(StoredLayer::layerId)
                .collect(Collectors.toSet());
    }

    private List<StoredLayer> layers() {
        return StoreStates.layers(manifest, sourceCode, extracts);
    }
}
