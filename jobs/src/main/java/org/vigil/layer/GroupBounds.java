package org.vigil.layer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** Lowest and highest key of a row group, as its statistics state them; everything where they state nothing. */
record GroupBounds(long firstHigh, long lastHigh, long lastLow) {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    static GroupBounds of(BlockMetaData rowGroup, String keyColumn) {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
            if (chunk.getPath().toDotString().equals(keyColumn)) {
                return of(chunk.getStatistics());
            }
        }
        throw new DamagedPageException("a row group without keys");
    }

    private static GroupBounds of(Statistics<?> statistics) {
        if (!statistics.hasNonNullValue()) {
            return new GroupBounds(0, -1, -1);
        }
        byte[] last = statistics.getMaxBytes();
        return new GroupBounds((long) LONG.get(statistics.getMinBytes(), 0), (long) LONG.get(last, 0), (long)
                LONG.get(last, Long.BYTES));
    }

    boolean overlaps(KeyRange range) {
        return Long.compareUnsigned(firstHigh, range.to()) <= 0 && Long.compareUnsigned(lastHigh, range.from()) >= 0;
    }

    boolean endsBefore(long keyHigh, long keyLow) {
        int order = Long.compareUnsigned(lastHigh, keyHigh);
        return order < 0 || order == 0 && Long.compareUnsigned(lastLow, keyLow) < 0;
    }
}
