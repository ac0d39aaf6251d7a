package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.Measure;

/** Cells that tables of effects share. */
final class EventTables {
    static final String DURATION_NOTE =
            "Weeks or months above usual: from the event on, before the first two in a row that are not above usual.";

    private EventTables() {}

    /**
     * Columns of effects by community.
     *
     * @param unit word for the unit of durations
     */
    static List<TableColumn> columns(String unit) {
        return List.of(
                TableColumn.text("Community"),
                TableColumn.number("Recorded"),
                TableColumn.number("Usual range"),
                TableColumn.number("Ratio, 95% interval"),
                TableColumn.text("Verdict"),
                TableColumn.text(Measure.capital(unit) + "s above usual"));
    }

    /** Cells of these columns; the interval stands beneath its ratio. */
    static List<TableCell> row(TableCell header, WindowEffect effect, LocalDate lastDay) {
        return List.of(
                header,
                TableCell.of(effect.count().recordedText()),
                TableCell.of(effect.count().usualText()),
                ratio(effect.count()),
                TableCell.of(Measure.capital(effect.count().verdictText())),
                TableCell.of(effect.durationText(lastDay)));
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
