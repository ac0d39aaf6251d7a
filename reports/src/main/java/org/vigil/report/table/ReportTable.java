package org.vigil.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table with caption, one header row, and a header cell at the start of every row.
 *
 * @param caption what it shows: measure, place, period
 * @param columns in order, the row header first, names unique
 * @param rows cells in order of the columns
 * @param notes sentences beneath
 */
public record ReportTable(String caption, List<TableColumn> columns, List<List<TableCell>> rows, List<String> notes) {
    private static final int MOST_ROWS_KEPT_TOGETHER = 8;
    private static final int LAST_ROWS = 3;
    private static final int MOST_ROWS_SEEN_AT_ONCE = 4;
    private static final int LONGEST_UNBROKEN_HEADER = 28;
    private static final int MOST_WIDE_COLUMNS = 6;

    public ReportTable {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
        List<List<TableCell>> copied = new ArrayList<>();
        for (List<TableCell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Table \"" + caption + "\" has a row of " + row.size() + " cells, expected " + columns.size());
            }
            copied.add(List.copyOf(row));
        }
        rows = List.copyOf(copied);
        if (columns.stream().map(TableColumn::header).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("Table \"" + caption + "\" has two columns of one name");
        }
    }

    /** A row from plain texts. */
    public static List<TableCell> row(String... texts) {
        return Arrays.stream(texts).map(TableCell::of).toList();
    }

    /** The same table with its last {@code most} rows only; the table itself where it has no more. */
    public ReportTable lastRows(int most) {
        return rows.size() <= most
                ? this
                : new ReportTable(caption, columns, rows.subList(rows.size() - most, rows.size()), notes);
    }

    /** The same table with one more note. */
    public ReportTable withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new ReportTable(caption, columns, rows, more);
    }

    /** CSS classes: whether it stays on one page, whether its row headers stay on one line, whether its columns are narrow. */
    public String cssClasses() {
        boolean isShort = rows.size() <= MOST_ROWS_KEPT_TOGETHER;
        boolean hasShortHeaders = rows.stream().allMatch(r -> r.get(0).text().length() <= LONGEST_UNBROKEN_HEADER);
        return (isShort ? "keep" : "flow")
                + (hasShortHeaders ? " nw" : "")
                + (columns.size() > MOST_WIDE_COLUMNS ? " many" : "");
    }

    /** Whether it has so many rows that a reader of the web page may want them in another order. */
    public boolean isSortable() {
        return rows.size() > MOST_ROWS_SEEN_AT_ONCE;
    }

    /**
     * The rows in the groups that stay together on paper: each row by itself up to the last {@value #LAST_ROWS}, which never part. A table that is
     * kept on one page is one group.
     */
    public List<List<List<TableCell>>> groups() {
        int cut = Math.max(0, rows.size() - LAST_ROWS);
        return rows.size() <= MOST_ROWS_KEPT_TOGETHER
                ? List.of(rows)
                : List.of(rows.subList(0, cut), rows.subList(cut, rows.size()));
    }

    /**
     * All values as CSV (RFC 4180), as {@link ValueTable} has them: UTF-8, line feeds, numbers without commas between thousands, with an ASCII minus sign
     * and without a unit.
     */
    public String toCsv() {
        return CsvText.of(ValueTable.of(this));
    }
}
