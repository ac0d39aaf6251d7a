package org.vigil.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** First and last day of the series among the accepted records of a split. */
final class CoveredDays implements Function<SplitTask, int[]> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;

    CoveredDays(Broadcast<SourceSpec[]> sources) {
        this.sources = sources;
    }

    @Override
    public int[] call(SplitTask task) {
        SourceStages stages = new SourceStages(sources.value()[task.source()]);
        int[] days = SourceStages.noDays();
        stages.read(task, (batch, words) -> stages.widen(days, batch));
        return days;
    }

    static int[] union(int[] a, int[] b) {
        return new int[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])};
    }
}
