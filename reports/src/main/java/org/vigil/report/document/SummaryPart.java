package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigil.report.chart.BarSeriesChart;
import org.vigil.report.chart.EventMarker;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Comparison;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Findings;
import org.vigil.report.text.Headlines;
import org.vigil.report.text.HiddenText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;
import org.vigil.report.text.Sentence;
import org.vigil.report.text.TextAlternatives;

/** What the report begins with: key figures, findings, and the main series with its events. */
final class SummaryPart {
    private static final int SHOWN_WEEKS = 104;

    private final SourceContents contents;
    private final SourceFigures figures;
    private final Measure measure;
    private final PeriodType step;
    private final List<PeriodCount> shown;
    private final List<PeriodCount> known;
    private final NowcastedWeeks nowcasts;

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
        int from = step == PeriodType.ISO_WEEK ? Math.max(0, all.size() - SHOWN_WEEKS) : 0;
        while (all.get(from).count().isEmpty()) {
            from++;
        }
        this.shown = List.copyOf(all.subList(from, all.size()));
        this.known = shown.stream().filter(p -> p.count().isPresent()).toList();
        this.nowcasts = NowcastedWeeks.read(contents.input(), figures);
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

    /** The main series with its events. */
    Section series(String number, Numbering numbering, List<SeriesBreak> breaks) {
        String step = step().singular();
        return new Section(
                "series", number + ". " + Measure.capital(step) + " by " + step, List.of(figure(numbering, breaks)));
    }

    private Figure figure(Numbering numbering, List<SeriesBreak> breaks) {
        LocalDate from = shown.get(0).period().start();
        LocalDate to = shown.get(shown.size() - 1).period().end();
        List<MarkedEvents.Event> candidates = MarkedEvents.inWindow(contents.input(), figures, step, from, to);
        List<EventMarker> markers = MarkedEvents.ranked(candidates, from, to).stream()
                .map(e -> new EventMarker(e.start(), e.name(), DateText.shortDay(e.start())))
                .toList();
        List<EventMarker> breakMarkers = breaks.stream()
                .filter(b ->
                        b.isBreak() && !b.start().isBefore(from) && !b.start().isAfter(to))
                .map(b -> new EventMarker(b.start(), "Break in series", DateText.shortDay(b.start())))
                .toList();
        List<BarSeriesChart.Bar> bars = shown.stream()
                .map(p -> new BarSeriesChart.Bar(
                        p.period().start(),
                        p.period().end(),
                        (double) p.count().orElse(p.isVeryFew() ? HiddenText.MOST_OF_VERY_FEW : 0),
                        kind(p),
                        estimate(p).map(NowcastedWeeks.Week::drawn)))
                .toList();
        String place = figures.place();
        BarSeriesChart chart = new BarSeriesChart(
                Measure.capital(measure.singular()) + "s per " + step.singular(), bars, markers, breakMarkers);
        List<String> eventTexts = chart.marked().stream()
                .sorted(Comparator.comparing(EventMarker::date))
                .map(e -> e.name() + " (" + e.dateText() + ")")
                .toList();
        List<PeriodCount> settled = known.stream().filter(p -> !p.isPartial()).toList();
        String period = DateText.month(from) + " to " + DateText.month(to);
        ReportTable table = table(measure.capitalised() + " per " + step.singular() + ", " + place + ", " + period);
        return new Figure(
                "figure-1-" + step.adjective() + "-series",
                numbering.nextFigure(),
                Headlines.peak(measure.singular() + "s", settled),
                measure.capitalised() + " per " + step.singular() + " " + measure.dateText() + ", " + place + ", "
                        + period,
                TextAlternatives.barSeries(
                        measure.plural(), place, shown, p -> kind(p) == BarSeriesChart.Kind.PROVISIONAL, eventTexts),
                chart,
                note(chart.marked().size(), candidates.size()),
                table,
                "");
    }

    /** Final periods are dark; those of changed counts that are nearly complete are too, though they will be published anew. */
    private BarSeriesChart.Kind kind(PeriodCount count) {
        if (count.count().isEmpty()) {
            return count.isVeryFew() ? BarSeriesChart.Kind.AT_MOST : BarSeriesChart.Kind.HIDDEN;
        }
        return count.isPartial() || !figures.isSettled(count)
                ? BarSeriesChart.Kind.PROVISIONAL
                : BarSeriesChart.Kind.FINAL;
    }

    private ReportTable table(String title) {
        List<TableColumn> columns = new ArrayList<>(List.of(
                TableColumn.text(step == PeriodType.ISO_WEEK ? "Week ending" : Measure.capital(step.singular())),
                TableColumn.number(Measure.capital(measure.singular()) + "s")));
        boolean hasEstimates = shown.stream().anyMatch(p -> estimate(p).isPresent());
        if (hasEstimates) {
            columns.add(TableColumn.number("Estimated final"));
            columns.add(TableColumn.number("95% interval"));
        }
        columns.add(TableColumn.text("Remark"));
        List<List<TableCell>> rows = new ArrayList<>();
        for (PeriodCount count : shown) {
            List<String> cells = new ArrayList<>(List.of(count.period().tableText(), count.countText()));
            if (hasEstimates) {
                Optional<NowcastedWeeks.Week> week = estimate(count);
                cells.add(week.map(w -> NumberText.count(w.estimate())).orElse("[z]"));
                cells.add(week.map(NowcastedWeeks.Week::intervalText).orElse("[z]"));
            }
            cells.add(count.remarkText());
            rows.add(ReportTable.row(cells.toArray(new String[0])));
        }
        return new ReportTable(
                title,
                columns,
                rows,
                hasEstimates ? List.of("[z] not applicable: only recent weeks are estimated.") : List.of());
    }

    /** What a week that may still change will come to; none for weeks of which everything is known by now. */
    private Optional<NowcastedWeeks.Week> estimate(PeriodCount count) {
        boolean isOpen = step == PeriodType.ISO_WEEK && count.isProvisional() && !count.isPartial();
        return isOpen
                ? nowcasts.find(count.period().start())
                        .filter(week -> week.upper() > count.count().orElse(0))
                : Optional.empty();
    }

    private String note(int marked, int candidates) {
        String source = "Source: " + figures.facts().publisher() + "."
                + nowcasts.sentence().map(sentence -> " " + sentence).orElse("")
                + (known.size() < shown.size() ? " " + HiddenText.hatched(shown) : "");
        if (marked == 0) {
            return source;
        }
        String rule = marked == candidates
                ? " Dashed lines mark reference events."
                : " Dashed lines mark " + marked + " of " + candidates
                        + " reference events: those with room, direct attacks first.";
        return source + rule + " No mark is a claim of cause.";
    }

    /** The length of one bar: a week, a month, a quarter or a financial year. */
    PeriodType step() {
        return step;
    }
}
