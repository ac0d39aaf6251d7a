package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigil.report.chart.BarSeriesChart;
import org.vigil.report.chart.EventMarker;
import org.vigil.report.chart.SurveillanceChart;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Headlines;
import org.vigil.report.text.HiddenText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;
import org.vigil.report.text.TextAlternatives;

/** The main series of a place as a figure: counts, what was expected, the upper bound, what recent weeks will come to, events and breaks. */
final class SeriesFigure {
    private static final int WEEKS_A_YEAR = 52;

    private final SourceContents contents;
    private final SourceFigures figures;
    private final Measure measure;
    private final PeriodType step;
    private final List<PeriodCount> shown;
    private final NowcastedWeeks nowcasts;
    private final Map<LocalDate, JudgedWeek> judged = new HashMap<>();

    private SeriesFigure(SourceContents contents, PeriodType step, List<PeriodCount> shown) {
        this.contents = contents;
        this.figures = contents.figures();
        this.measure = contents.measure();
        this.step = step;
        this.shown = shown;
        this.nowcasts = NowcastedWeeks.read(contents.input(), figures);
        if (step == PeriodType.ISO_WEEK) {
            contents.weeksSeen().stream()
                    .filter(week -> week.areaCode().equals(figures.areaCode())
                            && week.communityCode().equals(figures.headline().code()))
                    .forEach(week -> judged.put(week.monday(), week));
        }
    }

    /** The last year, low enough for a first page. */
    static Figure ofLastYear(SourceContents contents, SummaryPart summary, Numbering numbering) {
        return of(contents, summary, WEEKS_A_YEAR, SurveillanceChart.COMPACT, "last-year", numbering);
    }

    /** The last two years of a weekly series, or all of a longer step. */
    static Figure ofTwoYears(SourceContents contents, SummaryPart summary, Numbering numbering) {
        return of(contents, summary, 2 * WEEKS_A_YEAR, SurveillanceChart.TALL, "series", numbering);
    }

    private static Figure of(
            SourceContents contents, SummaryPart summary, int weeks, int height, String name, Numbering numbering) {
        List<PeriodCount> all = summary.periods();
        int from = summary.step() == PeriodType.ISO_WEEK ? Math.max(0, all.size() - weeks) : 0;
        while (all.get(from).count().isEmpty()) {
            from++;
        }
        return new SeriesFigure(contents, summary.step(), all.subList(from, all.size()))
                .figure(height, name, numbering);
    }

    private Figure figure(int height, String name, Numbering numbering) {
        LocalDate from = shown.get(0).period().start();
        LocalDate to = shown.get(shown.size() - 1).period().end();
        List<MarkedEvents.Event> candidates = MarkedEvents.inWindow(contents.input(), figures, step, from, to);
        if (!figures.headline().code().equals(contents.whole().headline().code())) {
            candidates.removeIf(
                    event -> !event.communities().contains(figures.headline().label()));
        }
        List<EventMarker> markers = MarkedEvents.ranked(candidates, from, to).stream()
                .map(e -> new EventMarker(e.start(), e.name(), DateText.shortDay(e.start())))
                .toList();
        List<EventMarker> breaks = contents.breaks().stream()
                .filter(b ->
                        b.isBreak() && !b.start().isBefore(from) && !b.start().isAfter(to))
                .map(b -> new EventMarker(b.start(), "Break in series", DateText.shortDay(b.start())))
                .toList();
        SurveillanceChart chart = new SurveillanceChart(
                Measure.capital(measure.singular()) + "s per " + step.singular(),
                shown.stream().map(this::drawn).toList(),
                markers,
                breaks,
                height);
        List<String> marked = chart.marked().stream()
                .sorted(Comparator.comparing(EventMarker::date))
                .map(e -> e.name() + " (" + e.dateText() + ")")
                .toList();
        String period = DateText.month(from) + " to " + DateText.month(to);
        String id = "figure-" + name;
        String title = measure.capitalised() + " per " + step.singular() + " " + measure.dateText() + ", "
                + figures.place() + ", " + period;
        return new Figure(
                id,
                numbering.nextFigure(),
                headline(),
                title,
                alternative(marked),
                chart,
                note(chart.marked().size(), candidates.size(), height),
                table(title),
                "attached file " + id + ".csv");
    }

    private Optional<JudgedWeek> judged(PeriodCount count) {
        return Optional.ofNullable(judged.get(count.period().start()));
    }

    private SurveillanceChart.Week drawn(PeriodCount count) {
        Optional<JudgedWeek> week = judged(count);
        return new SurveillanceChart.Week(
                new BarSeriesChart.Bar(
                        count.period().start(),
                        count.period().end(),
                        (double) count.count().orElse(count.isVeryFew() ? HiddenText.MOST_OF_VERY_FEW : 0),
                        kind(count),
                        estimate(count).map(NowcastedWeeks.Week::drawn)),
                week.map(JudgedWeek::expected).orElse(OptionalDouble.empty()),
                bound(week));
    }

    private static OptionalDouble bound(Optional<JudgedWeek> week) {
        return week.filter(one -> one.bound().isPresent())
                .map(one -> OptionalDouble.of((double) one.bound().getAsLong()))
                .orElse(OptionalDouble.empty());
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

    /** When the series was highest, of whole periods. */
    private String headline() {
        List<PeriodCount> whole = shown.stream()
                .filter(count -> count.count().isPresent() && !count.isPartial())
                .toList();
        return Headlines.peak(measure.singular() + "s", whole);
    }

    private long above() {
        return shown.stream().filter(this::isAbove).count();
    }

    private boolean isAbove(PeriodCount count) {
        return judged(count)
                .filter(week -> week.bound().isPresent()
                        && count.count().orElse(0) > week.bound().getAsLong())
                .isPresent();
    }

    private String alternative(List<String> marked) {
        String text = TextAlternatives.barSeries(
                measure.plural(),
                figures.place(),
                shown,
                count -> kind(count) == BarSeriesChart.Kind.PROVISIONAL,
                marked);
        long known = shown.stream()
                .filter(count ->
                        judged(count).filter(week -> week.bound().isPresent()).isPresent())
                .count();
        return known == 0
                ? text
                : text + " Of " + NumberText.counted(known, "week", "weeks") + " with an upper bound, "
                        + NumberText.count(above()) + (above() == 1 ? " is" : " are") + " above it.";
    }

    private String note(int marked, int candidates, int height) {
        boolean areAllKnown = shown.stream().allMatch(count -> count.count().isPresent());
        String source = "Source: " + figures.facts().publisher() + "."
                + (hasEstimates()
                        ? nowcasts.sentence().map(sentence -> " " + sentence).orElse("")
                        : "")
                + (areAllKnown ? "" : " " + HiddenText.hatched(shown));
        if (marked == 0) {
            return source;
        }
        if (height == SurveillanceChart.COMPACT) {
            return source + " No mark is a claim of cause.";
        }
        String rule = marked == candidates
                ? " Dashed lines mark reference events."
                : " Dashed lines mark " + marked + " of " + candidates
                        + " reference events: those with room, direct attacks first.";
        return source + rule + " No mark is a claim of cause.";
    }

    private boolean hasEstimates() {
        return shown.stream().anyMatch(count -> estimate(count).isPresent());
    }

    private ReportTable table(String title) {
        boolean hasEstimates = hasEstimates();
        boolean hasBounds = shown.stream()
                .anyMatch(count ->
                        judged(count).filter(week -> week.bound().isPresent()).isPresent());
        List<TableColumn> columns = new ArrayList<>(List.of(
                TableColumn.text(step == PeriodType.ISO_WEEK ? "Week ending" : Measure.capital(step.singular())),
                TableColumn.number(Measure.capital(measure.singular()) + "s")));
        List<String> notes = new ArrayList<>();
        if (hasBounds) {
            columns.add(TableColumn.number("Expected"));
            columns.add(TableColumn.number("Upper bound"));
        }
        if (hasEstimates) {
            columns.add(TableColumn.number("Estimated final"));
            columns.add(TableColumn.number("95% interval"));
        }
        if (hasBounds || hasEstimates) {
            notes.add("[z] not applicable: only recent weeks are judged and estimated.");
        }
        columns.add(TableColumn.text("Remark"));
        List<List<TableCell>> rows = new ArrayList<>();
        for (PeriodCount count : shown) {
            List<String> cells = new ArrayList<>(List.of(count.period().tableText(), count.countText()));
            if (hasBounds) {
                Optional<JudgedWeek> week =
                        judged(count).filter(one -> one.bound().isPresent());
                cells.add(week.map(this::expectedText).orElse("[z]"));
                cells.add(week.map(one -> NumberText.count(one.bound().getAsLong()))
                        .orElse("[z]"));
            }
            if (hasEstimates) {
                Optional<NowcastedWeeks.Week> week = estimate(count);
                cells.add(week.map(w -> NumberText.count(w.estimate())).orElse("[z]"));
                cells.add(week.map(NowcastedWeeks.Week::intervalText).orElse("[z]"));
            }
            cells.add(count.remarkText());
            rows.add(ReportTable.row(cells.toArray(new String[0])));
        }
        return new ReportTable(title, columns, rows, notes);
    }

    /** A whole number where more would be said than changed counts can tell. */
    private String expectedText(JudgedWeek week) {
        double expected = week.expected().orElseThrow();
        return figures.areChanged() ? NumberText.count(Math.round(expected)) : NumberText.oneDecimalOrUnder(expected);
    }

    /** What a week that may still change will come to; none for weeks of which everything is known by now. */
    private Optional<NowcastedWeeks.Week> estimate(PeriodCount count) {
        boolean isOpen = step == PeriodType.ISO_WEEK && count.isProvisional() && !count.isPartial();
        return isOpen
                ? nowcasts.find(count.period().start())
                        .filter(week -> week.upper() > count.count().orElse(0))
                : Optional.empty();
    }
}
