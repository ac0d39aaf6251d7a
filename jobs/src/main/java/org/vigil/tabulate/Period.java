package org.vigil.tabulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One period of a published series: its kind and its first and last day. */
public record Period(Type type, LocalDate start, LocalDate end) {

    /** The kinds of period. */
    public enum Type {
        ISO_WEEK,
        MONTH,
        QUARTER,
        ROLLING_12_MONTHS,
        FINANCIAL_YEAR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Type> find(String code) {
            return Arrays.stream(values())
                    .filter(type -> type.code().equals(code))
                    .findFirst();
        }

        public boolean hasRate() {
            return this == ROLLING_12_MONTHS || this == FINANCIAL_YEAR;
        }
    }

    /** Months from the first to the last month of the period; 0 for a week. */
    public int months() {
        return switch (type) {
            case ISO_WEEK -> 0;
            case MONTH -> 1;
            case QUARTER -> 3;
            case ROLLING_12_MONTHS, FINANCIAL_YEAR -> 12;
        };
    }

    /** Year of the day in the middle, whose population the rate divides by. */
    public int middleYear() {
        return start.plusDays(ChronoUnit.DAYS.between(start, end) / 2).getYear();
    }

    /**
     * Every period of a type that touches the coverage, in order. Rolling years are the exception: only whole ones, each ending with a covered
     * month.
     */
    public static List<Period> within(Type type, Coverage coverage) {
        List<Period> periods = new ArrayList<>();
        LocalDate start = firstStart(type, coverage.start());
        while (!start.isAfter(coverage.end())) {
            Period period = startingOn(type, start);
            if (type != Type.ROLLING_12_MONTHS || coverage.coversWhole(period)) {
                periods.add(period);
            }
            start = nextStart(type, start);
        }
        return periods;
    }

    /** The period of a type that starts on a day, which must be one that such periods start on. */
    public static Period startingOn(Type type, LocalDate start) {
        LocalDate after = type == Type.ROLLING_12_MONTHS ? start.plusMonths(12) : nextStart(type, start);
        return new Period(type, start, after.minusDays(1));
    }

    private static LocalDate firstStart(Type type, LocalDate day) {
        return switch (type) {
            case ISO_WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH, ROLLING_12_MONTHS -> day.withDayOfMonth(1);
            case QUARTER ->
                YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1)
                        .atDay(1);
            case FINANCIAL_YEAR -> LocalDate.of(day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear(), 4, 1);
        };
    }

    private static LocalDate nextStart(Type type, LocalDate start) {
        return switch (type) {
            case ISO_WEEK -> start.plusWeeks(1);
            case MONTH, ROLLING_12_MONTHS -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case FINANCIAL_YEAR -> start.plusYears(1);
        };
    }
}
