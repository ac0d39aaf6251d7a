package org.vigil.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.KeyRange;
import org.vigil.store.FoldPass;
import org.vigil.store.SourcePlan;
import scala.Tuple2;

/** Deals the incidents of one key range that refer to another source out to the ranges of the keys that they refer to, in blocks. */
final class SharedKeys implements PairFlatMapFunction<FoldStored.Task, Integer, PackedIncidents> {
    private static final long serialVersionUID = 1L;

    private static final int BLOCK_ROWS = 8192;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<LoadOrder> orders;
    private final int partitions;

    SharedKeys(Broadcast<SourceSpec[]> sources, Broadcast<LoadOrder> orders, int partitions) {
        this.sources = sources;
        this.orders = orders;
        this.partitions = partitions;
    }

    @Override
    public Iterator<Tuple2<Integer, PackedIncidents>> call(FoldStored.Task task) {
        LoadOrder order = orders.value();
        SourcePlan plan = order.plans().get(task.source());
        SourceStages stages = new SourceStages(sources.value()[task.source()]);
        PackedIncidents[] open = new PackedIncidents[partitions];
        List<Tuple2<Integer, PackedIncidents>> dealt = new ArrayList<>();
        FoldPass pass = new FoldPass(
                order.store(),
                plan,
                stages.storedCodes(),
                KeyRange.of(task.partition(), partitions),
                stages.isSeriesRecorded(),
                FoldPass.Detail.WITH_REFERENCES);
        pass.run((speaker, rows, row, cursor) -> {
            if (rows.isWithdrawn(row) || !cursor.columns().hasReference(row)) {
                return;
            }
            int p = ReadSplit.partitionOf(cursor.columns().referenceHigh[row], partitions);
            if (open[p] == null) {
                open[p] = new PackedIncidents();
            }
            open[p].appendReferring(cursor.columns(), row);
            if (open[p].size() == BLOCK_ROWS) {
                dealt.add(new Tuple2<>(p, open[p]));
                open[p] = new PackedIncidents();
            }
        });
        for (int p = 0; p < partitions; p++) {
            if (open[p] != null && open[p].size() > 0) {
                dealt.add(new Tuple2<>(p, open[p]));
            }
        }
        return dealt.iterator();
    }
}
