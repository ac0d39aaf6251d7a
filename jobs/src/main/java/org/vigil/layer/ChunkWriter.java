package org.vigil.layer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.IntFunction;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.vigil.release.ZstdCodec;

/**
 * Writes the columns of a row group, one page each: keys as they are, codes as ids of a dictionary, other numbers plainly.
 *
 * <p>Parquet's own column writers hash every value; here codes are numbers already, and only a dictionary's entries become texts.
 */
final class ChunkWriter {
    /** Stands for an empty cell of an optional column. */
    static final int NULL = Integer.MIN_VALUE;

    /** Share of its size that a chunk must lose to be worth decompressing on each reading. */
    private static final double LEAST_GAIN = 0.04;

    private static final int SLAB_BYTES = 1 << 12;
    private static final int MOST_SLAB_BYTES = 1 << 20;

    private final ParquetFileWriter file;
    private final int dictionaryLimit;
    private final BytesInputCompressor zstd = new ZstdCodec().getCompressor(CompressionCodecName.ZSTD);
    private final DistinctInts distinct = new DistinctInts();
    private final PlainBytes page = new PlainBytes();
    private final PlainBytes dictionary = new PlainBytes();
    private int[] ids = {};

    /** @param dictionaryLimit most distinct values of a dictionary; a column with more is written plainly */
    ChunkWriter(ParquetFileWriter file, int dictionaryLimit) {
        this.file = file;
        this.dictionaryLimit = dictionaryLimit;
    }

    /** Keys of 16 bytes in ascending order; they are hashes, which nothing makes smaller. */
    void keys(ColumnDescriptor column, byte[] keys, int rows) throws IOException {
        Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
        int last = (rows - 1) * LayerSchema.KEY_BYTES;
        statistics.updateStats(Binary.fromReusedByteArray(keys, 0, LayerSchema.KEY_BYTES));
        statistics.updateStats(Binary.fromReusedByteArray(keys, last, LayerSchema.KEY_BYTES));
        file.startColumn(column, rows, CompressionCodecName.UNCOMPRESSED);
        int bytes = rows * LayerSchema.KEY_BYTES;
        writeDataPage(rows, bytes, BytesInput.from(keys, 0, bytes), statistics, Encoding.PLAIN);
        file.endColumn();
    }

    /** Keys of an optional column: those of the filled cells, end to end. */
    void optionalKeys(ColumnDescriptor column, byte[] keys, boolean[] isFilled, int rows) throws IOException {
        int[] levels = new int[rows];
        int filled = 0;
        for (int row = 0; row < rows; row++) {
            levels[row] = isFilled[row] ? 0 : NULL;
            filled += isFilled[row] ? 1 : 0;
        }
        Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
        statistics.incrementNumNulls(rows - filled);
        page.clear();
        putLevels(levels, rows, filled);
        page.put(keys, 0, filled * LayerSchema.KEY_BYTES);
        file.startColumn(column, rows, CompressionCodecName.UNCOMPRESSED);
        writeDataPage(rows, page.size(), BytesInput.from(page.toArray()), statistics, Encoding.PLAIN);
        file.endColumn();
    }

    void longs(ColumnDescriptor column, long[] values, int rows) throws IOException {
        Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
        page.clear();
        for (int row = 0; row < rows; row++) {
            page.putLong(values[row]);
            statistics.updateStats(values[row]);
        }
        writePlain(column, rows, statistics);
    }

    void booleans(ColumnDescriptor column, boolean[] values, int rows) throws IOException {
        Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
        page.clear();
        for (int first = 0; first < rows; first += Byte.SIZE) {
            int bits = 0;
            for (int row = first; row < Math.min(rows, first + Byte.SIZE); row++) {
                bits |= values[row] ? 1 << (row - first) : 0;
                statistics.updateStats(values[row]);
            }
            page.put((byte) bits);
        }
        writePlain(column, rows, statistics);
    }

    /** Numbers of 32 bits; {@link #NULL} is an empty cell. */
    void ints(ColumnDescriptor column, int[] values, int rows) throws IOException {
        write(column, values, rows, new Entry() {
            @Override
            public void write(int value, PlainBytes out) {
                out.putInt(value);
            }

            @Override
            public void count(int value, Statistics<?> statistics) {
                statistics.updateStats(value);
            }
        });
    }

    /** Texts by a number that stands for each; {@link #NULL} is an empty cell. */
    void texts(ColumnDescriptor column, int[] values, int rows, IntFunction<byte[]> textOf) throws IOException {
        write(column, values, rows, new Entry() {
            @Override
            public void write(int value, PlainBytes out) {
                out.putText(textOf.apply(value));
            }

            @Override
            public void count(int value, Statistics<?> statistics) {
                statistics.updateStats(Binary.fromConstantByteArray(textOf.apply(value)));
            }
        });
    }

    private void write(ColumnDescriptor column, int[] values, int rows, Entry entry) throws IOException {
        int filled = number(values, rows);
        Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
        statistics.incrementNumNulls(rows - filled);
        for (int id = 0; id < distinct.size(); id++) {
            entry.count(distinct.value(id), statistics);
        }
        page.clear();
        if (column.getMaxDefinitionLevel() > 0) {
            putLevels(values, rows, filled);
        }
        if (filled == 0 || distinct.size() > dictionaryLimit) {
            for (int i = 0; i < filled; i++) {
                entry.write(distinct.value(ids[i]), page);
            }
            writePlain(column, rows, statistics);
            return;
        }
        dictionary.clear();
        for (int id = 0; id < distinct.size(); id++) {
            entry.write(distinct.value(id), dictionary);
        }
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(distinct.size() - 1);
        page.put((byte) width);
        byte[] packed = width == 0 ? repeated(0, filled, width) : packed(ids, filled, width);
        page.put(packed, 0, packed.length);
        writeWithDictionary(column, rows, statistics);
    }

    /** Ids of the filled cells, one after the other; returns how many there are. */
    private int number(int[] values, int rows) {
        if (ids.length < rows) {
            ids = new int[rows];
        }
        distinct.clear();
        int filled = 0;
        int previous = NULL;
        int id = 0;
        for (int row = 0; row < rows; row++) {
            int value = values[row];
            if (value != NULL) {
                if (value != previous) {
                    id = distinct.idOf(value);
                    previous = value;
                }
                ids[filled++] = id;
            }
        }
        return filled;
    }

    /** Which cells are filled: mostly all or none. */
    private void putLevels(int[] values, int rows, int filled) throws IOException {
        byte[] packed;
        if (filled == 0 || filled == rows) {
            packed = repeated(filled == 0 ? 0 : 1, rows, 1);
        } else {
            int[] levels = new int[rows];
            for (int row = 0; row < rows; row++) {
                levels[row] = values[row] == NULL ? 0 : 1;
            }
            packed = packed(levels, rows, 1);
        }
        page.putInt(packed.length);
        page.put(packed, 0, packed.length);
    }

    /** One run of a single value of eight bits at most. */
    private static byte[] repeated(int value, int count, int width) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BytesInput.fromUnsignedVarInt(count << 1).writeAllTo(bytes);
        if (width > 0) {
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(int[] values, int count, int width) throws IOException {
        try (RunLengthBitPackingHybridEncoder encoder = new RunLengthBitPackingHybridEncoder(
                width, SLAB_BYTES, MOST_SLAB_BYTES, HeapByteBufferAllocator.getInstance())) {
            for (int i = 0; i < count; i++) {
                encoder.writeInt(values[i]);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            encoder.toBytes().writeAllTo(bytes);
            return bytes.toByteArray();
        }
    }

    private void writePlain(ColumnDescriptor column, int rows, Statistics<?> statistics) throws IOException {
        BytesInput plain = BytesInput.from(page.toArray());
        BytesInput compressed = zstd.compress(plain);
        boolean pays = pays(compressed.size(), page.size());
        file.startColumn(column, rows, codec(pays));
        writeDataPage(rows, page.size(), pays ? compressed : plain, statistics, Encoding.PLAIN);
        file.endColumn();
    }

    private void writeWithDictionary(ColumnDescriptor column, int rows, Statistics<?> statistics) throws IOException {
        BytesInput plainEntries = BytesInput.from(dictionary.toArray());
        BytesInput plainIds = BytesInput.from(page.toArray());
        BytesInput entries = zstd.compress(plainEntries);
        BytesInput packedIds = zstd.compress(plainIds);
        boolean pays = pays(entries.size() + packedIds.size(), (long) dictionary.size() + page.size());
        file.startColumn(column, rows, codec(pays));
        file.writeDictionaryPage(
                new DictionaryPage(pays ? entries : plainEntries, dictionary.size(), distinct.size(), Encoding.PLAIN));
        writeDataPage(rows, page.size(), pays ? packedIds : plainIds, statistics, Encoding.RLE_DICTIONARY);
        file.endColumn();
    }

    private void writeDataPage(int rows, int plainBytes, BytesInput bytes, Statistics<?> statistics, Encoding encoding)
            throws IOException {
        file.writeDataPage(rows, plainBytes, bytes, statistics, rows, Encoding.RLE, Encoding.RLE, encoding);
    }

    private static boolean pays(long compressed, long plain) {
        return compressed < plain * (1 - LEAST_GAIN);
    }

    private static CompressionCodecName codec(boolean pays) {
        return pays ? CompressionCodecName.ZSTD : CompressionCodecName.UNCOMPRESSED;
    }

    /** How the value that a number stands for is written and counted. */
    private interface Entry {
        void write(int value, PlainBytes out);

        void count(int value, Statistics<?> statistics);
    }
}
