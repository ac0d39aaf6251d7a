package org.vigil.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;

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
        int[] days = {Integer.MAX_VALUE, Integer.MIN_VALUE};
        stages.read(task, (batch, words) -> {
            IncidentColumns columns = batch.columns();
            for (int i = 0; i < batch.size(); i++) {
                int row = batch.rows()[i];
                int date = stages.isSeriesRecorded() ? columns.recorded[row] : columns.occurred[row];
                days[0] = Math.min(days[0], IncidentDate.epochDay(date));
                days[1] = Math.max(days[1], lastDay(date));
            }
        });
        return days;
    }

    /** A month covers all of its days. */
    private static int lastDay(int date) {
        int day = IncidentDate.epochDay(date);
        return IncidentDate.isMonth(date)
                ? day + java.time.LocalDate.ofEpochDay(day).lengthOfMonth() - 1
                : day;
    }

    static int[] union(int[] a, int[] b) {
        return new int[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])};
    }
}
