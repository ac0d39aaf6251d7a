package org.vigil.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigil.layer.LayerFile;

/**
 * Files that state incidents of one source. Immutable: once a manifest names it, it is never written again.
 *
 * @param layerId its name, and that of its folder
 * @param sourceCode the source
 * @param kind what it is
 * @param extractId the extract at whose place in the order it speaks; of a base the newest that it holds
 * @param covered of a base, the layers whose rows it holds; of a restoration, the late layers that made it necessary; otherwise none
 * @param files its files; none where an extract changed nothing
 */
public record StoredLayer(
        String layerId, String sourceCode, Kind kind, String extractId, List<String> covered, List<LayerFile> files) {
    public StoredLayer {
        covered = List.copyOf(covered);
        files = List.copyOf(files);
    }

    /** What a layer is. */
    public enum Kind {
        /** What one extract says. */
        EXTRACT,
        /** What a full extract had said by its silence, stated again because an older extract came late. */
        RESTORATION,
        /** The newest row of each incident out of many layers. */
        BASE
    }

    /** A name that no other layer has, for what takes the place of this one in a version of the store. */
    public String freshId(int version) {
        return (kind == Kind.RESTORATION ? "restored-" : "") + extractId + "-v" + version + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The same without some of the layers that it covers. */
    StoredLayer withoutCovered(Set<String> layerIds) {
        return new StoredLayer(
                layerId,
                sourceCode,
                kind,
                extractId,
                covered.stream().filter(id -> !layerIds.contains(id)).toList(),
                files);
    }

    /** The same where some of the layers that it covers have new names. */
    public StoredLayer withCovered(Map<String, String> newNames) {
        return new StoredLayer(
                layerId,
                sourceCode,
                kind,
                extractId,
                covered.stream().map(id -> newNames.getOrDefault(id, id)).toList(),
                files);
    }

    public long rows() {
        return files.stream().mapToLong(LayerFile::rows).sum();
    }
}
