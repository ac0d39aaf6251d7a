package org.vigil.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Tables as CSV files (RFC 4180): UTF-8 without byte order mark, LF, the column names as header, rows in key order.
 *
 * <p>Dates are ISO, decimals have the declared digits, an empty cell is nothing between commas; a text that is empty and means itself is
 * written as two quotes. Texts are quoted where the comma, the quote or a line end asks for it.
 */
public final class CsvTables {
    private static final int BLOCK_BYTES = 1 << 21;

    private static final int SLOT_SHIFT = 20;
    private static final int REMEMBERED = 1 << (Integer.SIZE - SLOT_SHIFT);

    /** Odd, with bits everywhere: spreads neighbouring numbers over the slots (the golden ratio of 64 bits). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private CsvTables() {}

    /**
     * Writes rows in key order as one new file.
     *
     * @throws ReleaseException if the file exists or cannot be written
     * @throws IllegalStateException if two rows have the same key
     */
    public static void write(TableRows rows, Path file) {
        SortedBlocks blocks = new SortedBlocks(rows);
        CellText[] texts =
                Arrays.stream(blocks.columns()).map(CsvTables::cellText).toArray(CellText[]::new);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK_BYTES);
            block.write(header(rows.table()));
            while (blocks.next()) {
                for (int row = 0; row < blocks.size(); row++) {
                    for (int i = 0; i < texts.length; i++) {
                        if (i > 0) {
                            block.write(',');
                        }
                        long value = blocks.valueAt(i, row);
                        if (value != TableRows.Cells.EMPTY) {
                            block.writeBytes(texts[i].of(value));
                        }
                    }
                    block.write('\n');
                }
                block.writeTo(out);
                block.reset();
            }
            block.writeTo(out);
        } catch (IOException e) {
            throw ReleaseException.failed("write table " + rows.table().name() + " as CSV", file, e);
        }
    }

    private static byte[] header(Table table) {
        return bytes(table.columns().stream().map(Column::name).collect(Collectors.joining(",", "", "\n")));
    }

    /** Texts are quoted once each; what else repeats within a column, as days and small counts do, is written out once. */
    private static CellText cellText(TableRows.Cells cells) {
        if (cells.column().type() == ColumnType.TEXT) {
            byte[][] quoted = cells.distinctTexts().stream()
                    .map(text -> bytes(quoted(text)))
                    .toArray(byte[][]::new);
            return value -> quoted[(int) value];
        }
        long[] remembered = new long[REMEMBERED];
        byte[][] written = new byte[REMEMBERED][];
        return value -> {
            int slot = Long.hashCode(value * SPREAD) >>> SLOT_SHIFT;
            if (written[slot] == null || remembered[slot] != value) {
                remembered[slot] = value;
                written[slot] = bytes(cells.displayValue(value));
            }
            return written[slot];
        };
    }

    private static String quoted(String text) {
        boolean isPlain =
                !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface CellText {
        byte[] of(long value);
    }
}
