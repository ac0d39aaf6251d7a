package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigil.report.text.Comparison;
import org.vigil.report.text.Findings;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;
import org.vigil.report.text.Sentence;

/** What the report begins with: key figures and findings on the main series. */
final class SummaryPart {
    private final SourceContents contents;
    private final SourceFigures figures;
    private final Measure measure;
    private final PeriodType step;
    private final List<PeriodCount> shown;
    private final List<PeriodCount> known;

    /**
     * Arranges the main series of a place.
     *
     * @throws ReportException if it has no counts at all
     */
    SummaryPart(SourceContents contents) {
        this.contents = contents;
        this.figures = contents.figures();
        this.measure = contents.measure();
        this.step = figures.step();
        List<PeriodCount> all =
                new ArrayList<>(figures.series(figures.headline().code(), step).values());
        all.removeIf(p -> p.count().isEmpty() && !p.isHidden() && !p.isVeryFew());
        while (!all.isEmpty() && all.get(all.size() - 1).count().isEmpty()) {
            all.remove(all.size() - 1);
        }
        if (all.isEmpty()) {
            throw new ReportException(
                    "Could not write the report on source "
                            + figures.facts().code() + ": it has no " + step.adjective()
                            + " counts for its whole area (table counts); expected at least one. Check the profile of the source.");
        }
        while (all.get(0).count().isEmpty()) {
            all.remove(0);
        }
        this.shown = List.copyOf(all);
        this.known = shown.stream().filter(p -> p.count().isPresent()).toList();
    }

    private Optional<Comparison> compared(String communityCode, PeriodType type) {
        return figures.newest(communityCode, type).map(now -> compared(communityCode, now));
    }

    private Comparison compared(String communityCode, PeriodCount now) {
        return figures.compare(
                now,
                figures.series(communityCode, now.period().type())
                        .get(now.period().startOneYearBefore()));
    }

    /** The newest year of the headline: twelve months or, where these are not published, a financial year. */
    private Optional<Comparison> year() {
        return compared(figures.headline().code(), PeriodType.ROLLING_12_MONTHS)
                .or(() -> compared(figures.headline().code(), PeriodType.FINANCIAL_YEAR))
                .filter(comparison -> comparison.current().period().type() != step);
    }

    List<KeyFigure> keyFigures() {
        List<KeyFigure> cards = new ArrayList<>();
        compared(figures.headline().code(), step).ifPresent(c -> cards.add(card(c)));
        year().ifPresent(c -> cards.add(card(c)));
        List<Findings.CommunityCount> counts = isOnOneCommunity() ? List.of() : communityCounts();
        boolean areSomeHidden = counts.stream().anyMatch(c -> c.year().current().isHidden());
        counts.stream()
                .filter(c -> c.year().current().count().isPresent())
                .max(Comparator.comparingLong(c -> c.year().current().count().orElseThrow()))
                .ifPresent(c -> cards.add(new KeyFigure(
                        c.year().current().countText(),
                        c.label() + ": the largest " + (areSomeHidden ? "published " : "") + "community in "
                                + (c.year().current().period().type() == PeriodType.FINANCIAL_YEAR
                                        ? "the " + c.year().current().period().text()
                                        : "12 months"),
                        changeText(c.year()))));
        cards.add(lastCard());
        return cards;
    }

    private boolean isOnOneCommunity() {
        return !figures.headline().code().equals(contents.whole().headline().code());
    }

    private KeyFigure card(Comparison comparison) {
        return new KeyFigure(
                comparison.current().countText(),
                measure.plural() + " in " + comparison.current().period().textInSentence()
                        + (comparison.current().isProvisional() ? " [p]" : ""),
                changeText(comparison));
    }

    private static String changeText(Comparison comparison) {
        Optional<PeriodCount> earlier =
                comparison.earlier().filter(e -> e.count().isPresent());
        if (earlier.isEmpty()) {
            return comparison
                    .earlier()
                    .filter(e -> e.isHidden() || e.isVeryFew())
                    .map(e -> "A year before: " + e.countText())
                    .orElse("No figure a year before");
        }
        return comparison
                .changeText()
                .map(change -> change + " on a year before")
                .orElse("A year before: " + earlier.get().countText());
    }

    /** What has come in so far of the newest whole period, or else the highest period shown. */
    private KeyFigure lastCard() {
        Optional<PeriodCount> newest = known.stream()
                .filter(PeriodCount::isComplete)
                .reduce((a, b) -> b)
                .filter(p -> !figures.isSettled(p));
        if (newest.isPresent()) {
            return new KeyFigure(
                    newest.get().countText(),
                    "so far in " + newest.get().period().textInSentence() + " [p]",
                    "Provisional: will change");
        }
        PeriodCount peak = known.stream()
                .max(Comparator.comparingLong((PeriodCount p) -> p.count().orElse(0)))
                .orElseThrow();
        return new KeyFigure(
                peak.countText(),
                "in " + peak.period().textInSentence() + ", the highest " + step.singular() + " shown",
                "Of " + NumberText.counted(known.size(), step.singular(), step.plural())
                        + (known.size() < shown.size() ? " with a figure" : ""));
    }

    /** Communities that hold no other community of the source, with the year that the report shows of communities; hidden counts among them. */
    List<Findings.CommunityCount> communityCounts() {
        List<Findings.CommunityCount> counts = new ArrayList<>();
        for (Community community : figures.communities()) {
            boolean isNamed = !figures.hasParts(community) && !community.kind().equals(Community.UNKNOWN_KIND);
            if (isNamed) {
                latest(community)
                        .ifPresent(now -> counts.add(
                                new Findings.CommunityCount(community.label(), compared(community.code(), now))));
            }
        }
        return counts;
    }

    /** The year of a community; exact figures of single communities can be settled later than those of the headline. */
    private Optional<PeriodCount> latest(Community community) {
        return figures.areSomeHidden()
                ? figures.year()
                        .flatMap(year -> Optional.ofNullable(
                                figures.series(community.code(), year.type()).get(year.start())))
                : figures.newest(community.code(), PeriodType.ROLLING_12_MONTHS);
    }

    /** Periods of the main series in order, from the first to the last with a count. */
    List<PeriodCount> periods() {
        return shown;
    }

    /** What was counted in the newest period and year, without a word on other communities. */
    List<Sentence> counted() {
        List<Sentence> sentences = new ArrayList<>();
        compared(figures.headline().code(), step).ifPresent(c -> sentences.add(Findings.latestPeriod(measure, c)));
        year().ifPresent(c -> sentences.add(Findings.year(measure, c)));
        return sentences;
    }

    List<Sentence> findings() {
        List<Sentence> sentences = new ArrayList<>(counted());
        Findings.largestCommunities(measure, communityCounts()).ifPresent(sentences::add);
        Findings.largestChange(communityCounts()).ifPresent(sentences::add);
        List<PeriodCount> provisional =
                known.stream().filter(PeriodCount::isProvisional).toList();
        sentences.add(
                figures.areSomeHidden()
                        ? Findings.standingOnDates(provisional, lastDay())
                        : Findings.standing(step, provisional, figures.facts().coverageEnd()));
        return sentences;
    }

    private LocalDate lastDay() {
        LocalDate shownTo = known.get(known.size() - 1).period().end();
        return shownTo.isAfter(figures.facts().coverageEnd()) ? figures.facts().coverageEnd() : shownTo;
    }

    /** The length of one bar: a week, a month, a quarter or a financial year. */
    PeriodType step() {
        return step;
    }
}
