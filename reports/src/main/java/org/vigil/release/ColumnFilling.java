package org.vigil.release;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.dates.PackedLocalDate;

/** A Tablesaw column that decoded cells are appended to. */
interface ColumnFilling {
    /** The Tablesaw column. */
    tech.tablesaw.columns.Column<?> column();

    /** Appends one cell of a row group. */
    void append(DecodedCells cells, int row);

    /** Appends the cells of the rows to keep. */
    default void append(DecodedCells cells, boolean[] kept) {
        for (int row = 0; row < kept.length; row++) {
            if (kept[row]) {
                if (cells.isEmpty(row)) {
                    column().appendMissing();
                } else {
                    append(cells, row);
                }
            }
        }
    }

    static ColumnFilling of(Column declared) {
        return switch (declared.type()) {
            case TEXT -> new Texts(StringColumn.create(declared.name()));
            case INTEGER -> new Integers(LongColumn.create(declared.name()));
            case DECIMAL -> new Decimals(DoubleColumn.create(declared.name()));
            case DATE -> new Dates(DateColumn.create(declared.name()), new HashMap<>());
            case BOOLEAN -> new Booleans(BooleanColumn.create(declared.name()));
        };
    }

    record Texts(StringColumn column) implements ColumnFilling {
        @Override
        public void append(DecodedCells cells, int row) {
            column.append(cells.textAt(row));
        }
    }

    record Integers(LongColumn column) implements ColumnFilling {
        @Override
        public void append(DecodedCells cells, int row) {
            column.append(cells.valueAt(row));
        }
    }

    record Decimals(DoubleColumn column) implements ColumnFilling {
        @Override
        public void append(DecodedCells cells, int row) {
            column.append(Double.longBitsToDouble(cells.valueAt(row)));
        }
    }

    /** Days repeat from row to row, so each is packed once. */
    record Dates(DateColumn column, Map<Long, Integer> packedByEpochDay) implements ColumnFilling {
        @Override
        public void append(DecodedCells cells, int row) {
            column.appendInternal(packedByEpochDay.computeIfAbsent(
                    cells.valueAt(row), day -> PackedLocalDate.pack(LocalDate.ofEpochDay(day))));
        }
    }

    record Booleans(BooleanColumn column) implements ColumnFilling {
        @Override
        public void append(DecodedCells cells, int row) {
            column.append(cells.valueAt(row) == 1);
        }
    }
}
