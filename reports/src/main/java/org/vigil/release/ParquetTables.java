package org.vigil.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Tables as Parquet files: schema and metadata from the declaration, rows in key order, Zstandard.
 *
 * <p>The bytes depend on nothing but the rows and the declaration, so the checksum of a file identifies its content. The file's metadata
 * explain it to a reader who has nothing else: {@value #TABLE_KEY} holds title, grain and notes, {@value #FIELDS_KEY} one entry per column.
 */
public final class ParquetTables {
    /** Metadata key of the table's name, title, grain and notes, as a JSON object. */
    public static final String TABLE_KEY = "vigil.table";

    /** Metadata key of the columns' declarations, as a JSON array in column order. */
    public static final String FIELDS_KEY = "vigil.fields";

    /** Bytes of a row group before it is written: small enough for any reader's memory, large enough to scan fast. */
    private static final long ROW_GROUP_BYTES = 64L << 20;

    private static final int PAGE_BYTES = 1 << 20;

    private ParquetTables() {}

    /**
     * Writes rows in key order as one new file.
     *
     * @throws ReleaseException if the file exists or cannot be written
     * @throws IllegalStateException if two rows have the same key
     */
    public static void write(TableRows rows, Path file) {
        SortedBlocks blocks = new SortedBlocks(rows);
        try {
            writeRows(rows.table(), blocks, file);
            CanonicalFooter.rewrite(file);
        } catch (IOException e) {
            throw ReleaseException.failed("write table " + rows.table().name(), file, e);
        }
    }

    private static void writeRows(Table table, SortedBlocks blocks, Path file) throws IOException {
        try (ParquetWriter<Integer> writer = open(table, blocks, file)) {
            while (blocks.next()) {
                for (int row = 0; row < blocks.size(); row++) {
                    writer.write(row);
                }
            }
        }
    }

    /** A writer of rows that are given by their number in the current block. */
    static ParquetWriter<Integer> open(Table table, RowBlock block, Path file) throws IOException {
        return new Builder(new LocalOutputFile(file), new RowWriting(table, block)).build();
    }

    /** Opens the file of a table. */
    static ParquetFileReader open(Path file) throws IOException {
        return open(file, FilterCompat.NOOP);
    }

    /** Opens the file of a table to read the pages that can hold rows of a filter: rows are sorted by key, so the others need not be decoded. */
    static ParquetFileReader open(Path file, Map<Column, Set<String>> filter) throws IOException {
        return open(
                file,
                filter.entrySet().stream()
                        .map(wanted -> (FilterPredicate) FilterApi.in(
                                FilterApi.binaryColumn(wanted.getKey().name()),
                                wanted.getValue().stream()
                                        .map(Binary::fromString)
                                        .collect(Collectors.toSet())))
                        .reduce(FilterApi::and)
                        .map(FilterCompat::get)
                        .orElse(FilterCompat.NOOP));
    }

    private static ParquetFileReader open(Path file, FilterCompat.Filter filter) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdCodec())
                .withRecordFilter(filter)
                .useColumnIndexFilter(true)
                .useDictionaryFilter(false)
                .useBloomFilter(false)
                .build();
        return ParquetFileReader.open(new LocalInputFile(file), options);
    }

    /** Number of rows, as the file's footer states it. */
    static long rowCount(Path file) throws IOException {
        try (ParquetFileReader reader = open(file)) {
            return reader.getRecordCount();
        }
    }

    /** The schema of a table's file: a column is required unless an empty cell has a declared meaning. */
    static MessageType schema(Table table) {
        return new MessageType(
                table.name(), table.columns().stream().map(ParquetTables::field).toList());
    }

    private static Type field(Column column) {
        Type.Repetition repetition = column.isNullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
        return switch (column.type()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case DECIMAL ->
                Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
        };
    }

    /** The declaration of a table as the metadata of its file, in the order of writing. */
    public static Map<String, String> metadata(Table table) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", table.name());
        about.put("title", table.title());
        about.put("grain", table.grain());
        about.put("notes", table.notes());
        // In a fixed order: the bytes of the file follow it.
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(TABLE_KEY, Json.line(about));
        metadata.put(
                FIELDS_KEY,
                Json.line(table.columns().stream().map(FieldNotes::of).toList()));
        return metadata;
    }

    private static final class Builder extends ParquetWriter.Builder<Integer, Builder> {
        private final RowWriting support;

        Builder(OutputFile file, RowWriting support) {
            super(file);
            this.support = support;
            withConf(new PlainParquetConfiguration());
            withCodecFactory(new ZstdCodec());
            withCompressionCodec(CompressionCodecName.ZSTD);
            withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0);
            withWriteMode(ParquetFileWriter.Mode.CREATE);
            withRowGroupSize(ROW_GROUP_BYTES);
            withPageSize(PAGE_BYTES);
            withSizeStatisticsEnabled(false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Not called, but the only one that Parquet makes a writer declare. */
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<Integer> getWriteSupport(Configuration configuration) {
            return support;
        }

        @Override
        protected WriteSupport<Integer> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }
    }

    /** Hands the cells of a row, given by its number in the current block, to Parquet. */
    private static final class RowWriting extends WriteSupport<Integer> {
        private final Table table;
        private final RowBlock blocks;
        private final CellWriting[] writings;
        private final String[] names;
        private @Nullable RecordConsumer consumer;

        RowWriting(Table table, RowBlock blocks) {
            this.table = table;
            this.blocks = blocks;
            this.writings =
                    Arrays.stream(blocks.columns()).map(RowWriting::writing).toArray(CellWriting[]::new);
            this.names = table.columns().stream().map(Column::name).toArray(String[]::new);
        }

        /** Not called, but the only one that Parquet makes a writer declare. */
        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(table), metadata(table));
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(table), metadata(table));
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Integer row) {
            RecordConsumer out = Objects.requireNonNull(consumer);
            out.startMessage();
            for (int i = 0; i < names.length; i++) {
                long value = blocks.valueAt(i, row);
                if (value != TableRows.Cells.EMPTY) {
                    out.startField(names[i], i);
                    writings[i].write(out, value);
                    out.endField(names[i], i);
                }
            }
            out.endMessage();
        }

        private static CellWriting writing(TableRows.Cells cells) {
            return switch (cells.column().type()) {
                case TEXT -> {
                    List<String> texts = cells.distinctTexts();
                    List<Binary> known = new ArrayList<>();
                    yield (out, value) -> {
                        for (int id = known.size(); id <= value; id++) {
                            byte[] bytes = texts.get(id).getBytes(StandardCharsets.UTF_8);
                            known.add(Binary.fromConstantByteArray(bytes));
                        }
                        out.addBinary(known.get((int) value));
                    };
                }
                case INTEGER -> (out, value) -> out.addLong(value);
                case DECIMAL -> (out, value) -> out.addDouble(Double.longBitsToDouble(value));
                case DATE -> (out, value) -> out.addInteger((int) value);
                case BOOLEAN -> (out, value) -> out.addBoolean(value == 1);
            };
        }
    }

    @FunctionalInterface
    private interface CellWriting {
        void write(RecordConsumer out, long value);
    }
}
