package org.vigil.report.text;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** Sentences of the page of a reference event. They tell an association in time with what supports or weakens it, and never why. */
public final class EventText {
    /** What every page of an event says. */
    public static final String ASSOCIATION =
            "The figures show an association in time. They do not say why, and other events can lie in the same weeks.";

    /** The same, where there is room for a few words. */
    public static final String NOT_CAUSE = "An association in time, not a cause.";

    /** What is said of communities that an event is not listed for. */
    public static final String EXPLORATORY =
            "The catalogue names no ground to test these communities. Many are looked at, so some stand out by chance.";

    private static final double NOTEWORTHY_P = 0.05;

    private EventText() {}

    /** Which other events the estimate belongs to as well. */
    public static String inseparable(List<String> names) {
        return "The event cannot be told apart from "
                + (names.size() > 3 ? NumberText.count(names.size()) + " others nearby" : Findings.joined(names))
                + ". The estimate is that of all of them.";
    }

    /**
     * What usual means on the page.
     *
     * @param units units of the baseline
     * @param unit word for one
     * @param start first day of the baseline
     * @param leftOut units left out as raised after earlier events
     */
    public static String baseline(long units, String unit, LocalDate start, long leftOut) {
        String first = "Expected from the " + NumberText.counted(units, unit, unit + "s") + " before the event, from "
                + DateText.day(start) + " on, outside earlier raised periods.";
        return leftOut == 0
                ? first + " No " + unit + " had to be left out."
                : first + " " + NumberText.counted(leftOut, unit + " is", unit + "s are")
                        + " left out as raised after earlier events.";
    }

    /** What a calendar month that began before the event means for a comparison. */
    public static String exposure(double share) {
        return "The windows are calendar months: " + NumberText.count(Math.round(100 * share))
                + "% of the first lies after the event.";
    }

    /**
     * The event among dates without one.
     *
     * @param p share of all dates, the event among them, that looked at least as high; empty where there are too few dates
     * @param dates dates without an event
     */
    public static String placebo(OptionalDouble p, long dates) {
        if (p.isEmpty()) {
            return "Only " + NumberText.counted(dates, "date", "dates")
                    + " without an event can be compared: too few for a placebo p.";
        }
        long asHigh = Math.max(0, Math.round(p.getAsDouble() * (dates + 1)) - 1);
        String dateText = NumberText.count(dates) + " dates without an event";
        return (asHigh == 0
                        ? "At none of " + dateText + " did the window look at least as high"
                        : "At " + NumberText.count(asHigh) + " of " + dateText + " the window looked at least as high")
                + " (placebo p " + NumberText.probability(p.getAsDouble()) + ").";
    }

    /** The same where only the share is published: {@code At about 2% of dates without an event …}. */
    public static String placeboShare(double p) {
        return "At about " + NumberText.wholePercent(100 * p)
                + " of all dates looked at, the window looked at least as high (placebo p " + NumberText.twoDecimals(p)
                + ").";
    }

    /** Whether counts had already moved before the event. */
    public static String preTrend(double ratio, double p) {
        return "In a window of the same length before it, counts were at " + NumberText.times(ratio) + " of usual (p "
                + NumberText.probability(p) + "): "
                + (p < NOTEWORTHY_P ? "a reason to read the effect with care." : "no clear change.");
    }

    /** How fast the excess went. */
    public static String halfLife(double days, double lower, double upper) {
        return "The excess halved in about " + NumberText.oneDecimal(days) + " days (95% interval "
                + NumberText.oneDecimal(lower) + " to " + NumberText.oneDecimal(upper) + ").";
    }

    /** The ratio given the level of a community that the event is not listed for. */
    public static String comparison(String label, JudgedCount compared) {
        return "Given the level of " + label + ", for which the event is not listed, the ratio is "
                + compared.ratioText() + " (95% interval " + compared.intervalText() + ").";
    }

    /** That the comparison moved too. */
    public static String noComparison(String label, double p) {
        return "The comparison with " + label + " is not used: it moved in the same window (p "
                + NumberText.probability(p) + ").";
    }

    /**
     * The areas together.
     *
     * @param beyondChance share of the variance between areas that is more than chance
     */
    public static String pooled(String areas, JudgedCount pooled, long count, OptionalDouble beyondChance) {
        String first = "The mean ratio of " + NumberText.count(count) + " " + areas + " with enough incidents is "
                + pooled.ratioText() + " (95% interval " + pooled.intervalText() + ").";
        return beyondChance.isEmpty()
                ? first
                : first + " Of the variance between them, "
                        + NumberText.count(Math.round(100 * beyondChance.getAsDouble())) + "% is more than chance.";
    }
}
