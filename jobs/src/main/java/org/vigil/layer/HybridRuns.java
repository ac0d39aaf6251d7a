package org.vigil.layer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Small numbers in Parquet's hybrid of runs of one value and runs of packed bits, which any place of can be read.
 *
 * <p>Only the headers of the runs are read at first. Values are unpacked when asked for: many at once, or a single one out of its bits.
 */
final class HybridRuns {
    /** Values of a packed run come in groups of so many. */
    private static final int GROUP = 8;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int width;
    private final int mask;
    private final int count;

    private int runs;
    /** Place of a run's first value; one more entry stands after the last run. */
    private int[] starts = new int[16];
    /** Where the bits of a packed run stand, or −1 less the value of a repeated run. */
    private int[] contents = new int[16];
    /** The run that was read last: most readings go on from there. */
    private int current;

    /**
     * @param page positioned at the first run; all of it is taken
     * @param width bits of a value, 0 to 31
     * @param count values that the runs hold, or fewer
     */
    HybridRuns(PageBytes page, int width, int count) {
        if (width > Integer.SIZE - 1) {
            throw new DamagedPageException("values are too wide");
        }
        this.bytes = page.array;
        this.width = width;
        this.mask = (1 << width) - 1;
        this.count = count;
        int start = 0;
        while (start < count) {
            int header = page.readVarint();
            int length;
            int content;
            if ((header & 1) == 1) {
                long groups = Integer.toUnsignedLong(header) >>> 1;
                length = (int) Math.min(groups * GROUP, count - start);
                page.require(groups * width);
                content = page.position;
                page.position += (int) (groups * width);
            } else {
                length = header >>> 1;
                content = -1 - readRepeated(page);
            }
            if (length == 0 || length > count - start) {
                throw new DamagedPageException("a run has a wrong length");
            }
            add(start, content);
            start += length;
        }
        add(count, -1);
        runs--;
    }

    private int readRepeated(PageBytes page) {
        int value = 0;
        for (int bits = 0; bits < width; bits += Byte.SIZE) {
            value |= page.readByte() << bits;
        }
        if (value < 0) {
            throw new DamagedPageException("a value is too large");
        }
        return value;
    }

    private void add(int start, int content) {
        if (runs == starts.length) {
            starts = Arrays.copyOf(starts, runs * 2);
            contents = Arrays.copyOf(contents, runs * 2);
        }
        starts[runs] = start;
        contents[runs++] = content;
    }

    /** Whether all values are the same one. */
    boolean isOneRunOf(int value) {
        return runs == 1 && contents[0] == -1 - value;
    }

    /** The value at a place. */
    int at(int place) {
        int run = runOf(place);
        int content = contents[run];
        return content < 0 ? -1 - content : unpacked(content, place - starts[run]);
    }

    /** Copies the values at places {@code from} (inclusive) to {@code to} (exclusive). */
    void read(int from, int to, int[] into, int offset) {
        if (from >= to) {
            return;
        }
        int run = runOf(from);
        int place = from;
        while (place < to) {
            int stop = Math.min(to, starts[run + 1]);
            int at = offset + place - from;
            if (contents[run] < 0) {
                Arrays.fill(into, at, at + stop - place, -1 - contents[run]);
            } else {
                unpack(contents[run], place - starts[run], stop - starts[run], into, at);
            }
            place = stop;
            run++;
        }
        current = run - 1;
    }

    private int runOf(int place) {
        if (place < 0 || place >= count) {
            throw new IndexOutOfBoundsException(place);
        }
        int run = current;
        if (place < starts[run] || place >= starts[run + 1]) {
            int found = Arrays.binarySearch(starts, 0, runs, place);
            run = found < 0 ? -found - 2 : found;
            current = run;
        }
        return run;
    }

    private void unpack(int content, int from, int to, int[] into, int offset) {
        // Eight bytes are loaded for each value, so the last values of an array are left to the slower way.
        long loadable = Math.max(0, bytes.length - Long.BYTES - content) * (long) Byte.SIZE;
        int swift = width == 0 ? from : (int) Math.max(from, Math.min(to, loadable / width));
        int at = offset;
        long bit = (long) content * Byte.SIZE + (long) from * width;
        for (int place = from; place < swift; place++) {
            into[at++] = (int) ((long) LONG.get(bytes, (int) (bit >>> 3)) >>> (bit & 7)) & mask;
            bit += width;
        }
        for (int place = swift; place < to; place++) {
            into[at++] = unpacked(content, place);
        }
    }

    /** One value out of its bits, which touch five bytes at most. */
    private int unpacked(int content, int index) {
        long firstBit = (long) index * width;
        int first = content + (int) (firstBit >>> 3);
        int shift = (int) (firstBit & 7);
        long bits = 0;
        for (int taken = 0; taken < shift + width; taken += Byte.SIZE) {
            bits |= (bytes[first + (taken >>> 3)] & 0xffL) << taken;
        }
        return (int) (bits >>> shift) & mask;
    }
}
