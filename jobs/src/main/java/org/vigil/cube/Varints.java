package org.vigil.cube;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;

/** Whole numbers of at least 0, seven bits a byte. */
final class Varints {
    private byte[] bytes;
    private int end;
    private int position;

    Varints() {
        this(new byte[1024]);
    }

    private Varints(byte[] bytes) {
        this.bytes = bytes;
    }

    void put(long value) {
        if (end + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
    }

    /** A number of either sign: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
    void putSigned(long value) {
        put(value << 1 ^ value >> 63);
    }

    int nextSigned() {
        return Math.toIntExact(nextSignedLong());
    }

    long nextSignedLong() {
        long folded = nextLong();
        return folded >>> 1 ^ -(folded & 1);
    }

    int next() {
        return Math.toIntExact(nextLong());
    }

    long nextLong() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[position++];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    void writeTo(ObjectOutput out) throws IOException {
        out.writeInt(end);
        out.write(bytes, 0, end);
    }

    static Varints readFrom(ObjectInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new Varints(bytes);
    }
}
