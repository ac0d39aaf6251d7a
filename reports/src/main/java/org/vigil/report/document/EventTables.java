package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.Measure;

/** Cells that tables of effects share. */
final class EventTables {
    private static final String DURATION_NOTE =
            "Weeks or months above usual: from the event on, before the first two in a row that are not above usual.";

    private EventTables() {}

    /**
     * Effects by community; how long counts stayed above usual only where that is known of any: a release for everybody does not say.
     *
     * @param effects effects of one window, with what stands at the start of their rows
     * @param lastDay last day of the data
     * @param notes sentences beneath
     */
    static ReportTable effects(
            String caption, List<WindowEffect> effects, StudiedEvents events, LocalDate lastDay, List<String> notes) {
        boolean hasDurations =
                effects.stream().anyMatch(effect -> effect.duration().isPresent());
        List<TableColumn> columns = new ArrayList<>(List.of(
                TableColumn.text("Community"),
                TableColumn.number("Recorded"),
                TableColumn.number("Usual range"),
                TableColumn.number("Ratio, 95% interval"),
                TableColumn.text("Verdict")));
        List<String> explained = new ArrayList<>(notes);
        if (hasDurations) {
            columns.add(TableColumn.text(Measure.capital(effects.get(0).window().durationUnit()) + "s above usual"));
            explained.add(DURATION_NOTE);
        }
        return new ReportTable(
                caption,
                columns,
                effects.stream()
                        .map(effect ->
                                row(TableCell.of(events.label(effect.communityCode())), effect, lastDay, hasDurations))
                        .toList(),
                explained);
    }

    /** The interval stands beneath its ratio. */
    private static List<TableCell> row(TableCell header, WindowEffect effect, LocalDate lastDay, boolean hasDurations) {
        List<TableCell> cells = new ArrayList<>(List.of(
                header,
                TableCell.of(effect.count().recordedText()),
                TableCell.of(effect.count().usualText()),
                ratio(effect.count()),
                TableCell.of(Measure.capital(effect.count().verdictText()))));
        if (hasDurations) {
            cells.add(TableCell.of(effect.durationText(lastDay)));
        }
        return List.copyOf(cells);
    }

    /** A ratio with its interval beneath. */
    static TableCell ratio(JudgedCount count) {
        return count.ratio().isPresent()
                ? new TableCell(count.ratioText(), 0, count.intervalText())
                : TableCell.of(count.ratioText());
    }

    /** Columns of judged counts after that of the row header. */
    static List<TableColumn> judgedColumns(TableColumn... headers) {
        List<TableColumn> columns = new ArrayList<>(List.of(headers));
        columns.add(TableColumn.number("Recorded"));
        columns.add(TableColumn.number("Usual range"));
        columns.add(TableColumn.number("Ratio"));
        columns.add(TableColumn.number("95% interval"));
        columns.add(TableColumn.text("Verdict"));
        return columns;
    }

    /** A row header, then recorded, usual range, ratio, interval and verdict. */
    static List<TableCell> judged(TableCell header, WindowEffect effect) {
        return List.of(
                header,
                TableCell.of(effect.count().recordedText()),
                TableCell.of(effect.count().usualText()),
                TableCell.of(effect.count().ratioText()),
                TableCell.of(effect.count().intervalText()),
                TableCell.of(Measure.capital(effect.count().verdictText())));
    }
}
