package org.vigil.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * Writes a table whose rows come in key order already, without keeping more than a block of them. The file has the same bytes as that of
 * {@link ParquetTables#write}.
 *
 * <p>Fill {@link #rows()} and call {@link #endRow()} after each row. Not safe for use by several threads.
 */
public final class SortedTableWriter implements AutoCloseable {
    private static final int BLOCK_ROWS = 1 << 14;

    private final Path file;
    private final TableRows rows;
    private final ParquetWriter<Integer> writer;
    private final TableRows.Cells[] keys;
    /** The last row written stays in front of the next ones, to compare their keys with. */
    private int written;

    /**
     * @param file must not exist yet
     * @throws ReleaseException if the file exists or cannot be written
     */
    public SortedTableWriter(Table table, Path file) {
        this.file = file;
        this.rows = new TableRows(table);
        this.keys = table.keyColumns().stream().map(rows::column).toArray(TableRows.Cells[]::new);
        try {
            this.writer = ParquetTables.open(table, new Block(rows), file);
        } catch (IOException e) {
            throw ReleaseException.failed("write table " + table.name(), file, e);
        }
    }

    /** Where the cells of the next row are appended. */
    public TableRows rows() {
        return rows;
    }

    /** Says that every column has received its cell of a row. */
    public void endRow() {
        if (keys[0].size() >= BLOCK_ROWS) {
            flush();
        }
    }

    /** Writes what is left and completes the file. */
    @Override
    public void close() {
        flush();
        try {
            writer.close();
            CanonicalFooter.rewrite(file);
        } catch (IOException e) {
            throw ReleaseException.failed("write table " + rows.table().name(), file, e);
        }
    }

    private void flush() {
        int size = rows.size();
        try {
            for (int row = written; row < size; row++) {
                if (row > 0) {
                    requireAscending(row);
                }
                writer.write(row);
            }
        } catch (IOException e) {
            throw ReleaseException.failed("write table " + rows.table().name(), file, e);
        }
        rows.keepLast();
        written = Math.min(1, size);
    }

    private void requireAscending(int row) {
        int order = 0;
        for (int i = 0; i < keys.length && order == 0; i++) {
            order = keys[i].compare(row - 1, row);
        }
        if (order >= 0) {
            throw new IllegalStateException("Table " + rows.table().name() + ": rows do not come in key order at "
                    + Arrays.stream(keys).map(key -> key.display(row)).toList());
        }
    }

    /** The rows that are being filled, as a block. */
    private record Block(TableRows rows, TableRows.Cells[] columns) implements RowBlock {
        Block(TableRows rows) {
            this(rows, rows.table().columns().stream().map(rows::column).toArray(TableRows.Cells[]::new));
        }

        @Override
        public long valueAt(int column, int row) {
            return columns[column].valueAt(row);
        }
    }
}
