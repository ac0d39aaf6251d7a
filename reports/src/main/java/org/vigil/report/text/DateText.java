package org.vigil.report.text;

import java.time.LocalDate;
import java.util.List;

/** Dates as British readers write them, from fixed words so that no locale of the machine changes a report. */
public final class DateText {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> SHORT_MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec");

    private DateText() {}

    /** {@code 31 May 2026}. */
    public static String day(LocalDate date) {
        return date.getDayOfMonth() + " " + month(date);
    }

    /** {@code 7 Oct 2023}. */
    public static String shortDay(LocalDate date) {
        return date.getDayOfMonth() + " " + shortMonth(date) + " " + date.getYear();
    }

    /** {@code May 2026}. */
    public static String month(LocalDate date) {
        return MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** {@code Sept}, without the year. */
    public static String shortMonth(LocalDate date) {
        return SHORT_MONTHS.get(date.getMonthValue() - 1);
    }
}
