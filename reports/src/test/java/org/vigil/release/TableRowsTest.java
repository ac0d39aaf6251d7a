package org.vigil.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableRowsTest {
    private static final Column NAME = Column.key("name", ColumnType.TEXT, "Name");
    private static final Column NUMBER = Column.key("row_number", ColumnType.INTEGER, "Number");
    private static final Column SIZE = Column.decimal("size", "metres", 2, "Size", "not measured");
    private static final Table TABLE = new Table("t", "T", "name, number", List.of(), List.of(NAME, NUMBER, SIZE));

    @Test
    void sortsTextsByCodePointAndNumbersAscending() {
        TableRows rows = rows("b", 1, "\uD83D\uDE00", 1, "\uFFFD", 1, "a", 2, "a", -10);

        assertArrayEquals(new int[] {4, 3, 0, 2, 1}, rows.sortedByKey());
    }

    @Test
    void refusesTwoRowsForOneKey() {
        TableRows rows = rows("a", 1, "b", 1, "a", 1);

        IllegalStateException e = assertThrows(IllegalStateException.class, rows::sortedByKey);

        assertEquals("Table t has two rows for one key: [a, 1]", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sortsAsAComparatorWouldHoweverWideTheKeysAre(long seed) {
        Random random = new Random(seed);
        int n = random.nextInt(400);
        int width = 1 + random.nextInt(6);
        long[][] columns = new long[width][n];
        for (long[] column : columns) {
            int bits = random.nextInt(64);
            for (int row = 0; row < n; row++) {
                column[row] = random.nextLong() >> bits;
            }
        }
        Comparator<Integer> comparator = Comparator.comparing((Integer row) -> columns[0][row]);
        for (long[] column : columns) {
            comparator = comparator.thenComparing(row -> column[row]);
        }
        int[] expected = IntStream.range(0, n)
                .boxed()
                .sorted(comparator)
                .mapToInt(i -> i)
                .toArray();

        KeyOrder order = new KeyOrder(n);
        Arrays.stream(columns).forEach(column -> order.thenBy(column.clone()));

        assertArrayEquals(expected, order.rows(), "seed " + seed);
    }

    @Test
    void refusesADecimalWhoseDigitsADoubleDoesNotHold() {
        TableRows rows = new TableRows(TABLE);

        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> rows.column(SIZE).addDecimal(1e15));

        assertEquals("Column size cannot hold 1.0E15 with 2 decimals: its digits would be made up", e.getMessage());
    }

    @Test
    void showsDecimalsWithTheDeclaredDigits() {
        TableRows rows = new TableRows(TABLE);
        rows.column(SIZE).addDecimal(-0.005);
        rows.column(SIZE).addDecimal(1234.5);
        rows.column(SIZE).addEmpty();

        assertEquals(
                List.of("0.00", "1234.50", ""),
                IntStream.range(0, 3).mapToObj(rows.column(SIZE)::display).toList());
    }

    private static TableRows rows(Object... namesAndNumbers) {
        TableRows rows = new TableRows(TABLE);
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            rows.column(NAME).addText((String) namesAndNumbers[i]);
            rows.column(NUMBER).addInteger((Integer) namesAndNumbers[i + 1]);
            rows.column(SIZE).addEmpty();
        }
        return rows;
    }
}
