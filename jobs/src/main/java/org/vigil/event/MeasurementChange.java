package org.vigil.event;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.vigil.series.Grain;

/**
 * A change of measurement as models know it: a break, after which figures are at another level for good, or a period.
 *
 * @param from first day, in days since 1970-01-01
 * @param to last day; of a break that lies between two days, the day before the first
 * @param isBreak whether what comes after is not comparable with what was before; the days of a break themselves are comparable with neither
 * @param communities codes of the communities that are concerned; all if empty
 */
record MeasurementChange(int from, int to, boolean isBreak, List<String> communities) implements Serializable {
    MeasurementChange {
        communities = List.copyOf(communities);
    }

    /**
     * What models must know of an entry: a break, or a period that lasted long enough to be told apart by days. Other entries are marked in charts and do
     * not enter.
     */
    static Optional<MeasurementChange> of(SeriesBreak entry) {
        int from = (int) entry.start().toEpochDay();
        if (entry.isBreak()) {
            int to = entry.end().map(end -> (int) end.toEpochDay()).orElse(from - 1);
            return Optional.of(new MeasurementChange(from, to, true, entry.communities()));
        }
        return entry.end()
                .map(end -> new MeasurementChange(from, (int) end.toEpochDay(), false, entry.communities()))
                .filter(period ->
                        period.to - period.from + 1 >= StudyRule.of(Grain.DAY).step());
    }

    /** Whether it changed the figures of a community. */
    boolean concerns(String community) {
        return communities.isEmpty() || communities.contains(community);
    }

    /** Whether a unit lies after the break, or with at least half of its days in the period. */
    boolean covers(int firstDay, int lastDay) {
        if (isBreak) {
            return firstDay > to;
        }
        int within = Math.min(lastDay, to) - Math.max(firstDay, from) + 1;
        return 2 * within >= lastDay - firstDay + 1;
    }

    /** Whether a unit holds days of the break or on both sides of it, so that it is comparable with neither. */
    boolean isWithin(int firstDay, int lastDay) {
        return isBreak && firstDay <= to && lastDay >= from;
    }
}
