package org.vigil.report.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table as programs read it: every cell holds one number or words, never both.
 *
 * <p>It is made from the cells of a {@link ReportTable} as they are printed, and is what its CSV file and its sheet both hold, so that neither can disagree
 * with the other or with the printed table. An interval becomes two columns, what stands small in a cell a column of its own, the shorthand beside a
 * number another, and the unit of numbers a part of the header.
 *
 * @param columns in order, headers unique
 * @param rows values in order of the columns
 */
public record ValueTable(List<ValueColumn> columns, List<List<Value>> rows) {
    /**
     * A column.
     *
     * @param header its name with the unit
     * @param isNumber whether its cells are numbers, or shorthand or words that say why there is none
     */
    public record ValueColumn(String header, boolean isNumber) {}

    /** What a cell holds. */
    public sealed interface Value permits Amount, Words {}

    /**
     * A number.
     *
     * @param number with the decimals that are printed
     */
    public record Amount(BigDecimal number) implements Value {}

    /**
     * Words, a shorthand, or nothing.
     *
     * @param text the empty text for nothing
     */
    public record Words(String text) implements Value {}

    public ValueTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The values of a table, all its rows. */
    public static ValueTable of(ReportTable table) {
        List<ValueColumn> columns = new ArrayList<>();
        List<List<Value>> byColumn = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            List<TableCell> cells =
                    table.rows().stream().map(row -> row.get(at)).toList();
            for (ColumnValues.Part part : ColumnValues.parts(table.columns().get(i), cells)) {
                columns.add(new ValueColumn(unique(part.header(), taken), part.isNumber()));
                byColumn.add(part.values());
            }
        }
        List<List<Value>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            int at = row;
            rows.add(byColumn.stream().map(values -> values.get(at)).toList());
        }
        return new ValueTable(columns, rows);
    }

    /** Readers of spreadsheets take headers that differ in their case only for one. */
    private static String unique(String header, Set<String> taken) {
        String name = header;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = header + " (" + i + ")";
        }
        return name;
    }

    /** Headers of the columns in which a cell is blank. */
    public List<String> columnsWithBlanks() {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            if (rows.stream().anyMatch(row -> row.get(at).equals(new Words("")))) {
                headers.add(columns.get(i).header());
            }
        }
        return headers;
    }
}
