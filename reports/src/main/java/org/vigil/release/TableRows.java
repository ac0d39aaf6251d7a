package org.vigil.release;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
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

    private TableRows(Table table, List<Cells> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
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

    /**
     * Row numbers in the published order: by the key columns, texts by code point, dates and numbers ascending.
     *
     * @throws IllegalStateException if two rows have the same key
     */
    public int[] sortedByKey() {
        List<Cells> keys = table.keyColumns().stream().map(this::column).toList();
        KeyOrder order = new KeyOrder(size());
        for (Cells key : keys) {
            order.thenBy(key.sortValues());
        }
        int[] sorted = order.rows();
        order.findDuplicate().ifPresent(row -> {
            throw new IllegalStateException("Table " + table.name() + " has two rows for one key: "
                    + keys.stream().map(k -> k.display(row)).toList());
        });
        return sorted;
    }

    /**
     * The same rows with other texts in one column. All other columns are shared, not copied: nothing may be appended to either afterwards.
     *
     * @param texts the text of a row; null, or an empty text in a column that may be empty, is an empty cell
     */
    public TableRows withTexts(Column column, IntFunction<@Nullable String> texts) {
        int replaced = table.indexOf(column);
        Cells cells = new Cells(table.columns().get(replaced));
        int size = size();
        for (int row = 0; row < size; row++) {
            cells.addText(texts.apply(row));
        }
        List<Cells> others = new ArrayList<>(columns);
        others.set(replaced, cells);
        return new TableRows(table, others);
    }

    /** The same rows with other numbers in one column of decimals; empty cells stay empty. All other columns are shared, not copied: nothing may be appended to either afterwards. */
    public TableRows withDecimals(Column column, DoubleUnaryOperator numbers) {
        int replaced = table.indexOf(column);
        Cells before = columns.get(replaced);
        Cells cells = new Cells(table.columns().get(replaced));
        for (int row = 0; row < size(); row++) {
            if (before.isEmpty(row)) {
                cells.addEmpty();
            } else {
                cells.addDecimal(numbers.applyAsDouble(before.decimalAt(row)));
            }
        }
        List<Cells> others = new ArrayList<>(columns);
        others.set(replaced, cells);
        return new TableRows(table, others);
    }

    /** The same rows without the columns that may point at a person. The others are shared, not copied: nothing may be appended to either afterwards. */
    public TableRows withoutDisclosive() {
        return new TableRows(
                table.withoutDisclosive(),
                columns.stream().filter(cells -> !cells.column.isDisclosive()).toList());
    }

    /** Forgets all rows but the last; texts keep their ids. */
    void keepLast() {
        for (Cells cells : columns) {
            if (cells.size > 1) {
                cells.values[0] = cells.values[cells.size - 1];
                cells.size = 1;
            }
        }
    }

    /** The cells of one column. Values are appended in row order. */
    public static final class Cells {
        /** Stands for an empty cell. */
        static final long EMPTY = Long.MIN_VALUE;

        /** Whole numbers up to here have a double each (2 to the power of 53). */
        private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

        private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

        private final Column column;
        private final Map<String, Integer> textIds = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
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
            double scale = POWERS_OF_TEN[column.decimals()];
            double scaled = value * scale;
            if (Math.abs(scaled) > LARGEST_EXACT) {
                throw new IllegalArgumentException("Column " + column.name() + " cannot hold " + value + " with "
                        + column.decimals() + " decimals: its digits would be made up");
            }
            append(Double.doubleToRawLongBits(Math.round(scaled) / scale));
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
            if (!column.isNullable()) {
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
            return isEmpty(row) ? "" : displayValue(values[row]);
        }

        /** The same for a value as it is kept. */
        String displayValue(long value) {
            return switch (column.type()) {
                case TEXT -> texts.get((int) value);
                case INTEGER -> Long.toString(value);
                case DECIMAL ->
                    BigDecimal.valueOf(unscaled(column, Double.longBitsToDouble(value)), column.decimals())
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

        /** Every row as a number that sorts as the value does. */
        private long[] sortValues() {
            long[] sortable = new long[size];
            int[] ranks = column.type() == ColumnType.TEXT ? textRanks() : new int[0];
            for (int row = 0; row < size; row++) {
                long value = filled(row);
                sortable[row] = switch (column.type()) {
                    case TEXT -> ranks[(int) value];
                    case DECIMAL -> value ^ ((value >> 63) & Long.MAX_VALUE);
                    case INTEGER, DATE, BOOLEAN -> value;
                };
            }
            return sortable;
        }

        /** Rank of each text id by code point, which is the order of the UTF-8 bytes. */
        private int[] textRanks() {
            List<byte[]> bytes =
                    texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
            Integer[] ids = IntStream.range(0, texts.size()).boxed().toArray(Integer[]::new);
            Arrays.sort(ids, (a, b) -> Arrays.compareUnsigned(bytes.get(a), bytes.get(b)));
            int[] ranks = new int[ids.length];
            for (int rank = 0; rank < ids.length; rank++) {
                ranks[ids[rank]] = rank;
            }
            return ranks;
        }

        /** Orders two rows by this column as published rows are ordered. */
        int compare(int a, int b) {
            if (values[a] == values[b]) {
                return 0;
            }
            return switch (column.type()) {
                case TEXT ->
                    Arrays.compareUnsigned(
                            textAt(a).getBytes(StandardCharsets.UTF_8),
                            textAt(b).getBytes(StandardCharsets.UTF_8));
                case DECIMAL -> Double.compare(decimalAt(a), decimalAt(b));
                case INTEGER, DATE, BOOLEAN -> Long.compare(filled(a), filled(b));
            };
        }

        /** The value of a row as it is kept. */
        long valueAt(int row) {
            return values[row];
        }

        /** The distinct texts, by text id. */
        List<String> distinctTexts() {
            return Collections.unmodifiableList(texts);
        }

        /** Copies the values of some rows of an order, as they are kept. */
        void fetch(int[] order, int start, int count, long[] into) {
            for (int i = 0; i < count; i++) {
                into[i] = values[order[start + i]];
            }
        }

        /** A decimal of this column times ten to the power of its decimals. */
        private static long unscaled(Column column, double decimal) {
            return Math.round(decimal * POWERS_OF_TEN[column.decimals()]);
        }
    }
}
