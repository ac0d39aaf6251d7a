package org.vigil.incident;

import java.time.LocalDate;

/**
 * A date of an incident in one int: the day, and whether it is known to the day or only to the month.
 *
 * <p>A known date is {@code 2 × days since 1970-01-01}, plus one where only the month is known; a month stands on its first day.
 */
public final class IncidentDate {
    /** The source does not say. */
    public static final int MISSING = Integer.MIN_VALUE;
    /** The source says something that is no date. */
    public static final int INVALID = Integer.MIN_VALUE + 1;

    /** First day that an incident can bear; anything earlier is a mistake of the source. */
    public static final int FIRST_DAY = Math.toIntExact(LocalDate.of(1900, 1, 1).toEpochDay());
    /** Last day that an incident can bear. */
    public static final int LAST_DAY =
            Math.toIntExact(LocalDate.of(2099, 12, 31).toEpochDay());

    private IncidentDate() {}

    public static int ofDay(LocalDate day) {
        return ofDay(Math.toIntExact(day.toEpochDay()));
    }

    /** A date known to the day; {@link #INVALID} outside {@link #FIRST_DAY} to {@link #LAST_DAY}. */
    public static int ofDay(int epochDay) {
        return epochDay < FIRST_DAY || epochDay > LAST_DAY ? INVALID : epochDay << 1;
    }

    /** A date known to the month; {@link #INVALID} for a month that is none. */
    public static int ofMonth(int year, int month) {
        if (month < 1 || month > 12 || year < 1900 || year > 2099) {
            return INVALID;
        }
        return Math.toIntExact(LocalDate.of(year, month, 1).toEpochDay()) << 1 | 1;
    }

    public static boolean isKnown(int date) {
        return date > INVALID;
    }

    public static boolean isMonth(int date) {
        return (date & 1) == 1;
    }

    /** Days since 1970-01-01 of a known date. */
    public static int epochDay(int date) {
        return date >> 1;
    }
}
