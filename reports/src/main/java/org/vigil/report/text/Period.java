package org.vigil.report.text;

import java.time.LocalDate;

/**
 * A period with its dates.
 *
 * @param type how long it is
 * @param start first day
 * @param end last day, not before the first
 */
public record Period(PeriodType type, LocalDate start, LocalDate end) implements Comparable<Period> {
    private static final int DAYS_IN_52_WEEKS = 364;

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("Period ends on " + end + " before it starts on " + start);
        }
    }

    /** {@code week ending 31 May 2026}, {@code May 2026}, {@code 12 months to May 2026}, {@code year ending March 2024}. */
    public String text() {
        return switch (type) {
            case ISO_WEEK -> "week ending " + DateText.day(end);
            case MONTH -> DateText.month(start);
            case QUARTER -> "quarter to " + DateText.month(end);
            case ROLLING_12_MONTHS -> "12 months to " + DateText.month(end);
            case FINANCIAL_YEAR -> "year ending " + DateText.month(end);
        };
    }

    /** The period with the article that a sentence needs: {@code the week ending 31 May 2026}, {@code May 2026}. */
    public String textInSentence() {
        return type == PeriodType.MONTH ? text() : "the " + text();
    }

    /** First day of the same period a year before: the Monday 52 weeks earlier, otherwise the same date. */
    public LocalDate startOneYearBefore() {
        return type == PeriodType.ISO_WEEK ? start.minusDays(DAYS_IN_52_WEEKS) : start.minusYears(1);
    }

    /** How a table names it: {@code 31 May 2026} for a week by its last day, {@code May 2026} for a month. */
    public String tableText() {
        return type == PeriodType.ISO_WEEK ? DateText.day(end) : text();
    }

    @Override
    public int compareTo(Period other) {
        return start.compareTo(other.start);
    }
}
