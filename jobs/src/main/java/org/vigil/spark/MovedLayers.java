package org.vigil.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.vigil.layer.LayerFile;

/** The files of layers that were written again under another key. */
public final class MovedLayers implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, ArrayList<LayerFile>> files = new TreeMap<>();
    private long unknown;

    /** The files of a layer, in the order of their keys; none where it has no row. */
    public List<LayerFile> files(String layerId) {
        return files.getOrDefault(layerId, new ArrayList<>()).stream()
                .sorted(Comparator.comparing(LayerFile::name))
                .toList();
    }

    /** Incidents of the newest state that the files read have no id of. Where there is one, nothing of this may be used. */
    public long unknown() {
        return unknown;
    }

    void addFile(String layerId, LayerFile file) {
        files.computeIfAbsent(layerId, id -> new ArrayList<>()).add(file);
    }

    void addUnknown(long more) {
        unknown += more;
    }

    MovedLayers merge(MovedLayers other) {
        other.files.forEach((layer, of) ->
                files.computeIfAbsent(layer, id -> new ArrayList<>()).addAll(of));
        unknown += other.unknown;
        return this;
    }
}
