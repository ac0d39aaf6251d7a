package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigil.release.CellStatus;
import org.vigil.report.chart.LineChart;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Findings;
import org.vigil.report.text.Headlines;
import org.vigil.report.text.HiddenText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;
import org.vigil.report.text.TextAlternatives;

/** Target communities: lines of the largest, and a table of all. */
final class CommunityPart {
    private static final int FEWEST_GROUPED = 3;
    private static final int MONTH_DAYS = 32;
    private static final int YEAR_DAYS = 366;

    private final SourceFigures figures;
    private final Measure measure;
    private final Measure plain;
    private final Optional<Period> year;
    private final PeriodType type;
    private final TrendTable trends;

    CommunityPart(ReportInput input, SourceFigures figures, Measure measure) {
        this.figures = figures;
        this.measure = measure;
        this.plain = new Measure(measure.unit(), "", measure.isRecorded());
        this.year = figures.year();
        this.trends = TrendTable.ofCommunities(input, figures, plain);
        this.type = year.map(Period::type).orElse(PeriodType.ROLLING_12_MONTHS);
    }

    /** The section; empty where the source covers less than 12 months or has no communities. */
    Optional<Section> section(String number, Numbering numbering, List<SeriesBreak> breaks) {
        if (year.isEmpty() || figures.communities().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Each community is counted in its own right. One " + measure.singular()
                                + " can concern several communities. Parts are never added to wholes, and communities do not add up to a total."));
        figure(numbering, breaks).ifPresent(blocks::add);
        blocks.add(table(numbering, year.get()));
        trendTable().ifPresent(table -> blocks.add(NumberedTable.attached(numbering.nextTable(), table)));
        return Optional.of(new Section("communities", number + ". Target communities", blocks));
    }

    /** The section with nothing but the table of counts; empty where there is no year or no community. */
    Optional<Section> table(String number, Numbering numbering) {
        return year.filter(period -> !figures.communities().isEmpty())
                .map(period ->
                        new Section("communities", number + ". Target communities", List.of(table(numbering, period))));
    }

    private Optional<Figure> figure(Numbering numbering, List<SeriesBreak> breaks) {
        List<Community> largest = figures.communities().stream()
                .filter(c -> !figures.hasParts(c) && !c.kind().equals(Community.UNKNOWN_KIND))
                .filter(c -> latestCount(c) > 0)
                .sorted(Comparator.comparingLong(this::latestCount).reversed().thenComparing(Community::label))
                .limit(LineChart.MOST_LINES)
                .toList();
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        List<LineChart.Line> lines = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        TreeMap<LocalDate, List<String>> rows = new TreeMap<>();
        TreeMap<LocalDate, Period> periods = new TreeMap<>();
        for (int i = 0; i < largest.size(); i++) {
            List<LineChart.Point> points = new ArrayList<>();
            for (PeriodCount count : settled(largest.get(i)).values()) {
                LocalDate end = count.period().end();
                points.add(new LineChart.Point(end, (double) count.count().orElseThrow()));
                periods.put(end, count.period());
                rows.computeIfAbsent(end, e -> new ArrayList<>());
            }
            lines.add(new LineChart.Line(largest.get(i).label(), points));
            ends.add(largest.get(i).label() + " " + NumberText.count(latestCount(largest.get(i))));
        }
        rows.forEach((end, cells) -> {
            cells.add(DateText.month(end));
            for (Community community : largest) {
                PeriodCount count = figures.series(community.code(), type)
                        .get(Objects.requireNonNull(periods.get(end)).start());
                cells.add(count == null ? "[x]" : count.countText());
            }
        });
        String broken = HiddenText.broken(periods.values().stream()
                .flatMap(period -> largest.stream()
                        .flatMap(community ->
                                Optional.ofNullable(
                                        figures.series(community.code(), type).get(period.start()))
                                        .stream()))
                .filter(count -> count.isHidden() || count.isVeryFew())
                .count());
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.text(isRolling() ? "12 months to" : "Year ending"));
        largest.forEach(c -> columns.add(TableColumn.number(c.label())));
        String spoken = isRolling() ? " in rolling 12 months by community" : " in financial years by community";
        String span = "ending " + DateText.month(rows.firstKey()) + " to " + DateText.month(rows.lastKey());
        String title = plain.capitalised() + spoken + ", " + figures.place() + ", " + span;
        ReportTable table = new ReportTable(
                title,
                columns,
                rows.values().stream()
                        .map(cells -> cells.stream().map(TableCell::of).toList())
                        .toList(),
                List.of());
        return Optional.of(new Figure(
                "figure-2-communities",
                numbering.nextFigure(),
                Headlines.largest(largest.get(0).label(), latestCount(largest.get(0))),
                title,
                TextAlternatives.lines(
                        plain.plural() + spoken,
                        figures.place(),
                        (isRolling() ? "12 months to " : "year ending ") + DateText.month(rows.firstKey()),
                        (isRolling() ? "12 months to " : "year ending ") + DateText.month(rows.lastKey()),
                        broken,
                        ends),
                new LineChart(
                        Measure.capital(measure.singular())
                                + (isRolling() ? "s in the 12 months to each month" : "s in each financial year"),
                        isRolling() ? MONTH_DAYS : YEAR_DAYS,
                        lines),
                "Source: " + figures.facts().publisher() + ". The " + largest.size()
                        + " largest communities without parts."
                        + (isRolling() ? " A rolling total moves for a year after a short rise." : "")
                        + (broken.isEmpty() ? "" : " " + broken)
                        + breakText(breaks, rows.firstKey().minusYears(1)),
                table,
                "attached file figure-2-communities.csv"));
    }

    private boolean isRolling() {
        return type == PeriodType.ROLLING_12_MONTHS;
    }

    private Optional<ReportTable> trendTable() {
        List<TrendTable.Row> rows = new ArrayList<>();
        if (figures.headline().code().equals(Community.ALL)) {
            rows.add(new TrendTable.Row(
                    Community.ALL, TableCell.of(figures.headline().label())));
        }
        figures.communities()
                .forEach(community -> rows.add(new TrendTable.Row(
                        community.code(), new TableCell(community.label(), figures.depth(community), ""))));
        return trends.of("community", figures.place(), rows);
    }

    private static String breakText(List<SeriesBreak> breaks, LocalDate from) {
        List<String> dates = breaks.stream()
                .filter(b -> b.isBreak() && b.start().isAfter(from))
                .map(b -> DateText.day(b.start()))
                .toList();
        return dates.isEmpty()
                ? ""
                : " Figures before and after a break in series cannot be compared: " + Findings.joined(dates) + ".";
    }

    private long latestCount(Community community) {
        return settled(community).values().stream()
                .reduce((a, b) -> b)
                .map(p -> p.count().orElse(0))
                .orElse(0L);
    }

    /** Whole periods with a count, up to the newest final one. */
    private NavigableMap<LocalDate, PeriodCount> settled(Community community) {
        TreeMap<LocalDate, PeriodCount> settled = new TreeMap<>();
        Optional<LocalDate> newest = figures.areSomeHidden()
                ? year.map(Period::start)
                : figures.newest(community.code(), type)
                        .map(count -> count.period().start());
        figures.series(community.code(), type).forEach((start, count) -> {
            boolean isShown = count.isComplete() && newest.isPresent() && !start.isAfter(newest.get());
            if (isShown) {
                settled.put(start, count);
            }
        });
        return settled;
    }

    private NumberedTable table(Numbering numbering, Period latest) {
        boolean hasFlags = figures.communities().stream()
                .anyMatch(c -> !c.publisherLabels().isEmpty());
        Period before =
                new Period(type, latest.startOneYearBefore(), latest.start().minusDays(1));
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.text("Community"));
        if (hasFlags) {
            columns.add(TableColumn.quoted("Publisher\u2019s flag"));
        }
        boolean isProvisional = Optional.ofNullable(
                        figures.series(figures.headline().code(), type).get(latest.start()))
                .map(PeriodCount::isProvisional)
                .orElse(false);
        columns.add(TableColumn.number(Measure.capital(latest.text()) + (isProvisional ? " [p]" : "")));
        columns.add(TableColumn.number(Measure.capital(before.text())));
        columns.add(TableColumn.number("Change"));
        boolean hasIntervals = isRolling()
                && figures.communities().stream()
                        .anyMatch(c -> trends.changeInterval(c.code(), lastMonth(latest))
                                .isPresent());
        if (hasIntervals) {
            columns.add(TableColumn.number("95% interval"));
        }
        List<List<TableCell>> rows = new ArrayList<>();
        boolean hasTotal = figures.headline().code().equals(Community.ALL);
        if (hasTotal) {
            rows.add(
                    row(figures.headline(), latest, hasFlags, hasIntervals, 0, "each " + measure.singular() + " once"));
        }
        List<Community> silent =
                figures.communities().stream().filter(c -> isSilent(c, latest)).toList();
        boolean areGrouped = silent.size() >= FEWEST_GROUPED;
        for (Community community : figures.communities()) {
            if (areGrouped && silent.contains(community)) {
                continue;
            }
            String whole = figures.findCommunity(community.partOf())
                    .map(c -> "part of " + c.label())
                    .orElse("");
            rows.add(row(community, latest, hasFlags, hasIntervals, figures.depth(community), whole));
        }
        List<String> notes = new ArrayList<>();
        if (areGrouped) {
            notes.add("0 in both periods: "
                    + Findings.joined(silent.stream().map(Community::label).toList()) + ".");
        }
        notes.add("Parts are set in and never added to wholes."
                + (hasIntervals
                        ? " The interval of a change allows for chance alone; incidents come in waves, so years can differ by more."
                        : ""));
        return new NumberedTable(
                numbering.nextTable(),
                new ReportTable(
                        plain.capitalised() + " by community, " + figures.place(),
                        columns,
                        rows,
                        Shorthand.withNote(
                                notes, columns, rows, Map.of(CellStatus.LOW_RELIABILITY, figures.noPercentage()))));
    }

    static LocalDate lastMonth(Period year) {
        return year.end().withDayOfMonth(1);
    }

    /** The interval of a change that is shown; where none is, the same shorthand. */
    static String interval(TrendTable trends, String code, Period year, String change) {
        return change.endsWith("%")
                ? trends.changeInterval(code, lastMonth(year)).orElse("[x]")
                : change;
    }

    /** Whether a community without parts has 0 in the period and in the one before; true zeros only. */
    private boolean isSilent(Community community, Period latest) {
        NavigableMap<LocalDate, PeriodCount> series = figures.series(community.code(), type);
        return !figures.hasParts(community)
                && isZero(series.get(latest.start()))
                && isZero(series.get(latest.startOneYearBefore()));
    }

    private static boolean isZero(@Nullable PeriodCount count) {
        return count != null && count.count().equals(OptionalLong.of(0));
    }

    private List<TableCell> row(
            Community community, Period latest, boolean hasFlags, boolean hasIntervals, int depth, String note) {
        NavigableMap<LocalDate, PeriodCount> series = figures.series(community.code(), type);
        PeriodCount now = series.get(latest.start());
        PeriodCount before = series.get(latest.startOneYearBefore());
        List<TableCell> cells = new ArrayList<>();
        cells.add(new TableCell(community.label(), depth, note));
        if (hasFlags) {
            cells.add(TableCell.of(community.publisherText()));
        }
        cells.add(TableCell.of(now == null ? "[x]" : now.countText()));
        cells.add(TableCell.of(before == null ? "[x]" : before.countText()));
        String change = now == null ? "[x]" : figures.compare(now, before).cellText();
        cells.add(TableCell.of(change));
        if (hasIntervals) {
            cells.add(TableCell.of(interval(trends, community.code(), latest, change)));
        }
        return cells;
    }
}
