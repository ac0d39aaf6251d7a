package org.vigil.release;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One published table, declared once.
 *
 * @param name snake_case; also the file name
 * @param title what the table shows, for people
 * @param grain what one row stands for
 * @param notes what a reader must know before using it
 * @param columns in published order; key columns first
 */
public record Table(String name, String title, String grain, List<String> notes, List<Column> columns) {

    public Table {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        boolean keyEnded = false;
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("Table " + name + " declares column " + column.name() + " twice");
            }
            boolean isKey = column.role() == ColumnRole.KEY;
            if (isKey && keyEnded) {
                throw new IllegalArgumentException("Key columns of table " + name + " do not come first");
            }
            keyEnded |= !isKey;
        }
        if (columns.isEmpty() || columns.get(0).role() != ColumnRole.KEY) {
            throw new IllegalArgumentException("Table " + name + " has no key");
        }
    }

    /** The same table without the columns that may point at a person, as a public release has it. */
    public Table withoutDisclosive() {
        return new Table(
                name,
                title,
                grain,
                notes,
                columns.stream().filter(c -> !c.isDisclosive()).toList());
    }

    /** The columns that together name one row, in order. Published rows are sorted by them. */
    public List<Column> keyColumns() {
        return columns.stream().filter(c -> c.role() == ColumnRole.KEY).toList();
    }

    /** Position of a column of this table. */
    @SuppressWarnings(
            "ReferenceEquality") // A declared column is one object; comparing all its texts is for those that are not.
    public int indexOf(Column column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) == column) {
                return i;
            }
        }
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("Table " + name + " has no column " + column.name());
        }
        return index;
    }
}
