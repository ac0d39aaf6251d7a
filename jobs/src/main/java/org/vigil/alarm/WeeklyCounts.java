package org.vigil.alarm;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Counts of consecutive ISO weeks.
 *
 * <p>A week for which nothing was supplied is {@code NaN}; it takes no part, and is not a week without incidents.
 */
public final class WeeklyCounts {
    private static final int WEEK_DAYS = 7;

    private final LocalDate firstMonday;
    private final double[] counts;

    /**
     * Copies the counts.
     *
     * @param firstMonday first day of the first week
     * @param counts at least 0, or {@code NaN}
     */
    public WeeklyCounts(LocalDate firstMonday, double[] counts) {
        if (firstMonday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("Found weeks from " + firstMonday + "; expected a Monday");
        }
        this.firstMonday = firstMonday;
        this.counts = counts.clone();
    }

    public int size() {
        return counts.length;
    }

    /** The count of a week, {@code NaN} if unknown. */
    double count(int week) {
        return counts[week];
    }

    boolean isKnown(int week) {
        return week >= 0 && week < counts.length && !Double.isNaN(counts[week]);
    }

    LocalDate monday(int week) {
        return firstMonday.plusDays((long) week * WEEK_DAYS);
    }

    /** The week that begins on a day, or a number outside of the series. */
    int weekOf(LocalDate monday) {
        return Math.toIntExact(Math.floorDiv(monday.toEpochDay() - firstMonday.toEpochDay(), (long) WEEK_DAYS));
    }

    /** Incidents of up to so many weeks, the given one the last. */
    double sumTo(int week, int weeks) {
        double sum = 0;
        for (int i = Math.max(0, week - weeks + 1); i <= week; i++) {
            sum += Double.isNaN(counts[i]) ? 0 : counts[i];
        }
        return sum;
    }
}
