package org.vigil.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.layer.LayerFile;
import org.vigil.store.ExtractEffect;
import org.vigil.store.SourcePlan;

/**
 * What taking extracts in gave: counts that change, what became of every record, and the files written. Adding two is adding all parts.
 */
public final class LoadedPart implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Folded folded;
    private final ExtractEffect[] effects;
    private final long[][] speakers;
    private final TreeMap<String, ArrayList<LayerFile>> files = new TreeMap<>();

    LoadedPart(Folded folded, int extracts, List<SourcePlan> plans) {
        this.folded = folded;
        this.effects = new ExtractEffect[extracts];
        for (int e = 0; e < extracts; e++) {
            effects[e] = new ExtractEffect();
        }
        this.speakers = new long[plans.size()][];
        for (int s = 0; s < speakers.length; s++) {
            speakers[s] = new long[plans.get(s).extracts().size()];
        }
    }

    /** What became of records; its cubes hold only what changes. */
    public Folded folded() {
        return folded;
    }

    /** What an extract of the run changed in the store. */
    public ExtractEffect effect(int extract) {
        return effects[extract];
    }

    /** By ordinal in the source's plan, how many more incidents the extract speaks for than before; negative for fewer. */
    public long[] speakers(int source) {
        return speakers[source].clone();
    }

    /** Files by layer, in the order of their keys. */
    public SortedMap<String, List<LayerFile>> files() {
        SortedMap<String, List<LayerFile>> sorted = new TreeMap<>();
        files.forEach((layer, of) -> sorted.put(
                layer,
                of.stream()
                        .sorted(java.util.Comparator.comparing(LayerFile::name))
                        .toList()));
        return sorted;
    }

    void addSpeaker(int source, int ordinal, int change) {
        speakers[source][ordinal] += change;
    }

    void addFile(String layerId, LayerFile file) {
        files.computeIfAbsent(layerId, id -> new ArrayList<>()).add(file);
    }

    LoadedPart merge(LoadedPart other) {
        folded.merge(other.folded);
        for (int e = 0; e < effects.length; e++) {
            effects[e].add(other.effects[e]);
        }
        for (int s = 0; s < speakers.length; s++) {
            for (int o = 0; o < speakers[s].length; o++) {
                speakers[s][o] += other.speakers[s][o];
            }
        }
        other.files.forEach((layer, of) ->
                files.computeIfAbsent(layer, id -> new ArrayList<>()).addAll(of));
        return this;
    }
}
