package org.vigil.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The units of time that a series counts in. */
public enum Grain {
    DAY("day"),
    /** ISO weeks, Monday to Sunday. */
    WEEK("week"),
    /** Calendar months. */
    MONTH("month");

    private static final int WEEK_DAYS = 7;

    private final String code;

    Grain(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** First day of the unit that holds a day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** First day of the unit so many units later, or earlier if below 0. */
    public LocalDate plus(LocalDate start, long units) {
        return switch (this) {
            case DAY -> start.plusDays(units);
            case WEEK -> start.plusWeeks(units);
            case MONTH -> start.plusMonths(units);
        };
    }

    /** Units from the one that holds {@code from} to the one that holds {@code to}; below 0 if that is earlier. */
    public int between(LocalDate from, LocalDate to) {
        LocalDate first = startOf(from);
        LocalDate second = startOf(to);
        return Math.toIntExact(
                switch (this) {
                    case DAY -> ChronoUnit.DAYS.between(first, second);
                    case WEEK -> ChronoUnit.DAYS.between(first, second) / WEEK_DAYS;
                    case MONTH -> ChronoUnit.MONTHS.between(first, second);
                });
    }

    /** Days of the unit that starts on a day. */
    public int daysOf(LocalDate start) {
        return switch (this) {
            case DAY -> 1;
            case WEEK -> WEEK_DAYS;
            case MONTH -> start.lengthOfMonth();
        };
    }
}
