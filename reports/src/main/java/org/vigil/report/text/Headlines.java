package org.vigil.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Headlines of figures: each states the finding, computed from the same numbers as the picture. */
public final class Headlines {
    private Headlines() {}

    /** When a series was highest: {@code Recorded offences peaked in June 2020, at 2,458}. */
    public static String peak(String units, List<PeriodCount> series) {
        Optional<PeriodCount> peak = highest(series);
        if (peak.isEmpty() || peak.get().count().orElse(0) == 0) {
            return "No " + units + " were recorded";
        }
        Period period = peak.get().period();
        String when = period.type() == PeriodType.ISO_WEEK
                ? "the week to " + DateText.shortDay(period.end())
                : DateText.month(period.start());
        return "Recorded " + units + " peaked in " + when + ", at "
                + NumberText.count(peak.get().count().orElseThrow());
    }

    /** The first of the highest periods. */
    static Optional<PeriodCount> highest(List<PeriodCount> series) {
        return series.stream()
                .filter(p -> p.count().isPresent())
                .max(Comparator.comparingLong((PeriodCount p) -> p.count().orElseThrow())
                        .thenComparing(p -> p.period().start(), Comparator.reverseOrder()));
    }

    /** The first of the lowest periods. */
    static Optional<PeriodCount> lowest(List<PeriodCount> series) {
        return series.stream()
                .filter(p -> p.count().isPresent())
                .min(Comparator.comparingLong((PeriodCount p) -> p.count().orElseThrow())
                        .thenComparing(p -> p.period().start()));
    }

    /** Which of the communities shown has most. */
    public static String largest(String label, long count) {
        return "The largest count shown is " + label + ", " + NumberText.count(count);
    }

    /**
     * Between which values areas lie.
     *
     * @param areSomeHidden whether some have no published rate
     */
    public static String range(double lowest, double highest, boolean areSomeHidden) {
        return (areSomeHidden ? "Published rates" : "Rates") + " range from " + NumberText.count(Math.round(lowest))
                + " to " + NumberText.count(Math.round(highest)) + " per 100,000";
    }

    /** How many areas lie outside the limits of a funnel. */
    public static String outside(long outside, int all, String singular, String plural) {
        if (outside == 0) {
            return "No " + singular + " lies outside the 99.8% limits";
        }
        return NumberText.count(outside) + " of " + NumberText.count(all) + " " + plural
                + (outside == 1 ? " lies" : " lie") + " outside the 99.8% limits";
    }

    /** Which area has most records: a count says where many people are, not where risk is high. */
    public static String mostRecords(String label, String units, long count) {
        return label + " has the most recorded " + units + ", " + NumberText.count(count);
    }

    /** The same where some areas have no published count: one of these may have more. */
    public static String mostPublished(String label, String units, long count) {
        return "Of the areas with a number, " + label + " has the most recorded " + units + ", "
                + NumberText.count(count);
    }

    /** Which category is the most frequent, and how much of the whole it is: {@code The most frequent kind of place is Home, 31.0% of all}. */
    public static String mostFrequent(String characteristic, String label, long count, long all) {
        return "The most frequent " + characteristic + " is " + label + ", " + NumberText.percent(100.0 * count / all)
                + " of all";
    }

    /** The same where other categories may be hidden or counts are changed: no share of all is formed. */
    public static String mostFrequentPublished(String characteristic, String label, long count) {
        return "The largest published " + characteristic + " is " + label + ", " + NumberText.count(count);
    }
}
