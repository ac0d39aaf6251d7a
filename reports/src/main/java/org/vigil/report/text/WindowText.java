package org.vigil.report.text;

import java.time.LocalDate;

/**
 * A window of time after a reference event in words.
 *
 * @param grain unit of the window: day, week or month
 * @param first first unit, 0 for that of the event
 * @param last last unit, itself within
 */
public record WindowText(String grain, long first, long last) {

    /** {@code first 28 days}, {@code days 8 to 14}, {@code month 1}. */
    public String text() {
        if (first == 0) {
            return last == 0 ? "first " + unit() : "first " + NumberText.count(last + 1) + " " + unit() + "s";
        }
        return first == last
                ? unit() + " " + NumberText.count(first + 1)
                : unit() + "s " + NumberText.count(first + 1) + " to " + NumberText.count(last + 1);
    }

    /** {@code in the 28 days from 2 October 2025}, for a window from the event on that starts on that day. */
    public String from(LocalDate start) {
        String length = last == 0 ? "the " + unit() : "the " + NumberText.count(last + 1) + " " + unit() + "s";
        return "in " + length + " from " + (isMonthly() ? DateText.month(start) : DateText.day(start)) + " on";
    }

    /** What durations are counted in: weeks for days, otherwise the unit itself. */
    public String durationUnit() {
        return isMonthly() ? "month" : "week";
    }

    /** First day after as many units of duration as given. */
    public LocalDate after(LocalDate start, long units) {
        return isMonthly() ? start.plusMonths(units) : start.plusWeeks(units);
    }

    public boolean isMonthly() {
        return grain.equals("month");
    }

    private String unit() {
        return isMonthly() ? "calendar month" : grain;
    }
}
