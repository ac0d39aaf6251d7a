package org.vigil.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.cube.WeekDelays;
import org.vigil.incident.CodeLists;
import org.vigil.incident.IncidentDate;
import org.vigil.layer.KeyRange;
import org.vigil.store.FirstShowingPass;

/** Counts, in one key range of a source, the weeks of recording by the weeks until an extract first showed them. */
final class CountFirstShowings implements Function<FoldStored.Task, WeekDelays> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<LoadOrder> orders;
    private final int[] lastDays;
    private final int partitions;

    /** @param lastDays by ordinal, the last day that an extract can know */
    CountFirstShowings(Broadcast<SourceSpec[]> sources, Broadcast<LoadOrder> orders, int[] lastDays, int partitions) {
        this.sources = sources;
        this.orders = orders;
        this.lastDays = lastDays.clone();
        this.partitions = partitions;
    }

    @Override
    public WeekDelays call(FoldStored.Task task) {
        LoadOrder order = orders.value();
        SourceStages stages = new SourceStages(sources.value()[task.source()]);
        WeekDelays delays = new WeekDelays(CodeLists.communities().size());
        new FirstShowingPass(
                        order.store(),
                        order.plans().get(task.source()),
                        stages.storedCodes(),
                        KeyRange.of(task.partition(), partitions))
                .run((ordinal, rows, row) -> {
                    int recorded = rows.recorded(row);
                    if (!rows.isWithdrawn(row) && IncidentDate.isKnown(recorded) && !IncidentDate.isMonth(recorded)) {
                        delays.add(
                                rows.recordClass(row),
                                rows.communities(row),
                                IncidentDate.epochDay(recorded),
                                lastDays[ordinal],
                                rows.incidentCount(row));
                    }
                });
        return delays;
    }
}
