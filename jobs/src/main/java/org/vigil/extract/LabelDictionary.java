package org.vigil.extract;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distinct labels of one column of one split, each known by a small id, found by its bytes without making a text for it.
 *
 * <p>Open addressing with linear probing over 64-bit FNV-style hashes of eight bytes at a time. Not safe for use by several threads.
 */
public final class LabelDictionary {
    /** Labels kept before the dictionary starts again; a column of time stamps must not fill the memory. */
    static final int MAX_SIZE = 200_000;

    private static final int MAX_LENGTH = 1 << 16;
    private static final java.lang.invoke.VarHandle LONGS =
            java.lang.invoke.MethodHandles.byteArrayViewVarHandle(long[].class, java.nio.ByteOrder.LITTLE_ENDIAN);

    private final Charset charset;
    private byte[][] bytes = new byte[64][];
    private long[] hashes = new long[64];
    private int[] table = new int[256];
    private final List<String> labels = new ArrayList<>();
    private int generation;

    /** A dictionary of labels in an encoding. */
    public LabelDictionary(Charset charset) {
        this.charset = charset;
        Arrays.fill(table, -1);
    }

    /** Id of the label in {@code buffer[from, to)}; a new one if it was not met before. */
    public int idOf(byte[] buffer, int from, int to) {
        long hash = hash(buffer, from, to);
        int mask = table.length - 1;
        int place = (int) (hash ^ (hash >>> 32)) & mask;
        while (true) {
            int id = table[place];
            if (id < 0) {
                return add(buffer, from, to, hash, place);
            }
            if (hashes[id] == hash && Arrays.equals(bytes[id], 0, bytes[id].length, buffer, from, to)) {
                return id;
            }
            place = (place + 1) & mask;
        }
    }

    /** The label as text. */
    public String label(int id) {
        return labels.get(id);
    }

    /** Number of labels; ids are 0 to size − 1. */
    public int size() {
        return labels.size();
    }

    /** Rises when the dictionary was emptied: ids of an earlier generation mean nothing. */
    public int generation() {
        return generation;
    }

    /** Empties the dictionary if it is too large. To be called between batches only. */
    void limitSize() {
        if (labels.size() > MAX_SIZE) {
            labels.clear();
            Arrays.fill(table, -1);
            generation++;
        }
    }

    private int add(byte[] buffer, int from, int to, long hash, int place) {
        int id = labels.size();
        if (id == bytes.length) {
            bytes = Arrays.copyOf(bytes, id * 2);
            hashes = Arrays.copyOf(hashes, id * 2);
        }
        int end = Math.min(to, from + MAX_LENGTH);
        bytes[id] = Arrays.copyOfRange(buffer, from, to);
        hashes[id] = hash;
        labels.add(new String(buffer, from, end - from, charset));
        table[place] = id;
        if (labels.size() * 4 > table.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        int[] larger = new int[table.length * 4];
        Arrays.fill(larger, -1);
        int mask = larger.length - 1;
        for (int id = 0; id < labels.size(); id++) {
            long hash = hashes[id];
            int place = (int) (hash ^ (hash >>> 32)) & mask;
            while (larger[place] >= 0) {
                place = (place + 1) & mask;
            }
            larger[place] = id;
        }
        table = larger;
    }

    private static long hash(byte[] buffer, int from, int to) {
        long hash = 0xcbf29ce484222325L ^ (to - from);
        int i = from;
        for (; i + 8 <= to; i += 8) {
            hash = mix(hash ^ (long) LONGS.get(buffer, i));
        }
        long rest = 0;
        for (int shift = 0; i < to; i++, shift += 8) {
            rest |= (buffer[i] & 0xffL) << shift;
        }
        return mix(hash ^ rest);
    }

    private static long mix(long value) {
        long product = value * 0x9E3779B97F4A7C15L;
        return product ^ (product >>> 29);
    }
}
