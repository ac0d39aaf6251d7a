package org.vigil.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One series with all that models may know of it.
 *
 * @param key what it counts
 * @param level how much of its source
 * @param days counts by day, where the source knows days; incidents known only to the month are in none
 * @param months counts by month of everything, those known only to the month among them
 * @param monthOnly incidents known only to the month, by the same months
 */
public record StudiedSeries(
        SeriesKey key, SeriesLevel level, @Nullable TimeSeries days, TimeSeries months, TimeSeries monthOnly)
        implements Serializable {
    /** Refuses series of other grains, and months that do not go together. */
    public StudiedSeries {
        boolean isFitting = (days == null || days.grain() == Grain.DAY)
                && months.grain() == Grain.MONTH
                && monthOnly.grain() == Grain.MONTH
                && months.start().equals(monthOnly.start())
                && months.size() == monthOnly.size();
        if (!isFitting) {
            throw new IllegalArgumentException("Found series that do not go together for " + key);
        }
    }

    /** Whether nothing was ever recorded. */
    public boolean isEmpty() {
        return (days == null || days.sum(0, days.size()) == 0) && months.sum(0, months.size()) == 0;
    }

    /** The series up to a day; a month that is not over by then is left out. */
    public StudiedSeries until(LocalDate lastDay) {
        return new StudiedSeries(
                key, level, days == null ? null : days.until(lastDay), months.until(lastDay), monthOnly.until(lastDay));
    }

    /** Counts by day, empty where the source knows only months. */
    public Optional<TimeSeries> byDay() {
        return Optional.ofNullable(days);
    }

    /** Counts by ISO week, empty where the source knows only months. */
    public Optional<TimeSeries> byWeek() {
        return byDay().map(TimeSeries::weeks);
    }
}
