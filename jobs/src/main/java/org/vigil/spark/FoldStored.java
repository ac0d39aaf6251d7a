package org.vigil.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.cube.CountCube;
import org.vigil.cube.EquivalenceClasses;
import org.vigil.layer.KeyRange;
import org.vigil.store.FoldPass;
import org.vigil.store.SourcePlan;

/** Counts what a state of the store holds of one source in one key range. */
final class FoldStored implements Function<FoldStored.Task, StateCounts> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<LoadOrder> orders;
    private final int partitions;
    private final boolean isComparingIncidents;

    /** One source and key range. */
    record Task(int source, int partition) implements java.io.Serializable {}

    FoldStored(
            Broadcast<SourceSpec[]> sources,
            Broadcast<LoadOrder> orders,
            int partitions,
            boolean isComparingIncidents) {
        this.isComparingIncidents = isComparingIncidents;
        this.sources = sources;
        this.orders = orders;
        this.partitions = partitions;
    }

    @Override
    public StateCounts call(Task task) {
        LoadOrder order = orders.value();
        SourcePlan plan = order.plans().get(task.source());
        SourceStages stages = new SourceStages(sources.value()[task.source()]);
        CountCube cube = stages.newCube();
        EquivalenceClasses classes = new EquivalenceClasses();
        boolean isSeriesRecorded = stages.isSeriesRecorded();
        long[] speakers = new long[plan.extracts().size()];
        FoldPass pass = new FoldPass(
                order.store(),
                plan,
                stages.storedCodes(),
                KeyRange.of(task.partition(), partitions),
                isSeriesRecorded,
                FoldPass.Detail.COUNTED);
        pass.run((speaker, rows, row, cursor) -> {
            cube.add(rows, row);
            if (isComparingIncidents) {
                classes.add(rows, row);
            }
            speakers[speaker]++;
        });
        return new StateCounts(cube, speakers, pass.superseded(), classes);
    }
}
