package org.vigil.event;

import java.time.LocalDate;
import org.vigil.series.Grain;

/**
 * The latest period of a series that is over, of the length of the window that reports speak of first: four whole ISO weeks, or two months.
 *
 * @param grain days or months
 * @param start first day; of days a Monday
 */
record LatestPeriod(Grain grain, LocalDate start) {
    private static final int WEEK_DAYS = 7;

    /** The latest period of a series that ends with a day. */
    static LatestPeriod of(Grain grain, LocalDate lastDay) {
        int units = Window.headline(grain).length();
        LocalDate after = lastDay.plusDays(1);
        return new LatestPeriod(
                grain,
                grain == Grain.DAY
                        ? Grain.WEEK.startOf(after).minusWeeks(units / WEEK_DAYS)
                        : grain.plus(grain.startOf(after), -units));
    }
}
