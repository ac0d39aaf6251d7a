package org.vigil.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigil.layer.LayerFile;

/** The files of a base, and the counts of the rows that went into them. */
public final class CopiedState implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StateCounts counts;
    private final ArrayList<LayerFile> files = new ArrayList<>();

    CopiedState(StateCounts counts) {
        this.counts = counts;
    }

    /** What was written, counted on the way. */
    public StateCounts counts() {
        return counts;
    }

    /** In the order of their keys. */
    public List<LayerFile> files() {
        return files.stream().sorted(Comparator.comparing(LayerFile::name)).toList();
    }

    void addFile(LayerFile file) {
        files.add(file);
    }

    CopiedState merge(CopiedState other) {
        counts.merge(other.counts);
        files.addAll(other.files);
        return this;
    }
}
