package org.vigil.layer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;

/** The bytes of a page, or the rest of them: read one after the other in Parquet's plain encoding. */
final class PageBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static final PageBytes EMPTY = new PageBytes(new byte[0], 0, 0);

    final byte[] array;
    /** Where the next byte stands in the array. */
    int position;

    final int end;

    private PageBytes(byte[] array, int position, int end) {
        this.array = array;
        this.position = position;
        this.end = end;
    }

    static PageBytes of(BytesInput bytes) {
        // The heap needs no releasing.
        ByteBuffer buffer = bytes.toByteBuffer(HeapByteBufferAllocator.getInstance(), released -> {});
        if (buffer.hasArray()) {
            int start = buffer.arrayOffset() + buffer.position();
            return new PageBytes(buffer.array(), start, start + buffer.remaining());
        }
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(copy);
        return new PageBytes(copy, 0, copy.length);
    }

    /** Cuts off the next bytes. */
    PageBytes take(int bytes) {
        require(bytes);
        PageBytes taken = new PageBytes(array, position, position + bytes);
        position += bytes;
        return taken;
    }

    int readByte() {
        require(1);
        return array[position++] & 0xff;
    }

    int readInt() {
        require(Integer.BYTES);
        int value = (int) INT.get(array, position);
        position += Integer.BYTES;
        return value;
    }

    long readLong() {
        require(Long.BYTES);
        long value = (long) LONG.get(array, position);
        position += Long.BYTES;
        return value;
    }

    /** The long at a place counted from the next byte, without moving. */
    long longAt(int index) {
        return (long) LONG.get(array, position + index * Long.BYTES);
    }

    /** The bit at a place counted from the next byte, lowest first, without moving. */
    boolean bitAt(int index) {
        return (array[position + (index >>> 3)] >>> (index & 7) & 1) == 1;
    }

    String readText() {
        int length = readInt();
        require(length);
        String text = new String(array, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    /** Seven bits a byte, the lowest first. */
    int readVarint() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int next = readByte();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new DamagedPageException("a number is too long");
    }

    void require(long bytes) {
        if (bytes < 0 || bytes > end - position) {
            throw new DamagedPageException("a page ends early");
        }
    }
}
