package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.release.CellStatus;
import org.vigil.report.chart.FunnelChart;
import org.vigil.report.chart.FunnelLimits;
import org.vigil.report.chart.RankedBars;
import org.vigil.report.chart.TileMap;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Findings;
import org.vigil.report.text.Headlines;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;
import org.vigil.report.text.TextAlternatives;
import org.vigil.report.text.Verdict;

/**
 * Areas: a tile map where the geography has one, a funnel plot where there are rates, otherwise ranked counts; always an alphabetical table.
 *
 * <p>The period is the newest whole 12 months with rates, otherwise the newest financial year with rates, otherwise the newest whole 12 months.
 */
final class AreaPart {
    static final List<String> LEVELS = List.of("borough", "state", "patrol-borough", "precinct");
    private static final int MOST_RANKED = 25;
    private static final int FEWEST_FOR_FUNNEL = 10;

    private final TrendTable trends;
    private final SourceContents contents;
    private final SourceFigures figures;
    private final Measure measure;

    /** An area with its figures; null where the source has none for it. */
    private record Row(
            Area area, @Nullable AreaRate now, @Nullable AreaRate before) {
        OptionalDouble rate() {
            return now == null ? OptionalDouble.empty() : now.rate();
        }

        boolean hasCount() {
            return now != null && now.count().count().isPresent();
        }

        long count() {
            return now == null ? 0 : now.count().count().orElse(0);
        }
    }

    AreaPart(SourceContents contents) {
        this.contents = contents;
        this.figures = contents.figures();
        this.measure = contents.measure();
        this.trends = TrendTable.ofAreas(contents.input(), figures, measure);
    }

    /** Areas of a kind that have counts, by name. */
    static List<Area> areas(SourceFigures figures, String level) {
        return figures.areas().stream()
                .filter(area -> area.kind().equals(level) && hasCounts(figures, area))
                .collect(Collectors.toMap(Area::code, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Area::label).thenComparing(Area::code))
                .toList();
    }

    /** The kind of area that reports on a source show: the widest that has counts. */
    static Optional<String> level(SourceFigures figures) {
        return LEVELS.stream()
                .filter(kind -> figures.areas().stream().anyMatch(a -> a.kind().equals(kind) && hasFigures(figures, a)))
                .findFirst();
    }

    /** The section; empty where the source has no counts by area. */
    Optional<Section> section(String number, Numbering numbering) {
        Optional<String> level = level(figures);
        if (level.isEmpty()) {
            return Optional.empty();
        }
        Optional<Period> period = period(level.get());
        if (period.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = rows(level.get(), period.get());
        boolean hasRates = rows.stream().anyMatch(r -> r.rate().isPresent());
        String tableNumber = numbering.nextTable();
        ReportTable table = table(level.get(), rows, period.get(), hasRates);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(introduction(level.get(), hasRates)));
        if (rows.stream()
                .filter(r -> hasRates ? r.rate().isPresent() : r.hasCount())
                .anyMatch(r -> r.area().isOnTileMap())) {
            blocks.add(tileMap(numbering, rows, period.get(), hasRates, level.get(), tableNumber));
        }
        if (blocks.size() == 1 && rows.stream().anyMatch(Row::hasCount)) {
            blocks.add(rankedBars(numbering, rows, period.get(), level.get(), tableNumber));
        }
        if (hasRates && rows.stream().filter(AreaPart::isInFunnel).count() >= FEWEST_FOR_FUNNEL) {
            blocks.add(funnel(numbering, rows, period.get(), level.get(), tableNumber));
        }
        panels(level.get(), numbering).ifPresent(blocks::add);
        blocks.add(new NumberedTable(tableNumber, table));
        trendTable(level.get(), rows)
                .ifPresent(trend -> blocks.add(NumberedTable.attached(numbering.nextTable(), trend)));
        return Optional.of(new Section("areas", number + ". " + Measure.capital(plural(level.get())), blocks));
    }

    /** Every area in a panel of its own. */
    private Optional<Figure> panels(String level, Numbering numbering) {
        Map<String, Map<PeriodType, NavigableMap<LocalDate, PeriodCount>>> counts = figures.byArea(contents.input());
        List<SeriesGrid.Series> series = new ArrayList<>();
        long above = 0;
        for (Area area : areas(figures, level)) {
            boolean isAbove = contents.latest(area.code())
                    .flatMap(period -> Optional.ofNullable(
                            period.byCommunity().get(figures.headline().code())))
                    .filter(count -> count.is(Verdict.ABOVE_USUAL))
                    .isPresent();
            above += isAbove ? 1 : 0;
            series.add(new SeriesGrid.Series(
                    area.label(), area.shortLabel(), isAbove, counts.getOrDefault(area.code(), Map.of())));
        }
        boolean isJudged = contents.latest().isPresent();
        String headline = isJudged
                ? above == 0
                        ? "No " + singular(level) + " is above usual"
                        : NumberText.counted(above, singular(level) + " is", plural(level) + " are") + " above usual"
                : "Each " + singular(level) + " on one scale";
        return SeriesGrid.of(series)
                .map(grid -> grid.figure(
                        contents,
                        "figure-panels",
                        numbering.nextFigure(),
                        singular(level),
                        plural(level),
                        headline,
                        contents.latest()
                                .map(period -> "above usual in " + period.text())
                                .orElse("above usual")));
    }

    private Optional<ReportTable> trendTable(String level, List<Row> rows) {
        return trends.of(
                singular(level),
                figures.place(),
                rows.stream()
                        .map(row -> new TrendTable.Row(
                                row.area().code(), TableCell.of(row.area().label())))
                        .toList());
    }

    private static boolean hasCounts(SourceFigures figures, Area area) {
        return Stream.of(PeriodType.ROLLING_12_MONTHS, PeriodType.FINANCIAL_YEAR)
                .flatMap(type -> figures.areaSeries(area.code(), type).values().stream())
                .anyMatch(rate -> rate.count().count().isPresent());
    }

    private static boolean hasFigures(SourceFigures figures, Area area) {
        return !figures.areaSeries(area.code(), PeriodType.ROLLING_12_MONTHS).isEmpty()
                || !figures.areaSeries(area.code(), PeriodType.FINANCIAL_YEAR).isEmpty();
    }

    /** Where some counts are hidden, the year with the most areas of those that began in the newest twelve months; otherwise one with rates before one without. */
    private Optional<Period> period(String level) {
        if (figures.areSomeHidden()) {
            return fullest(level);
        }
        return newest(level, PeriodType.ROLLING_12_MONTHS, true)
                .or(() -> newest(level, PeriodType.FINANCIAL_YEAR, true))
                .or(() -> newest(level, PeriodType.ROLLING_12_MONTHS, false))
                .or(() -> newest(level, PeriodType.FINANCIAL_YEAR, false));
    }

    private Optional<Period> fullest(String level) {
        Map<Period, Long> areas = new HashMap<>();
        for (PeriodType type : List.of(PeriodType.ROLLING_12_MONTHS, PeriodType.FINANCIAL_YEAR)) {
            figures.areas().stream()
                    .filter(area -> area.kind().equals(level))
                    .flatMap(area -> figures.areaSeries(area.code(), type).values().stream())
                    .map(AreaRate::count)
                    .filter(count -> count.isComplete() && figures.isSettled(count))
                    .forEach(count -> areas.merge(count.period(), 1L, Long::sum));
        }
        Optional<LocalDate> newest = areas.keySet().stream().map(Period::start).max(Comparator.naturalOrder());
        return areas.entrySet().stream()
                .filter(entry ->
                        entry.getKey().start().isAfter(newest.orElseThrow().minusYears(1)))
                .max(Map.Entry.<Period, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().start())
                        .thenComparing(entry -> entry.getKey().type().compareTo(PeriodType.FINANCIAL_YEAR)))
                .map(Map.Entry::getKey);
    }

    private Optional<Period> newest(String level, PeriodType type, boolean withRates) {
        List<AreaRate> whole = figures.areas().stream()
                .filter(a -> a.kind().equals(level))
                .flatMap(a -> figures.areaSeries(a.code(), type).values().stream())
                .filter(r -> r.count().isComplete() && (!withRates || r.rate().isPresent()))
                .toList();
        Comparator<AreaRate> byStart =
                Comparator.comparing(r -> r.count().period().start());
        return whole.stream()
                .filter(r -> !r.count().isProvisional())
                .max(byStart)
                .or(() -> whole.stream().max(byStart))
                .map(r -> r.count().period());
    }

    private List<Row> rows(String level, Period period) {
        Set<String> labels = new HashSet<>();
        return figures.areas().stream()
                .filter(a -> a.kind().equals(level))
                .filter(a -> labels.add(a.code()))
                .map(a -> {
                    NavigableMap<LocalDate, AreaRate> series = figures.areaSeries(a.code(), period.type());
                    return new Row(a, series.get(period.start()), series.get(period.startOneYearBefore()));
                })
                .sorted(Comparator.comparing(r -> r.area().label()))
                .toList();
    }

    private String introduction(String level, boolean hasRates) {
        String basis = figures.facts().areaBasis();
        String first = basis.isEmpty() ? "" : "Area of a record: " + lowerFirst(withoutStop(basis)) + ". ";
        return first
                + (hasRates
                        ? "Rates are for residents; many people in a " + singular(level)
                                + " live elsewhere. This is not a league table."
                        : "There are no rates: the populations that would be needed are not in this release. "
                                + "A large count often means a large population or more complete reporting.");
    }

    private Figure tileMap(
            Numbering numbering, List<Row> rows, Period period, boolean hasRates, String level, String tableNumber) {
        List<TileMap.Tile> tiles = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Row row : rows) {
            if (row.area().isOnTileMap()) {
                OptionalDouble value = hasRates
                        ? row.rate()
                        : row.hasCount() ? OptionalDouble.of((double) row.count()) : OptionalDouble.empty();
                if (value.isEmpty()) {
                    without.add(row.area().label());
                }
                tiles.add(new TileMap.Tile(
                        row.area().shortLabel(),
                        row.area().tileColumn().orElseThrow(),
                        row.area().tileRow().orElseThrow(),
                        value,
                        missingText(row, hasRates)));
            }
        }
        List<Row> withValue = rows.stream()
                .filter(r -> hasRates ? r.rate().isPresent() : r.hasCount())
                .sorted(Comparator.comparingDouble((Row r) -> value(r, hasRates))
                        .reversed())
                .toList();
        double lowest = value(withValue.get(withValue.size() - 1), hasRates);
        double highest = value(withValue.get(0), hasRates);
        String what = hasRates ? measure.plural() + " per 100,000 residents" : measure.plural();
        String headline = hasRates
                ? Headlines.range(lowest, highest, withValue.size() < tiles.size() && figures.areSomeHidden())
                : mostRecords(withValue.get(0).area().label(), Math.round(highest), without.size());
        return new Figure(
                "figure-3-map",
                numbering.nextFigure(),
                headline,
                Measure.capital(what) + " by " + singular(level) + ", " + figures.place() + ", " + period.text(),
                TextAlternatives.tileMap(
                        what + " by " + singular(level),
                        period.text(),
                        withValue.stream()
                                .limit(3)
                                .map(r -> r.area().label() + " " + NumberText.count(Math.round(value(r, hasRates))))
                                .toList(),
                        without),
                new TileMap(hasRates ? "Rate per 100,000" : Measure.capital(measure.singular()) + "s", tiles),
                "Source: " + figures.facts().publisher()
                        + ". Tiles are equal in size, whatever the area or population."
                        + shorthandOf(tiles),
                table(level, rows, period, hasRates),
                tableNumber);
    }

    private String mostRecords(String label, long count, int without) {
        return without > 0 && figures.areSomeHidden()
                ? Headlines.mostPublished(label, measure.singular() + "s", count)
                : Headlines.mostRecords(label, measure.singular() + "s", count);
    }

    /** What the shorthand on the tiles means. */
    private static String shorthandOf(List<TileMap.Tile> tiles) {
        List<List<TableCell>> missing = tiles.stream()
                .filter(tile -> tile.value().isEmpty())
                .map(tile -> List.of(TableCell.of(tile.shorthand())))
                .toList();
        List<String> notes = Shorthand.withNote(
                List.of(), List.of(), missing, Map.of(CellStatus.NOT_APPLICABLE, "no rate is published"));
        return notes.isEmpty() ? "" : " " + notes.get(0);
    }

    private static String missingText(Row row, boolean hasRates) {
        if (row.now() == null) {
            return "[x]";
        }
        if (!hasRates || !row.hasCount()) {
            return row.now().count().countText();
        }
        return row.now().rateStatus().isEmpty() ? "[z]" : row.now().rateStatus();
    }

    private static double value(Row row, boolean hasRates) {
        return hasRates ? row.rate().orElse(0) : row.count();
    }

    private static boolean isInFunnel(Row row) {
        return row.now() != null
                && row.now().rate().isPresent()
                && row.now().count().count().isPresent()
                && row.now().population().orElse(0) > 0;
    }

    private Figure funnel(Numbering numbering, List<Row> rows, Period period, String level, String tableNumber) {
        List<AreaRate> rates = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Row row : rows) {
            if (row.now() != null && isInFunnel(row)) {
                rates.add(row.now());
                labels.add(row.area().label());
            }
        }
        double[] counts =
                rates.stream().mapToDouble(r -> r.count().count().orElseThrow()).toArray();
        double[] people =
                rates.stream().mapToDouble(r -> r.population().orElseThrow()).toArray();
        FunnelLimits limits = new FunnelLimits(counts, people);
        List<FunnelChart.Dot> dots = new ArrayList<>();
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double rate = rates.get(i).rate().orElseThrow();
            boolean isAbove = rate > limits.limitPer100k(people[i], FunnelLimits.UPPER_998);
            boolean isBelow = rate < limits.limitPer100k(people[i], FunnelLimits.LOWER_998);
            if (isAbove) {
                above.add(labels.get(i));
            }
            if (isBelow) {
                below.add(labels.get(i));
            }
            dots.add(new FunnelChart.Dot(labels.get(i), people[i], rate, isAbove || isBelow));
        }
        String dispersion = limits.dispersion() > 1
                ? " Limits are widened for over-dispersion by a factor of "
                        + NumberText.oneDecimal(Math.sqrt(limits.dispersion())) + "."
                : "";
        return new Figure(
                "figure-4-funnel",
                numbering.nextFigure(),
                Headlines.outside(above.size() + below.size(), counts.length, singular(level), plural(level)),
                Measure.capital(measure.plural()) + " per 100,000 residents against population, by " + singular(level)
                        + ", " + period.text(),
                TextAlternatives.funnel(measure.plural(), period.text(), limits.commonRatePer100k(), above, below),
                new FunnelChart(dots, limits, "Common rate"),
                "Source: " + figures.facts().publisher()
                        + ". Between the limits, a difference from the common rate may be chance." + dispersion
                        + (figures.areChanged()
                                ? " Counts are changed to protect people, so a dot near a limit may belong on its other side."
                                : "")
                        + (rates.size() < rows.size() && figures.areSomeHidden()
                                ? " Without a published rate, and not in the chart: "
                                        + NumberText.count(rows.size() - rates.size()) + " of "
                                        + NumberText.count(rows.size()) + "."
                                : ""),
                funnelTable(labels, rates, people, limits, period, level),
                tableNumber);
    }

    private ReportTable funnelTable(
            List<String> labels,
            List<AreaRate> rates,
            double[] people,
            FunnelLimits limits,
            Period period,
            String level) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            double n = people[i];
            rows.add(ReportTable.row(
                    labels.get(i),
                    NumberText.count(Math.round(n)),
                    NumberText.oneDecimal(rates.get(i).rate().orElseThrow()),
                    NumberText.oneDecimal(limits.limitPer100k(n, FunnelLimits.LOWER_998)),
                    NumberText.oneDecimal(limits.limitPer100k(n, FunnelLimits.LOWER_95)),
                    NumberText.oneDecimal(limits.limitPer100k(n, FunnelLimits.UPPER_95)),
                    NumberText.oneDecimal(limits.limitPer100k(n, FunnelLimits.UPPER_998))));
        }
        return new ReportTable(
                "Rates and funnel limits by " + singular(level) + ", " + period.text(),
                List.of(
                        TableColumn.text(Measure.capital(singular(level))),
                        TableColumn.number("Population"),
                        TableColumn.number("Rate per 100,000"),
                        TableColumn.number("Lower 99.8%"),
                        TableColumn.number("Lower 95%"),
                        TableColumn.number("Upper 95%"),
                        TableColumn.number("Upper 99.8%")),
                rows,
                List.of());
    }

    private Figure rankedBars(Numbering numbering, List<Row> rows, Period period, String level, String tableNumber) {
        List<Row> ranked = rows.stream()
                .filter(Row::hasCount)
                .sorted(Comparator.comparingLong(Row::count).reversed())
                .toList();
        List<Row> shown = ranked.subList(0, Math.min(MOST_RANKED, ranked.size()));
        String title = Measure.capital(measure.plural()) + " by " + singular(level) + ", " + figures.place() + ", "
                + period.text();
        return new Figure(
                "figure-3-areas",
                numbering.nextFigure(),
                mostRecords(shown.get(0).area().label(), shown.get(0).count(), rows.size() - ranked.size()),
                title,
                TextAlternatives.rankedBars(
                        measure.plural() + " by " + singular(level),
                        period.text(),
                        shown.stream()
                                .limit(3)
                                .map(r -> r.area().label() + " " + NumberText.count(r.count()))
                                .toList()),
                new RankedBars(
                        Measure.capital(measure.singular()) + "s, " + period.text(),
                        shown.stream()
                                .map(r -> new RankedBars.Bar(r.area().label(), r.count()))
                                .toList()),
                "Source: " + figures.facts().publisher() + ". Counts, not rates."
                        + (shown.size() < ranked.size()
                                ? " The " + shown.size() + " largest of " + ranked.size() + "; the table has all."
                                : "")
                        + (ranked.size() < rows.size() && figures.areSomeHidden()
                                ? " Without a bar, because no number is shown: "
                                        + NumberText.count(rows.size() - ranked.size()) + " of "
                                        + NumberText.count(rows.size()) + "."
                                : ""),
                table(level, rows, period, false),
                tableNumber);
    }

    private ReportTable table(String level, List<Row> rows, Period period, boolean hasRates) {
        Period before = new Period(
                period.type(), period.startOneYearBefore(), period.start().minusDays(1));
        List<TableColumn> columns = new ArrayList<>(List.of(
                TableColumn.text(Measure.capital(singular(level))),
                TableColumn.number(Measure.capital(period.text())),
                TableColumn.number(Measure.capital(before.text())),
                TableColumn.number("Change")));
        boolean hasIntervals = period.type() == PeriodType.ROLLING_12_MONTHS
                && rows.stream()
                        .anyMatch(row ->
                                trends.changeInterval(row.area().code(), period).isPresent());
        if (hasIntervals) {
            columns.add(TableColumn.number("95% interval of the change"));
        }
        if (hasRates) {
            columns.add(TableColumn.number("Rate per 100,000"));
            columns.add(TableColumn.number(hasIntervals ? "95% interval of the rate" : "95% interval"));
        }
        List<List<TableCell>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<String> texts = new ArrayList<>();
            texts.add(row.area().label());
            texts.add(row.now() == null ? "[x]" : row.now().count().countText());
            texts.add(row.before() == null ? "[x]" : row.before().count().countText());
            String change = changeText(row);
            texts.add(change);
            if (hasIntervals) {
                texts.add(trends.changeInterval(row.area().code(), period, change));
            }
            if (hasRates) {
                texts.add(
                        row.rate().isPresent()
                                ? NumberText.oneDecimal(row.rate().getAsDouble())
                                : missingText(row, true));
                texts.add(intervalText(row));
            }
            cells.add(ReportTable.row(texts.toArray(new String[0])));
        }
        return new ReportTable(
                measure.capitalised() + " by " + singular(level) + ", " + period.text(),
                columns,
                cells,
                Shorthand.withNote(
                        notes(rows, period, hasRates),
                        columns,
                        cells,
                        Map.of(CellStatus.LOW_RELIABILITY, figures.noPercentage())));
    }

    private String changeText(Row row) {
        if (row.now() == null) {
            return missingText(row, false);
        }
        PeriodCount before = row.before() == null ? null : row.before().count();
        PeriodCount now = row.now().count();
        return now.count().isPresent() || now.isHidden() || now.isVeryFew()
                ? figures.compare(now, before).cellText()
                : missingText(row, false);
    }

    private static String intervalText(Row row) {
        AreaRate rate = row.now();
        if (rate == null || rate.lower95().isEmpty() || rate.upper95().isEmpty()) {
            return missingText(row, true);
        }
        return NumberText.oneDecimal(rate.lower95().getAsDouble()) + " to "
                + NumberText.oneDecimal(rate.upper95().getAsDouble());
    }

    private List<String> notes(List<Row> rows, Period period, boolean hasRates) {
        List<String> notes = new ArrayList<>();
        List<String> unallocated = new ArrayList<>();
        for (Area area : figures.areas()) {
            AreaRate rate = figures.areaSeries(area.code(), period.type()).get(period.start());
            if (area.kind().equals(Area.NOT_A_BOROUGH) && rate != null) {
                unallocated.add(area.label() + " " + rate.count().countText());
            }
        }
        if (!unallocated.isEmpty()) {
            notes.add("Not allocated to an area, in the total but in no rate: " + Findings.joined(unallocated) + ".");
        }
        if (hasRates) {
            List<String> populations = rows.stream()
                    .flatMap(r -> r.now() == null || r.now().populationText().isEmpty()
                            ? Stream.empty()
                            : Stream.of(r.now().populationText()))
                    .distinct()
                    .toList();
            notes.add("Rates are per 100,000 residents a year. Populations: " + Findings.joined(populations) + ".");
        }
        return notes;
    }

    static String singular(String level) {
        return level.replace('-', ' ');
    }

    static String plural(String level) {
        return singular(level) + "s";
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
