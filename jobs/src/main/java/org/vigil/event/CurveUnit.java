package org.vigil.event;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigil.series.Grain;
import org.vigil.statistics.Prediction;

/**
 * One unit of the curve around an event, before calibration.
 *
 * @param grain a day, a month, or for a week seven days: of a curve those counted from the event, of calendar weeks those from a Monday
 * @param offset its place, 0 being the first unit of the estimate
 * @param start its first day
 * @param observed incidents recorded; below 0 where the series does not cover the whole unit
 * @param prediction what is usual in the unit by itself: fitted before the event, foretold from it on; null where there is no estimate
 */
public record CurveUnit(
        Grain grain,
        int offset,
        LocalDate start,
        long observed,
        @Nullable Prediction prediction) implements Serializable {
    /** Last day of the unit. */
    public LocalDate end() {
        return start.plusDays(grain.daysOf(start) - 1L);
    }
}
