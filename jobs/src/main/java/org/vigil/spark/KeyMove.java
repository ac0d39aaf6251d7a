package org.vigil.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigil.layer.References;
import org.vigil.storage.StorageFolder;
import org.vigil.store.SourcePlan;

/**
 * What workers need to know to write the layers of one source again under another key. Not to be logged: it holds keys.
 *
 * @param store folder of the store
 * @param source index of the source
 * @param plan its newest state
 * @param layers its layers, without bases
 * @param splits the newest full extract of the source
 * @param notingSplits the newest full extracts of the sources that note its ids
 * @param isMoved whether its own keys change, or only those that it refers to
 * @param lostKey 16 bytes under which incidents get new keys whose ids are in none of these files
 * @param references whether its records note ids of another source
 * @param lostReferenceKey as {@code lostKey} for those; nothing if there are none or their keys stay
 * @param rowsInMemory rows of a key range and layer beyond which it is split
 */
public record KeyMove(
        StorageFolder store,
        int source,
        SourcePlan plan,
        List<Layer> layers,
        List<SplitTask> splits,
        List<SplitTask> notingSplits,
        boolean isMoved,
        byte[] lostKey,
        References references,
        byte[] lostReferenceKey,
        int rowsInMemory)
        implements Serializable {
    public KeyMove {
        layers = List.copyOf(layers);
        splits = List.copyOf(splits);
        notingSplits = List.copyOf(notingSplits);
    }

    /**
     * A layer that is written again.
     *
     * @param layerId its name
     * @param newLayerId the name it gets
     * @param extractId the extract of all its rows
     * @param files names of its files
     */
    public record Layer(String layerId, String newLayerId, String extractId, List<String> files)
            implements Serializable {
        public Layer {
            files = List.copyOf(files);
        }
    }

    /** By the name of each layer, the one that it gets. */
    public Map<String, String> newLayerIds() {
        return layers.stream().collect(Collectors.toMap(Layer::layerId, Layer::newLayerId));
    }

    @Override
    public String toString() {
        return "KeyMove[" + plan.sourceCode() + "]";
    }
}
