package org.vigil.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/** One column of one row group, decoded: per row a number, the raw bits of a decimal, an epoch day, 0 or 1, or the position of a text. */
final class DecodedCells {
    private static final long EMPTY = Long.MIN_VALUE;

    private final long[] values;
    private final List<String> texts;

    private DecodedCells(long[] values, List<String> texts) {
        this.values = values;
        this.texts = texts;
    }

    boolean isEmpty(int row) {
        return values[row] == EMPTY;
    }

    /** The number of a filled row: raw bits of a decimal, days since 1970-01-01, or 0 and 1. */
    long valueAt(int row) {
        return values[row];
    }

    String textAt(int row) {
        return texts.get((int) values[row]);
    }

    /**
     * Decodes a column; its pages can be decoded once only.
     *
     * @param kept rows whose cells are wanted; the others come out empty
     */
    static DecodedCells of(PageReadStore rowGroup, MessageType schema, ColumnDescriptor descriptor, boolean[] kept) {
        int rowCount = Math.toIntExact(rowGroup.getRowCount());
        Collector collector = new Collector(
                descriptor.getPrimitiveType().getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY);
        ColumnReader reader =
                new ColumnReadStoreImpl(rowGroup, new Root(collector), schema, "").getColumnReader(descriptor);
        long[] values = new long[rowCount];
        int filledLevel = descriptor.getMaxDefinitionLevel();
        for (int row = 0; row < rowCount; row++) {
            boolean isFilled = reader.getCurrentDefinitionLevel() == filledLevel;
            if (isFilled && kept[row]) {
                reader.writeCurrentValueToConverter();
                values[row] = collector.value;
            } else {
                values[row] = EMPTY;
                if (isFilled) {
                    reader.skip();
                }
            }
            reader.consume();
        }
        return new DecodedCells(values, collector.texts);
    }

    /** Marks the rows whose text is none of those given as not kept. */
    void keepOnly(Set<String> wanted, boolean[] kept) {
        boolean[] isWanted = new boolean[texts.size()];
        for (int id = 0; id < isWanted.length; id++) {
            isWanted[id] = wanted.contains(texts.get(id));
        }
        for (int row = 0; row < kept.length; row++) {
            kept[row] &= values[row] != EMPTY && isWanted[(int) values[row]];
        }
    }

    /** Receives one value at a time; texts of a dictionary page are decoded once. */
    private static final class Collector extends PrimitiveConverter {
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final boolean isText;
        private int[] dictionaryIds = {};
        private long value;

        Collector(boolean isText) {
            this.isText = isText;
        }

        @Override
        public boolean hasDictionarySupport() {
            return isText;
        }

        @Override
        public void setDictionary(Dictionary dictionary) {
            dictionaryIds = new int[dictionary.getMaxId() + 1];
            for (int id = 0; id < dictionaryIds.length; id++) {
                dictionaryIds[id] = idOf(dictionary.decodeToBinary(id));
            }
        }

        @Override
        public void addValueFromDictionary(int dictionaryId) {
            value = dictionaryIds[dictionaryId];
        }

        @Override
        public void addBinary(Binary text) {
            value = idOf(text);
        }

        @Override
        public void addLong(long number) {
            value = number;
        }

        @Override
        public void addInt(int epochDay) {
            value = epochDay;
        }

        @Override
        public void addDouble(double decimal) {
            value = Double.doubleToRawLongBits(decimal);
        }

        @Override
        public void addBoolean(boolean truth) {
            value = truth ? 1 : 0;
        }

        private int idOf(Binary binary) {
            return ids.computeIfAbsent(binary.toStringUsingUTF8(), text -> {
                texts.add(text);
                return texts.size() - 1;
            });
        }
    }

    private static final class Root extends GroupConverter {
        private final Collector collector;

        Root(Collector collector) {
            this.collector = collector;
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return collector;
        }

        @Override
        public void start() {
            // Cells are read column by column; there are no records to open.
        }

        @Override
        public void end() {
            // Nor to close.
        }
    }
}
