package org.vigil.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes of a page in the making, in Parquet's plain encoding: least significant byte first. */
final class PlainBytes {
    private ByteBuffer buffer = allocate(1 << 12);

    void clear() {
        buffer.clear();
    }

    int size() {
        return buffer.position();
    }

    byte[] toArray() {
        byte[] bytes = new byte[buffer.position()];
        buffer.duplicate().flip().get(bytes);
        return bytes;
    }

    void put(byte value) {
        room(1).put(value);
    }

    void put(byte[] bytes, int offset, int length) {
        room(length).put(bytes, offset, length);
    }

    void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** A text: its length, then its bytes. */
    void putText(byte[] utf8) {
        putInt(utf8.length);
        put(utf8, 0, utf8.length);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            larger.put(buffer.flip());
            buffer = larger;
        }
        return buffer;
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
