package org.vigil.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.vigil.release.CalibrationTable;
import org.vigil.release.CellStatus;
import org.vigil.release.EventEffectsTable;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.CalibrationText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.WindowText;

/** How well the models did on dates without an event. */
final class CalibrationPart {
    /** Windows of one length in series of one class. */
    private record Row(
            String seriesClass,
            WindowText window,
            long series,
            long dates,
            long separate,
            OptionalDouble covered,
            OptionalDouble factor) {
        boolean isOfSameWindow(Row other) {
            return seriesClass.equals(other.seriesClass) && window.equals(other.window);
        }
    }

    /** Weeks of series of one class. */
    private record Weeks(String seriesClass, long series, long judged, long inAlarm, OptionalDouble share) {}

    private static final String WHOLE_AREA = "whole_area";
    private static final String ROUNDED = "Numbers are rounded to 10, over all series together.";

    private final List<Row> rows = new ArrayList<>();
    private final List<Weeks> weeks = new ArrayList<>();
    private final SourceFigures figures;

    CalibrationPart(ReportInput input, SourceFigures figures) {
        this.figures = figures;
        addRows(rows(input, WindowEffect.CUMULATIVE));
        addRows(rows(input, WindowEffect.DISJOINT));
        rows.sort(Comparator.comparing((Row row) -> !row.seriesClass().equals(WHOLE_AREA))
                .thenComparing(Row::seriesClass)
                .thenComparing(row -> row.window().grain()));
        Rows judged = rows(input, CalibrationTable.ALARM_WEEK);
        for (int row = 0; row < judged.size(); row++) {
            weeks.add(new Weeks(
                    judged.text(CalibrationTable.SERIES_CLASS, row),
                    judged.number(CalibrationTable.SERIES_COUNT, row).orElse(0),
                    judged.number(CalibrationTable.JUDGED_WEEK_COUNT, row).orElse(0),
                    judged.number(CalibrationTable.ALARM_COUNT, row).orElse(0),
                    judged.decimal(CalibrationTable.ALARM_SHARE, row)));
        }
        weeks.sort(Comparator.comparing(row -> !row.seriesClass().equals(WHOLE_AREA)));
    }

    /** Adds windows of one kind, without those that are there already: the first disjoint window can be the first cumulative one. */
    private void addRows(Rows table) {
        for (int at = 0; at < table.size(); at++) {
            Row row = new Row(
                    table.text(CalibrationTable.SERIES_CLASS, at),
                    new WindowText(
                            table.text(EventEffectsTable.GRAIN, at),
                            table.number(EventEffectsTable.WINDOW_FIRST, at).orElseThrow(),
                            table.number(EventEffectsTable.WINDOW_LAST, at).orElseThrow()),
                    table.number(CalibrationTable.SERIES_COUNT, at).orElse(0),
                    table.number(CalibrationTable.PLACEBO_COUNT, at).orElse(0),
                    table.number(CalibrationTable.SEPARATE_PLACEBO_COUNT, at).orElse(0),
                    table.decimal(CalibrationTable.COVERED_SHARE, at),
                    table.decimal(CalibrationTable.CALIBRATION_FACTOR, at));
            if (rows.stream().noneMatch(row::isOfSameWindow)) {
                rows.add(row);
            }
        }
    }

    private Rows rows(ReportInput input, String kind) {
        return new Rows(input.rows(
                CalibrationTable.TABLE,
                CalibrationTable.TABLE.columns(),
                Map.of(
                        EventEffectsTable.SOURCE_CODE,
                        Set.of(figures.facts().code()),
                        EventEffectsTable.WINDOW_KIND,
                        Set.of(kind))));
    }

    /** The section; empty where the release has no such dates for the source. */
    Optional<Section> section(String number, Numbering numbering) {
        // Rounded numbers of so few dates would say nothing.
        List<Row> known = rows.stream()
                .filter(row -> row.dates() > 0
                        && (!figures.areChanged() || row.covered().isPresent()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!known.isEmpty()) {
            addWindows(known, blocks, numbering);
        }
        if (!weeks.isEmpty()) {
            blocks.add(new Paragraph(CalibrationText.falseAlarms(
                    weeks.stream().mapToLong(Weeks::judged).sum(),
                    weeks.stream().mapToLong(Weeks::inAlarm).sum())));
            blocks.add(NumberedTable.attached(numbering.nextTable(), weeksTable()));
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "calibration", number + ". How well the models did on dates without an event", blocks));
    }

    private void addWindows(List<Row> known, List<Block> blocks, Numbering numbering) {
        blocks.add(new Paragraph(CalibrationText.EXPLANATION));
        long tooNarrow = known.stream()
                .filter(row -> row.covered().isPresent() && row.covered().getAsDouble() < CalibrationText.LEAST_COVERED)
                .count();
        long tooWide = known.stream()
                .filter(row -> row.covered().isPresent() && row.covered().getAsDouble() > CalibrationText.MOST_COVERED)
                .count();
        long judged = known.stream().filter(row -> row.covered().isPresent()).count();
        long withoutVerdict = known.stream()
                .filter(row -> row.factor().isPresent() && row.factor().getAsDouble() >= CalibrationText.MOST_FACTOR)
                .count();
        blocks.add(new Paragraph(CalibrationText.found(judged, tooNarrow, tooWide, withoutVerdict)));
        blocks.add(NumberedTable.attached(numbering.nextTable(), table(known)));
    }

    private ReportTable table(List<Row> known) {
        boolean hasFactors = known.stream().anyMatch(row -> row.factor().isPresent());
        List<List<TableCell>> cells = known.stream()
                .map(row -> {
                    List<TableCell> one = new ArrayList<>(ReportTable.row(
                            Measure.capital(seriesText(row.seriesClass())),
                            Measure.capital(row.window().text()),
                            NumberText.count(row.series()),
                            NumberText.count(row.dates()),
                            share(row.covered())));
                    if (hasFactors) {
                        one.add(TableCell.of(
                                row.factor().isPresent()
                                        ? NumberText.twoDecimals(row.factor().getAsDouble())
                                        : "[x]"));
                    }
                    return List.copyOf(one);
                })
                .toList();
        List<TableColumn> columns = new ArrayList<>(List.of(
                TableColumn.text("Series"),
                TableColumn.text("Window"),
                TableColumn.number("Series with a date"),
                TableColumn.number("Windows"),
                TableColumn.number("Inside their interval")));
        List<String> notes = new ArrayList<>(List.of(
                "Windows: at all dates, with one incident or more usual. Inside their interval: of windows that do not overlap, before the factor;"
                        + " 93% to 97% is the goal."));
        if (hasFactors) {
            columns.add(TableColumn.number("Factor"));
            notes.add("Factor: by which the intervals of this report are widened, from 1 to 2.");
        }
        if (figures.areChanged()) {
            notes.add(ROUNDED);
        }
        return new ReportTable(
                "Windows at dates without an event, " + figures.place(),
                columns,
                cells,
                Shorthand.withNote(notes, columns, cells, Map.of(CellStatus.NOT_AVAILABLE, "fewer than 40 dates")));
    }

    private String share(OptionalDouble share) {
        if (share.isEmpty()) {
            return "[x]";
        }
        double percent = 100 * share.getAsDouble();
        return figures.areChanged() ? NumberText.wholePercent(percent) : NumberText.percent(percent);
    }

    private ReportTable weeksTable() {
        List<TableColumn> columns = List.of(
                TableColumn.text("Series"),
                TableColumn.number("Number of series"),
                TableColumn.number("Weeks judged"),
                TableColumn.number("In alarm"),
                TableColumn.number("Share"));
        List<List<TableCell>> cells = weeks.stream()
                .map(row -> ReportTable.row(
                        Measure.capital(seriesText(row.seriesClass())),
                        NumberText.count(row.series()),
                        NumberText.count(row.judged()),
                        NumberText.count(row.inAlarm()),
                        share(row.share())))
                .toList();
        List<String> notes = new ArrayList<>(
                List.of(
                        "One week in four of the last two years, at least four weeks before and more than eight after an event listed for the community."));
        if (figures.areChanged()) {
            notes.add(ROUNDED);
        }
        return new ReportTable(
                "Weeks without an event near that were in alarm, " + figures.place(),
                columns,
                cells,
                Shorthand.withNote(notes, columns, cells, Map.of(CellStatus.NOT_AVAILABLE, "fewer than 40 weeks")));
    }

    private String seriesText(String seriesClass) {
        String level = AreaPart.level(figures).map(AreaPart::singular).orElse("area");
        return switch (seriesClass) {
            case "all" -> "all areas and communities";
            case "borough" -> "one " + level + ", all communities";
            case "borough_community" -> "one " + level + " and community";
            default -> seriesClass.replace('_', ' ');
        };
    }
}
