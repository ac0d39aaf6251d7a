package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.TrendsTable;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Period;

/** Change on the year before with its interval, and the level without season and chance, of communities or of areas. */
final class TrendTable {
    /** The trend of one series in one month. */
    private record Month(
            OptionalDouble change,
            OptionalDouble lower,
            OptionalDouble upper,
            String changeStatus,
            OptionalDouble level,
            String unit) {}

    private final Map<String, TreeMap<LocalDate, Month>> series = new HashMap<>();
    private final Measure measure;

    private final boolean areSomeHidden;

    private TrendTable(Measure measure, boolean areSomeHidden) {
        this.measure = measure;
        this.areSomeHidden = areSomeHidden;
    }

    /** Trends of the communities of the whole area. */
    static TrendTable ofCommunities(ReportInput input, SourceFigures figures, Measure measure) {
        return read(
                input,
                figures,
                measure,
                Map.of(TrendsTable.AREA_CODE, Set.of(figures.areaCode())),
                TrendsTable.COMMUNITY_CODE);
    }

    /** Trends of the areas for the headline community. */
    static TrendTable ofAreas(ReportInput input, SourceFigures figures, Measure measure) {
        return read(
                input,
                figures,
                measure,
                Map.of(TrendsTable.COMMUNITY_CODE, Set.of(figures.headline().code())),
                TrendsTable.AREA_CODE);
    }

    private static TrendTable read(
            ReportInput input, SourceFigures figures, Measure measure, Map<Column, Set<String>> filter, Column key) {
        Map<Column, Set<String>> wanted = new HashMap<>(filter);
        wanted.put(TrendsTable.SOURCE_CODE, Set.of(figures.facts().code()));
        wanted.put(TrendsTable.DATE_BASIS, Set.of(figures.facts().dateBasis()));
        wanted.put(TrendsTable.RECORD_CLASS, Set.of(figures.recordClass()));
        Rows rows = new Rows(input.rows(
                TrendsTable.TABLE,
                List.of(
                        key,
                        TrendsTable.MONTH_START_DATE,
                        TrendsTable.ROLLING_CHANGE_PERCENT,
                        TrendsTable.ROLLING_CHANGE_LOWER95,
                        TrendsTable.ROLLING_CHANGE_UPPER95,
                        TrendsTable.ROLLING_CHANGE_STATUS,
                        TrendsTable.TREND_LEVEL,
                        TrendsTable.TREND_UNIT),
                wanted));
        TrendTable table = new TrendTable(measure, figures.areSomeHidden());
        for (int row = 0; row < rows.size(); row++) {
            table.series
                    .computeIfAbsent(rows.text(key, row), code -> new TreeMap<>())
                    .put(
                            rows.date(TrendsTable.MONTH_START_DATE, row).orElseThrow(),
                            new Month(
                                    rows.decimal(TrendsTable.ROLLING_CHANGE_PERCENT, row),
                                    rows.decimal(TrendsTable.ROLLING_CHANGE_LOWER95, row),
                                    rows.decimal(TrendsTable.ROLLING_CHANGE_UPPER95, row),
                                    rows.text(TrendsTable.ROLLING_CHANGE_STATUS, row),
                                    rows.decimal(TrendsTable.TREND_LEVEL, row),
                                    rows.text(TrendsTable.TREND_UNIT, row)));
        }
        return table;
    }

    /**
     * The table of the rows given; empty where none of them has a change or a level.
     *
     * @param what word for a row: community or borough
     * @param place name of the whole area
     * @param rows codes with their row headers, in order
     */
    Optional<ReportTable> of(String what, String place, List<Row> rows) {
        Optional<LocalDate> changed = rows.stream()
                .flatMap(row -> newest(row, month -> month.change().isPresent()).stream())
                .max(Comparator.naturalOrder());
        List<Row> known = rows.stream()
                .filter(row -> at(row, changed)
                                .filter(month -> month.change().isPresent())
                                .isPresent()
                        || levelled(row).isPresent())
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<String> units = known.stream()
                .flatMap(row -> at(row, levelled(row)).stream())
                .map(Month::unit)
                .distinct()
                .sorted()
                .toList();
        List<String> notes = new ArrayList<>();
        changed.ifPresent(
                month -> notes.add(
                        "Change: of the 12 months to " + DateText.month(month)
                                + " on the 12 months before. The interval allows for chance alone; incidents come in waves, so years can differ by more."));
        notes.add("Level: " + measure.plural() + " a " + String.join(" or ", units)
                + " without season and chance, in the newest month for which it can be told, and a year before that.");
        if (known.size() < rows.size()) {
            notes.add(NumberText.count(rows.size() - known.size())
                    + " without either are left out: too few, "
                    + (areSomeHidden ? "not published by month, " : "") + "or too short a time since a break.");
        }
        List<List<TableCell>> cells = new ArrayList<>();
        for (Row row : known) {
            Optional<LocalDate> levelled = levelled(row);
            cells.add(List.of(
                    row.header(),
                    TableCell.of(at(row, changed).map(TrendTable::changeText).orElse("[x]")),
                    TableCell.of(at(row, changed).map(TrendTable::intervalText).orElse("[x]")),
                    TableCell.of(levelText(at(row, levelled), units.size() > 1)),
                    TableCell.of(levelText(at(row, levelled.map(month -> month.minusYears(1))), units.size() > 1)),
                    TableCell.of(levelled.map(TrendTable::monthText).orElse("[x]"))));
        }
        List<TableColumn> columns = List.of(
                TableColumn.text(Measure.capital(what)),
                TableColumn.number("Change in 12 months"),
                TableColumn.number("95% interval"),
                TableColumn.number(units.size() == 1 ? "Level a " + units.get(0) : "Level"),
                TableColumn.number("A year before"),
                TableColumn.number("Month of level"));
        return Optional.of(new ReportTable(
                "Change and level by " + what + ", " + place,
                columns,
                cells,
                Shorthand.withNote(
                        notes,
                        columns,
                        cells,
                        Map.of(CellStatus.LOW_RELIABILITY, "small base: one of the counts is below 50"))));
    }

    /**
     * A row of the table.
     *
     * @param code of community or area
     * @param header cell at its start
     */
    record Row(String code, TableCell header) {}

    /** The interval of the change of 12 months on the 12 before; empty where none is known. */
    Optional<String> changeInterval(String code, Period year) {
        return Optional.ofNullable(series.getOrDefault(code, new TreeMap<>())
                        .get(year.end().withDayOfMonth(1)))
                .filter(month -> month.lower().isPresent() && month.upper().isPresent())
                .map(TrendTable::intervalText);
    }

    /** The same beside a change as it is shown; where the change is a shorthand, the same shorthand. */
    String changeInterval(String code, Period year, String change) {
        return change.endsWith("%") ? changeInterval(code, year).orElse(CellStatus.NOT_AVAILABLE.shorthand()) : change;
    }

    private Optional<LocalDate> levelled(Row row) {
        return newest(row, month -> month.level().isPresent());
    }

    private Optional<LocalDate> newest(Row row, Predicate<Month> isKnown) {
        return series.getOrDefault(row.code(), new TreeMap<>()).descendingMap().entrySet().stream()
                .filter(month -> isKnown.test(month.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<Month> at(Row row, Optional<LocalDate> month) {
        return month.flatMap(start -> Optional.ofNullable(
                series.getOrDefault(row.code(), new TreeMap<>()).get(start)));
    }

    private static String monthText(LocalDate month) {
        return DateText.shortMonth(month) + " " + month.getYear();
    }

    private static String changeText(Month month) {
        if (month.change().isEmpty()) {
            return withoutNumber(month.changeStatus());
        }
        return NumberText.signedPercent(month.change().getAsDouble())
                + (month.changeStatus().contains(CellStatus.LOW_RELIABILITY.shorthand()) ? " [u]" : "");
    }

    private static String intervalText(Month month) {
        if (month.lower().isEmpty() || month.upper().isEmpty()) {
            return withoutNumber(month.changeStatus());
        }
        return NumberText.signedPercent(month.lower().getAsDouble()).replace("%", "") + " to "
                + NumberText.signedPercent(month.upper().getAsDouble());
    }

    private static String withoutNumber(String status) {
        return status.isEmpty() ? CellStatus.NOT_AVAILABLE.shorthand() : status;
    }

    private static String levelText(Optional<Month> month, boolean withUnit) {
        return month.filter(one -> one.level().isPresent())
                .map(one -> NumberText.oneDecimal(one.level().orElseThrow()) + (withUnit ? " a " + one.unit() : ""))
                .orElse(CellStatus.NOT_AVAILABLE.shorthand());
    }
}
