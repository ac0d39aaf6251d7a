package org.vigil.run;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.event.SeriesEffects;
import org.vigil.trend.SeriesTrend;

/**
 * What the models say of one series.
 *
 * @param alarms its newest weeks; null if it is not judged by the week
 * @param trend its months
 * @param effects what was recorded after events
 */
record SeriesAnswers(@Nullable SeriesAlarms alarms, SeriesTrend trend, SeriesEffects effects) implements Serializable {
    Optional<SeriesAlarms> findAlarms() {
        return Optional.ofNullable(alarms);
    }
}
