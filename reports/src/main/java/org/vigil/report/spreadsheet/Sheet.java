package org.vigil.report.spreadsheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A sheet as it is laid out: lines in its first column, and beneath them a table.
 *
 * @param name unique in the workbook
 * @param lines from A1 on, the title first
 * @param grid the table, which starts in the row after the lines; empty on the cover
 */
record Sheet(String name, List<Line> lines, Optional<Grid> grid) {
    Sheet {
        lines = List.copyOf(lines);
    }

    /** What a line is. */
    enum Kind {
        TITLE,
        HEADING,
        TEXT,
        /** A link to the sheet of that name. */
        LINK
    }

    /**
     * A cell in the first column with nothing beside it.
     *
     * @param kind what it is
     * @param text what it says
     */
    record Line(Kind kind, String text) {}

    /**
     * A table.
     *
     * @param rangeName name of its range of cells, unique in the workbook
     * @param headers of its columns
     * @param rows cells in order of the columns
     */
    record Grid(String rangeName, List<Header> headers, List<List<Cell>> rows) {
        Grid {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A header cell.
     *
     * @param text what it says
     * @param isNumber whether numbers stand beneath
     */
    record Header(String text, boolean isNumber) {}

    /** A cell of a table. */
    sealed interface Cell permits Numeral, Text, Link {}

    /**
     * A number.
     *
     * @param value with the decimals to show
     */
    record Numeral(BigDecimal value) implements Cell {}

    /**
     * A text.
     *
     * @param text what it says
     */
    record Text(String text) implements Cell {}

    /**
     * A link to a sheet.
     *
     * @param sheet its name, which is the text too
     */
    record Link(String sheet) implements Cell {}
}
