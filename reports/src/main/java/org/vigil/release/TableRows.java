package org.vigil.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table, column by column.
 *
 * <p>Filled through one {@link Cells} per column; every column must have received as many cells as there are rows before the rows are read.
 * Texts are kept once each. Not safe for use by several threads.
 */
public final class TableRows {
    private final Table table;
    private final List<Cells> columns;

    public TableRows(Table table) {
        this.table = table;
        this.columns = table.columns().stream().map(Cells::new).toList();
    }

    public Table table() {
        return table;
    }

    /** The cells of a column of this table, to append to or to read. */
    public Cells column(Column column) {
        return columns.get(table.indexOf(column));
    }

    /** Number of rows. */
    public int size() {
        int size = columns.get(0).size();
        for (Cells cells : columns) {
            if (cells.size() != size) {
                throw new IllegalStateException("Table " + table.name() + ": column " + cells.column.name() + " has "
                        + cells.size() + " cells, expected " + size);
            }
        }
        return size;
    }

    /** Row numbers in the published order: by the key columns, texts by code point, dates and numbers ascending. */
    public int[] sortedByKey() {
        List<Cells> keys = table.keyColumns().stream().map(this::column).toList();
        for (Cells key : keys) {
            key.rankTexts();
        }
        int n = size();
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> compareKeys(keys, a, b));
        int[] sorted = new int[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = order[i];
            if (i > 0 && compareKeys(keys, sorted[i - 1], sorted[i]) == 0) {
                int row = sorted[i];
                throw new IllegalStateException("Table " + table.name() + " has two rows for one key: "
                        + keys.stream().map(k -> k.display(row)).toList());
            }
        }
        return sorted;
    }

    private static int compareKeys(List<Cells> keys, int a, int b) {
        for (Cells key : keys) {
            int c = key.compareRows(a, b);
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    /** The cells of one column. Values are appended in row order. */
    public static final class Cells {
        private static final long EMPTY = Long.MIN_VALUE;

        private final Column column;
        private final Map<String, Integer> textIds = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private int[] textRanks = {};
        /** Text id, number, raw bits of a decimal, epoch day, or 0 and 1; {@link #EMPTY} where nothing is. */
        private long[] values = new long[64];

        private int size;

        private Cells(Column column) {
            this.column = column;
        }

        public Column column() {
            return column;
        }

        public int size() {
            return size;
        }

        /** Appends a text; null, or an empty text in a column that may be empty, is an empty cell. */
        public void addText(@Nullable String text) {
            expect(ColumnType.TEXT);
            if (text == null || (text.isEmpty() && column.isNullable())) {
                addEmpty();
            } else {
                append(textIds.computeIfAbsent(text, t -> {
                    texts.add(t);
                    return texts.size() - 1;
                }));
            }
        }

        public void addInteger(long value) {
            expect(ColumnType.INTEGER);
            append(value);
        }

        /** Appends a number, rounded half up to the declared decimals so that every engine writes the same bytes. */
        public void addDecimal(double value) {
            expect(ColumnType.DECIMAL);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Column " + column.name() + " cannot hold " + value);
            }
            double scale = Math.pow(10, column.decimals());
            append(Double.doubleToRawLongBits(Math.round(value * scale) / scale));
        }

        public void addDate(LocalDate value) {
            addDate(Math.toIntExact(value.toEpochDay()));
        }

        /** Appends a date given in days since 1970-01-01. */
        public void addDate(int epochDay) {
            expect(ColumnType.DATE);
            append(epochDay);
        }

        public void addBoolean(boolean value) {
            expect(ColumnType.BOOLEAN);
            append(value ? 1 : 0);
        }

        /** Appends an empty cell; refused where the column declares no meaning for it. */
        public void addEmpty() {
            if (!column.isNullable() && column.role() != ColumnRole.STATUS) {
                throw new IllegalArgumentException("Column " + column.name() + " cannot be empty");
            }
            append(EMPTY);
        }

        public boolean isEmpty(int row) {
            return values[Objects.checkIndex(row, size)] == EMPTY;
        }

        public String textAt(int row) {
            expect(ColumnType.TEXT);
            return texts.get((int) filled(row));
        }

        public long integerAt(int row) {
            expect(ColumnType.INTEGER);
            return filled(row);
        }

        public double decimalAt(int row) {
            expect(ColumnType.DECIMAL);
            return Double.longBitsToDouble(filled(row));
        }

        /** The date in days since 1970-01-01. */
        public int epochDayAt(int row) {
            expect(ColumnType.DATE);
            return (int) filled(row);
        }

        public boolean booleanAt(int row) {
            expect(ColumnType.BOOLEAN);
            return filled(row) == 1;
        }

        /** The cell as CSV and people read it; the empty text where nothing is. Dates are ISO, decimals have the declared digits. */
        public String display(int row) {
            if (isEmpty(row)) {
                return "";
            }
            long value = values[row];
            return switch (column.type()) {
                case TEXT -> texts.get((int) value);
                case INTEGER -> Long.toString(value);
                case DECIMAL ->
                    java.math.BigDecimal.valueOf(Double.longBitsToDouble(value))
                            .setScale(column.decimals(), java.math.RoundingMode.HALF_UP)
                            .toPlainString();
                case DATE -> LocalDate.ofEpochDay(value).toString();
                case BOOLEAN -> value == 1 ? "true" : "false";
            };
        }

        private long filled(int row) {
            long value = values[Objects.checkIndex(row, size)];
            if (value == EMPTY) {
                throw new IllegalStateException("Column " + column.name() + " is empty in row " + row);
            }
            return value;
        }

        private void expect(ColumnType type) {
            if (column.type() != type) {
                throw new IllegalArgumentException(
                        "Column " + column.name() + " holds " + column.type() + ", not " + type);
            }
        }

        private void append(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        private void rankTexts() {
            if (column.type() == ColumnType.TEXT) {
                Integer[] ids = IntStream.range(0, texts.size()).boxed().toArray(Integer[]::new);
                Arrays.sort(ids, (a, b) -> texts.get(a).compareTo(texts.get(b)));
                textRanks = new int[ids.length];
                for (int rank = 0; rank < ids.length; rank++) {
                    textRanks[ids[rank]] = rank;
                }
            }
        }

        private int compareRows(int a, int b) {
            return column.type() == ColumnType.TEXT
                    ? Integer.compare(textRanks[(int) filled(a)], textRanks[(int) filled(b)])
                    : Long.compare(filled(a), filled(b));
        }
    }
}
