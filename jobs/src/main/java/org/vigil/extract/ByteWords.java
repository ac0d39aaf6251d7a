package org.vigil.extract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a file looked at as one number: the first byte is the lowest, and masks have the high bit of each byte that fits. */
final class ByteWords {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Bytes that a buffer needs after its last used one, so that a whole word can be read at any used place. */
    static final int PADDING = 16;

    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = ~HIGHS;

    private ByteWords() {}

    /** The byte in all eight places. */
    static long fill(byte value) {
        return (value & 0xffL) * ONES;
    }

    /** Mask of the bytes of {@code word} that are zero; exact in every place, not only in the first. */
    static long zeros(long word) {
        return ~(((word & LOWS) + LOWS) | word | LOWS);
    }

    /** Whether all bytes of {@code [from, to)} are ASCII. */
    static boolean areAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            if (((long) LONGS.get(bytes, i) & HIGHS) != 0) {
                return false;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
