package org.vigil.layer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CanonicalIncident;

/** The references of the row group at hand: filled cells of 16 bytes, the others empty. Opened when the first one is asked for. */
final class ReferenceColumn {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private @Nullable PageReader unopened;
    private int rows;
    private Presence presence = Presence.NONE;
    private PageBytes values = PageBytes.EMPTY;

    /** Turns to another row group. */
    void open(PageReadStore rowGroup, int rowCount) {
        unopened = rowGroup.getPageReader(LayerSchema.descriptor(CanonicalIncident.SHARED_REFERENCE));
        rows = rowCount;
    }

    /** Copies rows {@code from} (inclusive) to {@code to} (exclusive) to {@code high} and {@code low}, from {@code offset} on; 0 for an empty cell. */
    void read(int from, int to, long[] high, long[] low, int offset) {
        decode();
        for (int row = from; row < to; row++) {
            boolean isFilled = presence.isFilled(row);
            int at = isFilled ? values.position + presence.filledBefore(row) * LayerSchema.KEY_BYTES : 0;
            high[offset + row - from] = isFilled ? (long) LONG.get(values.array, at) : 0;
            low[offset + row - from] = isFilled ? (long) LONG.get(values.array, at + Long.BYTES) : 0;
        }
    }

    private void decode() {
        PageReader reader = unopened;
        if (reader != null) {
            values = Pages.onlyPlain(reader, rows, Integer.BYTES);
            presence = Presence.readFrom(values, rows);
            values.require((long) presence.filledBefore(rows) * LayerSchema.KEY_BYTES);
            unopened = null;
        }
    }
}
