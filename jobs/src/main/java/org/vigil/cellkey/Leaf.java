package org.vigil.cellkey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A period that a series is changed in. Leaves of a series follow one another without a gap or an overlap, so that no incident is in two of them.
 *
 * <p>The leaves of a financial year begin on the day after the last one of the year before. Where weeks follow months, or months weeks, the first leaf is therefore up
 * to three days longer or shorter than its week or month.
 *
 * @param grain what kind of period; {@link PublicGrain#NONE} for a year of which nothing is published
 * @param periodStart first day of the week, month, quarter or year
 * @param from first day counted
 * @param to last day counted
 */
public record Leaf(PublicGrain grain, LocalDate periodStart, LocalDate from, LocalDate to) {
    private static final int APRIL = 4;
    private static final int YEAR_MONTHS = 12;
    private static final int QUARTER_MONTHS = 3;
    /** A week is in the year of its Thursday and ends on a Sunday; longer periods end with a month. */
    private static final int DAYS_AFTER_THURSDAY = 3;

    /** The financial year that holds a day, by the calendar year in which it begins. */
    public static int yearOf(LocalDate day) {
        return day.getMonthValue() < APRIL ? day.getYear() - 1 : day.getYear();
    }

    /** First day of a financial year. */
    public static LocalDate startOfYear(int year) {
        return LocalDate.of(year, APRIL, 1);
    }

    /**
     * The leaves of a financial year, in order.
     *
     * @param year calendar year in which it begins
     * @param from first day that no earlier leaf counts
     */
    public static List<Leaf> ofYear(int year, PublicGrain grain, LocalDate from) {
        LocalDate after = startOfYear(year + 1);
        List<Leaf> leaves = new ArrayList<>();
        LocalDate next = from;
        for (LocalDate start = firstStart(year, grain); start.isBefore(after); start = nextStart(grain, start)) {
            LocalDate end = nextStart(grain, start).minusDays(1);
            if (grain == PublicGrain.WEEK && !thursdayOf(start).isBefore(after)) {
                break;
            }
            if (!end.isBefore(next)) {
                leaves.add(new Leaf(grain, start, next, end));
                next = end.plusDays(1);
            }
        }
        return List.copyOf(leaves);
    }

    /** The financial year that a leaf belongs to, by the calendar year in which it begins. */
    public static int yearOfLeafTo(LocalDate lastDay) {
        return yearOf(lastDay.minusDays(DAYS_AFTER_THURSDAY));
    }

    /** First month that the period belongs to; a week belongs to that of its Thursday. */
    public YearMonth firstMonth() {
        return YearMonth.from(grain == PublicGrain.WEEK ? thursdayOf(periodStart) : periodStart);
    }

    /** Last month that the period belongs to. */
    public YearMonth lastMonth() {
        return firstMonth()
                .plusMonths(
                        switch (grain) {
                            case WEEK, MONTH -> 0;
                            case QUARTER -> QUARTER_MONTHS - 1;
                            case YEAR, NONE -> YEAR_MONTHS - 1;
                        });
    }

    /** Whether it counts exactly the days of its week, month, quarter or year. */
    public boolean isWhole() {
        return from.equals(periodStart) && to.plusDays(1).equals(nextStart(grain, periodStart));
    }

    private static LocalDate firstStart(int year, PublicGrain grain) {
        LocalDate april = startOfYear(year);
        if (grain != PublicGrain.WEEK) {
            return april;
        }
        LocalDate monday = april.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return thursdayOf(monday).isBefore(april) ? monday.plusWeeks(1) : monday;
    }

    private static LocalDate nextStart(PublicGrain grain, LocalDate start) {
        return switch (grain) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(QUARTER_MONTHS);
            case YEAR, NONE -> start.plusYears(1);
        };
    }

    private static LocalDate thursdayOf(LocalDate monday) {
        return monday.plusDays(3);
    }
}
