package org.vigil.layer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The keys of a row group, in ascending unsigned order, compared where they stand in the page. */
final class KeyPage {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] array;
    private final int start;
    private final int rows;

    KeyPage(PageBytes page, int rows) {
        this.array = page.array;
        this.start = page.position;
        this.rows = rows;
    }

    int rows() {
        return rows;
    }

    long high(int row) {
        return (long) LONG.get(array, start + row * LayerSchema.KEY_BYTES);
    }

    long low(int row) {
        return (long) LONG.get(array, start + row * LayerSchema.KEY_BYTES + Long.BYTES);
    }

    /**
     * First row of {@code from} (inclusive) to {@code to} (exclusive) whose key is not below the one given; {@code to} if there is none. Cheap for
     * a row near {@code from}.
     */
    int firstNotBelow(long keyHigh, long keyLow, int from, int to) {
        int low = from;
        int step = 1;
        int high = from;
        while (high < to && isBelow(high, keyHigh, keyLow)) {
            low = high + 1;
            high += step;
            step *= 2;
        }
        high = Math.min(high, to);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBelow(middle, keyHigh, keyLow)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBelow(int row, long keyHigh, long keyLow) {
        int order = Long.compareUnsigned(high(row), keyHigh);
        return order < 0 || order == 0 && Long.compareUnsigned(low(row), keyLow) < 0;
    }
}
