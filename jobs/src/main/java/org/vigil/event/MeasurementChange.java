package org.vigil.event;

import java.io.Serializable;
import java.util.Optional;
import org.vigil.series.Grain;

/**
 * A change of measurement as models know it: a step from a day on, or a period.
 *
 * @param from first day, in days since 1970-01-01
 * @param to last day; {@link Integer#MAX_VALUE} for a break in series
 */
record MeasurementChange(int from, int to) implements Serializable {
    /**
     * What models must know of an entry: a break, or a period that lasted long enough to be told apart by days. Other entries are marked in charts and do
     * not enter.
     */
    static Optional<MeasurementChange> of(SeriesBreak entry) {
        int from = (int) entry.start().toEpochDay();
        if (entry.isBreak()) {
            return Optional.of(new MeasurementChange(from, Integer.MAX_VALUE));
        }
        return entry.end()
                .map(end -> new MeasurementChange(from, (int) end.toEpochDay()))
                .filter(period ->
                        period.to - period.from + 1 >= StudyRule.of(Grain.DAY).step());
    }

    boolean isBreak() {
        return to == Integer.MAX_VALUE;
    }

    /** Whether a unit lies after the break, or with at least half of its days in the period. */
    boolean covers(int firstDay, int lastDay) {
        if (isBreak()) {
            return firstDay >= from;
        }
        int within = Math.min(lastDay, to) - Math.max(firstDay, from) + 1;
        return 2 * within >= lastDay - firstDay + 1;
    }

    /** Whether a unit holds days on both sides of the break, so that it is comparable with neither. */
    boolean isWithin(int firstDay, int lastDay) {
        return isBreak() && firstDay < from && from <= lastDay;
    }
}
