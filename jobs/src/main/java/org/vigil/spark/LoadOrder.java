package org.vigil.spark;

import java.io.Serializable;
import java.util.List;
import org.vigil.storage.StorageFolder;
import org.vigil.store.SourcePlan;

/**
 * What workers need to know to take extracts into a store.
 *
 * @param store folder of the store
 * @param plans by source index, the extracts held and new, and the files that hold the former
 * @param sourceOfExtract source index by extract of the run
 * @param ordinals by extract of the run, its ordinal in its source's plan
 * @param layerIds by extract of the run, the layer that it becomes
 * @param restorationId layer name that the ordinal of a stated-again extract completes
 * @param rowsInMemory rows of a key range beyond which it is split
 */
public record LoadOrder(
        StorageFolder store,
        List<SourcePlan> plans,
        int[] sourceOfExtract,
        int[] ordinals,
        List<String> layerIds,
        String restorationId,
        int rowsInMemory)
        implements Serializable {
    public LoadOrder {
        plans = List.copyOf(plans);
        layerIds = List.copyOf(layerIds);
    }

    /** The layer in which a held extract of a source is stated again. */
    public String restorationLayer(int source, int ordinal) {
        return restorationId + "-" + source + "-" + ordinal;
    }
}
