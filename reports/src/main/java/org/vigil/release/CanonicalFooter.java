package org.vigil.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the unordered lists of a Parquet footer into one order.
 *
 * <p>Parquet keeps the encodings of a column in a hash set of enum constants, whose order is another one in every process. Without this step
 * the same table has another checksum each time.
 */
public final class CanonicalFooter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length;

    private CanonicalFooter() {}

    /** Rewrites the footer of a file in place; nothing before it moves. */
    public static void rewrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int length = read(channel, channel.size() - TAIL_BYTES, TAIL_BYTES).getInt();
            long start = channel.size() - TAIL_BYTES - length;
            FileMetaData footer = Util.readFileMetaData(
                    new ByteArrayInputStream(read(channel, start, length).array()));
            order(footer);
            ByteArrayOutputStream ordered = new ByteArrayOutputStream(length);
            Util.writeFileMetaData(footer, ordered);
            ByteBuffer tail = ByteBuffer.allocate(ordered.size() + TAIL_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(ordered.toByteArray())
                    .putInt(ordered.size())
                    .put(MAGIC)
                    .flip();
            channel.truncate(start);
            channel.position(start);
            while (tail.hasRemaining()) {
                channel.write(tail);
            }
        }
    }

    private static void order(FileMetaData footer) {
        footer.setKey_value_metadata(sorted(footer.getKey_value_metadata(), Comparator.comparing(KeyValue::getKey)));
        for (RowGroup rowGroup : footer.getRow_groups()) {
            for (ColumnChunk chunk : rowGroup.getColumns()) {
                ColumnMetaData column = chunk.getMeta_data();
                column.setEncodings(sorted(column.getEncodings(), Comparator.comparing(Encoding::getValue)));
                if (column.isSetEncoding_stats()) {
                    column.setEncoding_stats(sorted(
                            column.getEncoding_stats(),
                            Comparator.comparing((PageEncodingStats stats) ->
                                            stats.getPage_type().getValue())
                                    .thenComparing(stats -> stats.getEncoding().getValue())));
                }
            }
        }
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(list);
        sorted.sort(order);
        return sorted;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the file ends early");
            }
        }
        return bytes.flip();
    }
}
