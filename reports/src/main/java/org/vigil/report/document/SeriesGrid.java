package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.vigil.report.chart.Drawing;
import org.vigil.report.chart.SmallMultiples;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Findings;
import org.vigil.report.text.HiddenText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;

/** Several series of one kind in small panels on one scale, by month where enough months are published, otherwise by quarter or year. */
final class SeriesGrid {
    private static final List<PeriodType> STEPS =
            List.of(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.FINANCIAL_YEAR);
    private static final int YEARS = 2;
    private static final int FEWEST_STEPS = 4;
    private static final int PANELS_IN_A_ROW = 6;
    private static final int ROW_HEIGHT = 66;
    private static final double LEAST_SHOWN = 0.5;

    /**
     * One series.
     *
     * @param label its name
     * @param shortLabel a name for where there is no room
     * @param isHighlighted whether it is above usual in the latest period
     * @param counts its periods by type and first day
     */
    record Series(
            String label,
            String shortLabel,
            boolean isHighlighted,
            Map<PeriodType, NavigableMap<LocalDate, PeriodCount>> counts) {
        private NavigableMap<LocalDate, PeriodCount> at(PeriodType type) {
            return counts.getOrDefault(type, Collections.emptyNavigableMap());
        }
    }

    private final List<Series> series;
    private final PeriodType step;
    private final List<LocalDate> starts;

    private SeriesGrid(List<Series> series, PeriodType step, List<LocalDate> starts) {
        this.series = series;
        this.step = step;
        this.starts = starts;
    }

    /** The series at the finest step of which at least half of the newest two years is published; empty where none is, or there are too few series. */
    static Optional<SeriesGrid> of(List<Series> all) {
        for (PeriodType step : STEPS) {
            List<Series> known = all.stream()
                    .filter(one -> one.at(step).values().stream()
                            .anyMatch(count -> count.count().isPresent()))
                    .limit(SmallMultiples.MOST_PANELS)
                    .toList();
            Optional<List<LocalDate>> starts = starts(known, step);
            if (known.size() > 1
                    && starts.filter(days -> areShown(known, step, days)).isPresent()) {
                return Optional.of(new SeriesGrid(known, step, starts.get()));
            }
        }
        return Optional.empty();
    }

    /** First days of the whole periods of the newest two years, or of all years of a longer step. */
    private static Optional<List<LocalDate>> starts(List<Series> known, PeriodType step) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        known.forEach(one -> one.at(step).forEach((start, count) -> {
            if (!count.isPartial() && count.count().isPresent()) {
                starts.add(start);
            }
        }));
        if (starts.size() < FEWEST_STEPS) {
            return Optional.empty();
        }
        return Optional.of(List.copyOf(
                step == PeriodType.MONTH ? starts.tailSet(starts.last().minusYears(YEARS), false) : starts));
    }

    private static boolean areShown(List<Series> known, PeriodType step, List<LocalDate> starts) {
        long shown = known.stream()
                .flatMap(one -> starts.stream()
                        .flatMap(start -> Optional.ofNullable(one.at(step).get(start)).stream()))
                .filter(count -> count.count().isPresent())
                .count();
        return shown >= LEAST_SHOWN * known.size() * starts.size();
    }

    private Optional<PeriodCount> find(Series one, LocalDate start) {
        return Optional.ofNullable(one.at(step).get(start));
    }

    /** The newest period that is shown. */
    private Optional<PeriodCount> newest(Series one) {
        return find(one, starts.get(starts.size() - 1));
    }

    /**
     * The figure.
     *
     * @param kind word for one panel: community or borough
     * @param headline the finding
     * @param highlighted what highlighted panels are, as a clause: {@code above usual in the 4 weeks to 28 December 2025}
     */
    Figure figure(
            SourceContents contents,
            String id,
            String number,
            String kind,
            String plural,
            String headline,
            String highlighted) {
        Measure measure = contents.plain();
        PeriodCount last =
                series.stream().flatMap(one -> newest(one).stream()).findFirst().orElseThrow();
        PeriodCount first = series.stream()
                .flatMap(one -> find(one, starts.get(0)).stream())
                .findFirst()
                .orElse(last);
        String span = first.period().text() + " to " + last.period().text();
        String title = Measure.capital(measure.plural()) + " by " + step.singular() + " and " + kind + ", "
                + contents.figures().place() + ", " + span;
        int rows = (series.size() + PANELS_IN_A_ROW - 1) / PANELS_IN_A_ROW;
        String broken = HiddenText.broken(hidden());
        List<String> named =
                series.stream().filter(Series::isHighlighted).map(Series::label).toList();
        return new Figure(
                id,
                number,
                headline,
                title,
                "Small charts on one scale, one for each of " + NumberText.count(series.size()) + " " + plural + ". "
                        + (named.isEmpty()
                                ? "None is " + highlighted + "."
                                : Measure.capital(highlighted) + ": " + Findings.joined(named) + ".")
                        + " All values are in the table.",
                new SmallMultiples(
                        series.stream().map(this::panel).toList(),
                        "Number: " + last.period().text() + ". Dark: " + highlighted + ".",
                        Drawing.WIDTH,
                        Math.max(2, rows + (series.size() % PANELS_IN_A_ROW == 0 ? 1 : 0)) * ROW_HEIGHT),
                "Source: " + contents.facts().publisher() + "." + (broken.isEmpty() ? "" : " " + broken),
                table(title, kind),
                "attached file " + id + ".csv");
    }

    private long hidden() {
        return series.stream()
                .flatMap(one -> starts.stream().flatMap(start -> find(one, start).stream()))
                .filter(count -> count.isHidden() || count.isVeryFew())
                .count();
    }

    private SmallMultiples.Panel panel(Series one) {
        List<SmallMultiples.Point> points = new ArrayList<>();
        for (LocalDate start : starts) {
            find(one, start)
                    // What the source does not cover is a gap; only what is hidden is hatched.
                    .filter(count -> count.count().isPresent() || count.isHidden() || count.isVeryFew())
                    .ifPresent(count -> points.add(new SmallMultiples.Point(
                            start,
                            count.count().isPresent()
                                    ? OptionalDouble.of((double) count.count().getAsLong())
                                    : OptionalDouble.empty(),
                            count.isProvisional())));
        }
        return new SmallMultiples.Panel(
                one.label(),
                one.shortLabel(),
                newest(one).map(PeriodCount::countText).orElse("[x]"),
                points,
                OptionalDouble.empty(),
                one.isHighlighted());
    }

    private ReportTable table(String title, String kind) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (Series one : series) {
            for (LocalDate start : starts) {
                Optional<PeriodCount> count = find(one, start);
                rows.add(ReportTable.row(
                        one.label(),
                        count.map(found -> found.period().tableText()).orElse(start.toString()),
                        count.map(PeriodCount::countText).orElse("[x]"),
                        count.map(PeriodCount::remarkText).orElse("")));
            }
        }
        return new ReportTable(
                title,
                List.of(
                        TableColumn.text(Measure.capital(kind)),
                        TableColumn.text(Measure.capital(step.singular())),
                        TableColumn.number("Recorded"),
                        TableColumn.text("Remark")),
                rows,
                List.of());
    }
}
