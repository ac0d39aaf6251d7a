package org.vigil.release;

/**
 * The cells of a table in key order, some thousand rows at a time.
 *
 * <p>Cells are fetched column by column: jumping through all columns for every row costs a cache miss a cell.
 */
final class SortedBlocks implements RowBlock {
    private static final int ROWS = 1 << 14;

    private final TableRows.Cells[] cells;
    private final int[] order;
    private final long[][] values;
    private int start;
    private int size;

    /** Starts before the first row; refuses rows with the same key. */
    SortedBlocks(TableRows rows) {
        this.cells = rows.table().columns().stream().map(rows::column).toArray(TableRows.Cells[]::new);
        this.order = rows.sortedByKey();
        this.values = new long[cells.length][Math.min(ROWS, order.length)];
    }

    /** Moves to the next rows; false after the last. */
    boolean next() {
        start += size;
        size = Math.min(ROWS, order.length - start);
        for (int column = 0; column < cells.length; column++) {
            cells[column].fetch(order, start, size, values[column]);
        }
        return size > 0;
    }

    /** Number of rows of this block. */
    int size() {
        return size;
    }

    @Override
    public long valueAt(int column, int row) {
        return values[column][row];
    }

    @Override
    public TableRows.Cells[] columns() {
        return cells.clone();
    }
}
