package org.vigil.report.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sentences of the summary. They say what was recorded and how much it changed, never why: no sentence names a cause.
 */
public final class Findings {
    /**
     * A community with its latest year.
     *
     * @param label its name
     * @param year the latest 12 months or financial year beside the year before
     */
    public record CommunityCount(String label, Comparison year) {
        private boolean isLeftOut() {
            return year.current().isHidden();
        }

        private long count() {
            return year.current().count().orElse(0);
        }
    }

    private Findings() {}

    /** The newest whole period beside the same period a year before. */
    public static Sentence latestPeriod(Measure measure, Comparison comparison) {
        PeriodCount now = comparison.current();
        String lead =
                measure.happened(now.count().orElse(0)) + " in " + now.period().textInSentence() + ".";
        return new Sentence(lead, earlierText(comparison, sameBefore(now.period())));
    }

    private static String sameBefore(Period period) {
        return switch (period.type()) {
            case ISO_WEEK -> "The same week a year before: ";
            case MONTH -> "The same month a year before: ";
            case QUARTER -> "The same quarter a year before: ";
            case ROLLING_12_MONTHS -> "The 12 months before: ";
            case FINANCIAL_YEAR -> "The year before: ";
        };
    }

    /** The latest year beside the year before. */
    public static Sentence year(Measure measure, Comparison comparison) {
        PeriodCount now = comparison.current();
        String lead =
                measure.happened(now.count().orElse(0)) + " in " + now.period().textInSentence() + ".";
        return new Sentence(lead, earlierText(comparison, sameBefore(now.period())));
    }

    private static String earlierText(Comparison comparison, String opening) {
        Optional<PeriodCount> earlier =
                comparison.earlier().filter(p -> p.count().isPresent());
        if (earlier.isEmpty()) {
            return comparison.earlier().filter(PeriodCount::isHidden).isPresent()
                    ? "The year before is hidden [c]."
                    : comparison.earlier().filter(PeriodCount::isVeryFew).isPresent()
                            ? "The year before has none or very few [low]."
                            : "The year before is not available.";
        }
        long before = earlier.get().count().orElseThrow();
        String figure = opening + NumberText.count(before);
        return comparison
                .changeText()
                .map(change -> figure + " (" + change + ").")
                .orElseGet(() -> figure + ". No percentage is given: "
                        + comparison.obstacle().orElseThrow().clause() + ".");
    }

    /** The largest communities of the latest year; empty where none has a count. */
    public static Optional<Sentence> largestCommunities(Measure measure, List<CommunityCount> communities) {
        List<CommunityCount> largest = communities.stream()
                .filter(c -> c.count() > 0)
                .sorted(Comparator.comparingLong(CommunityCount::count)
                        .reversed()
                        .thenComparing(CommunityCount::label))
                .limit(3)
                .toList();
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        largest.forEach(c -> parts.add(c.label() + " (" + NumberText.count(c.count()) + ")"));
        String published = communities.stream().anyMatch(CommunityCount::isLeftOut) ? "published " : "";
        String lead = "The largest " + published
                + (largest.size() == 1 ? "community count was " : "community counts were ") + joined(parts) + ".";
        return Optional.of(
                new Sentence(lead, "They are never added up: one " + measure.singular() + " can count for several."));
    }

    /** The community whose count changed most in per cent, among those where a percentage may be given. */
    public static Optional<Sentence> largestChange(List<CommunityCount> communities) {
        return communities.stream()
                .filter(c -> c.year().percentChange().isPresent())
                .max(Comparator.comparingDouble((CommunityCount c) ->
                                Math.abs(c.year().percentChange().orElseThrow()))
                        .thenComparing(CommunityCount::label))
                .map(c -> {
                    long before = c.year().earlier().orElseThrow().count().orElseThrow();
                    return new Sentence(
                            "The largest change in "
                                    + yearText(c.year().current().period()) + " is in the " + c.label() + " count: "
                                    + c.year().changeText().orElseThrow() + ".",
                            "It went from " + NumberText.count(before) + " to " + NumberText.count(c.count()) + ".");
                });
    }

    private static String yearText(Period year) {
        return year.type() == PeriodType.FINANCIAL_YEAR ? "a year" : "12 months";
    }

    /** What of the figures of a release for everybody can still change: they do so on fixed dates only. */
    public static Sentence standingOnDates(List<PeriodCount> provisional, LocalDate lastDay) {
        return new Sentence(
                "The figures published so far run to " + DateText.day(lastDay) + ".",
                provisional.isEmpty()
                        ? "No period shown will change."
                        : "Those marked [p] can change, on dates that were fixed beforehand.");
    }

    /** Which periods may still change, or how far the figures reach. */
    public static Sentence standing(PeriodType type, List<PeriodCount> provisional, LocalDate lastDay) {
        if (provisional.isEmpty()) {
            return new Sentence("The figures run to " + DateText.day(lastDay) + ".", "No period shown is provisional.");
        }
        PeriodCount first = provisional.get(0);
        String which = provisional.size() == 1
                ? "The newest " + type.singular() + " is provisional."
                : "The newest " + provisional.size() + " " + type.plural() + " are provisional.";
        String from = type == PeriodType.ISO_WEEK
                ? "the week ending " + DateText.day(first.period().end())
                : DateText.month(first.period().start());
        return new Sentence(which, "Counts from " + from + " on will change.");
    }

    /** Texts joined as in a sentence: {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String joined(List<String> parts) {
        if (parts.size() <= 1) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }
}
