package org.vigil.incident;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * SipHash-2-4 with an output of 128 bits: a pseudonym that nobody can compute or test without the key. Makes no objects; the last result is read
 * from the instance, so an instance belongs to one thread.
 *
 * <p>Aumasson and Bernstein (2012), SipHash: a fast short-input PRF, section 2; the 128-bit output is that of the authors' reference code.
 */
public final class KeyedHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long k0;
    private final long k1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long first;
    private long second;

    /**
     * A hash under a key.
     *
     * @throws IllegalArgumentException if the key does not have 16 bytes
     */
    public KeyedHash(byte[] key) {
        if (key.length != MasterKey.INCIDENT_KEY_LENGTH) {
            throw new IllegalArgumentException(
                    "key has " + key.length + " bytes; expected " + MasterKey.INCIDENT_KEY_LENGTH);
        }
        k0 = (long) LONGS.get(key, 0);
        k1 = (long) LONGS.get(key, 8);
    }

    /** Hashes {@code buffer[from, to)}; the result is then {@link #first()} and {@link #second()}. */
    public void hash(byte[] buffer, int from, int to) {
        long a = k0 ^ 0x736f6d6570736575L;
        long b = k1 ^ 0x646f72616e646f6dL ^ 0xee;
        long c = k0 ^ 0x6c7967656e657261L;
        long d = k1 ^ 0x7465646279746573L;
        int length = to - from;
        int lastWhole = from + (length & ~7);
        for (int i = from; i <= lastWhole; i += 8) {
            long word = i < lastWhole ? (long) LONGS.get(buffer, i) : tail(buffer, lastWhole, to, length);
            d ^= word;
            for (int round = 0; round < 2; round++) {
                a += b;
                b = Long.rotateLeft(b, 13) ^ a;
                a = Long.rotateLeft(a, 32);
                c += d;
                d = Long.rotateLeft(d, 16) ^ c;
                a += d;
                d = Long.rotateLeft(d, 21) ^ a;
                c += b;
                b = Long.rotateLeft(b, 17) ^ c;
                c = Long.rotateLeft(c, 32);
            }
            a ^= word;
        }
        v0 = a;
        v1 = b;
        v2 = c ^ 0xee;
        v3 = d;
        finish();
        first = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        finish();
        second = v0 ^ v1 ^ v2 ^ v3;
    }

    /** Bytes 0 to 7 of the last result, the first byte lowest. */
    public long first() {
        return first;
    }

    /** Bytes 8 to 15 of the last result, the first byte lowest. */
    public long second() {
        return second;
    }

    /** The hash of a text as 16 bytes, high half first: a key of its own for what the text names. */
    public byte[] key(byte[] text) {
        hash(text, 0, text.length);
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(first)
                .putLong(second)
                .array();
    }

    private static long tail(byte[] buffer, int from, int to, int length) {
        long word = (long) length << 56;
        for (int i = from, shift = 0; i < to; i++, shift += 8) {
            word |= (buffer[i] & 0xffL) << shift;
        }
        return word;
    }

    private void finish() {
        long a = v0;
        long b = v1;
        long c = v2;
        long d = v3;
        for (int round = 0; round < 4; round++) {
            a += b;
            b = Long.rotateLeft(b, 13) ^ a;
            a = Long.rotateLeft(a, 32);
            c += d;
            d = Long.rotateLeft(d, 16) ^ c;
            a += d;
            d = Long.rotateLeft(d, 21) ^ a;
            c += b;
            b = Long.rotateLeft(b, 17) ^ c;
            c = Long.rotateLeft(c, 32);
        }
        v0 = a;
        v1 = b;
        v2 = c;
        v3 = d;
    }
}
