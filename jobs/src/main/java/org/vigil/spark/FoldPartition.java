package org.vigil.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.cube.CountCube;
import org.vigil.incident.PackedIncidents;
import org.vigil.store.NewestRevision;
import org.vigil.store.SameKey;

/** Resolves the revisions of one key partition and folds what speaks into count cubes. */
final class FoldPartition implements FlatMapFunction<Iterator<Serializable>, Folded> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;
    private final int[] sourceOfExtract;

    FoldPartition(Broadcast<SourceSpec[]> sources, int[] sourceOfExtract) {
        this.sources = sources;
        this.sourceOfExtract = sourceOfExtract.clone();
    }

    @Override
    public Iterator<Folded> call(Iterator<Serializable> blocks) {
        SourceSpec[] specs = sources.value();
        CountCube[] cubes = new CountCube[specs.length];
        SameKey[] sameKeyOfSource = new SameKey[specs.length];
        for (int s = 0; s < specs.length; s++) {
            SourceStages stages = new SourceStages(specs[s]);
            cubes[s] = stages.newCube();
            sameKeyOfSource[s] = stages.sameKey();
        }
        SameKey[] sameKey = new SameKey[sourceOfExtract.length];
        for (int e = 0; e < sameKey.length; e++) {
            sameKey[e] = sameKeyOfSource[sourceOfExtract[e]];
        }
        Folded folded = new Folded(cubes, sourceOfExtract.length);
        PackedIncidents rows = new PackedIncidents();
        while (blocks.hasNext()) {
            Serializable block = blocks.next();
            if (block instanceof SplitReport report) {
                folded.add(report);
            } else {
                rows.appendAll((PackedIncidents) block);
            }
        }
        NewestRevision.resolve(
                rows,
                sameKey,
                folded.allFates(),
                row -> cubes[sourceOfExtract[rows.extractOrdinal(row)]].add(rows, row));
        return List.of(folded).iterator();
    }
}
