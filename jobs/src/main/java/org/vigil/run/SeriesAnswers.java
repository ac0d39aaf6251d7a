package org.vigil.run;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.alarm.QuietWeeks;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.event.SeriesEffects;
import org.vigil.trend.SeriesTrend;

/**
 * What the models say of one series.
 *
 * @param alarms its newest weeks; null if it is not judged by the week
 * @param quietWeeks its weeks without an event; null if it is not judged by the week
 * @param trend its months; null if it has no trend
 * @param effects what was recorded after events
 */
record SeriesAnswers(
        @Nullable SeriesAlarms alarms,
        @Nullable QuietWeeks quietWeeks,
        @Nullable SeriesTrend trend,
        SeriesEffects effects)
        implements Serializable {
    Optional<SeriesAlarms> findAlarms() {
        return Optional.ofNullable(alarms);
    }

    Optional<QuietWeeks> findQuietWeeks() {
        return Optional.ofNullable(quietWeeks);
    }

    Optional<SeriesTrend> findTrend() {
        return Optional.ofNullable(trend);
    }
}
