package org.vigil.extract;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distinct labels of one column of one split, each known by a small id, found by its bytes without making a text for it.
 *
 * <p>Open addressing with linear probing. The hash of a label takes eight bytes at a time, so that a reader can compute it while it looks for
 * the end of the field; for labels of up to eight bytes hash and length together are the label. Not safe for use by several threads.
 */
public final class LabelDictionary {
    /** Labels kept before the dictionary starts again; a column of time stamps must not fill the memory. */
    static final int MAX_SIZE = 200_000;

    /** Bytes kept before the dictionary starts again; a column of free text must not fill it either. */
    static final int MAX_BYTES = 32 << 20;

    /** First value of every hash. */
    static final long SEED = 0xcbf29ce484222325L;

    /** Bytes of a label that count; no vocabulary has longer words, and 4,096 new ones must fit the memory. */
    static final int MAX_LENGTH = 1 << 14;

    private static final long LENGTH_FACTOR = 0xD6E8FEB86659FD93L;
    private static final byte INVALID = 1;
    private static final byte HEADER = 2;

    private final Charset charset;
    private final String header;
    private final List<String> labels = new ArrayList<>();
    private byte[] marks = new byte[64];
    private boolean hasInvalid;
    private boolean hasHeader;

    private byte[] bytes = new byte[4096];
    private int bytesUsed;
    private int[] starts = new int[64];
    private int[] lengths = new int[64];

    private long[] hashes = new long[256];
    private int[] ids = new int[256];
    private int generation;

    /** A dictionary of labels in an encoding. */
    public LabelDictionary(Charset charset) {
        this(charset, "");
    }

    /** A dictionary of the labels of the column with this header; labels that equal it are marked. */
    LabelDictionary(Charset charset, String header) {
        this.charset = charset;
        this.header = header;
        Arrays.fill(ids, -1);
    }

    /** Id of the label in {@code buffer[from, to)}; a new one if it was not met before. */
    public int idOf(byte[] buffer, int from, int to) {
        byte[] padded = to + 8 <= buffer.length ? buffer : Arrays.copyOf(buffer, to + 8);
        return idOf(padded, from, to, hash(padded, from, to));
    }

    /** As {@link #idOf(byte[], int, int)}, where the caller knows the hash and the buffer has eight more bytes after {@code to}. */
    int idOf(byte[] buffer, int from, int to, long hash) {
        int length = to - from;
        if (length > MAX_LENGTH) {
            return idOf(buffer, from, from + MAX_LENGTH, hash(buffer, from, from + MAX_LENGTH));
        }
        int mask = ids.length - 1;
        int place = (int) (hash ^ (hash >>> 32)) & mask;
        while (true) {
            int id = ids[place];
            if (id < 0) {
                return add(buffer, from, to, hash, place);
            }
            if (hashes[place] == hash
                    && lengths[id] == length
                    && (length <= 8 || isSame(starts[id], buffer, from, to))) {
                return id;
            }
            place = (place + 1) & mask;
        }
    }

    /** The label as text; bytes that are not valid in the encoding read as U+FFFD. */
    public String label(int id) {
        return labels.get(id);
    }

    /** Whether the bytes of the label are valid in the encoding. */
    public boolean isValid(int id) {
        return (marks[id] & INVALID) == 0;
    }

    /** Whether the label is the header of its own column, whatever its case. */
    boolean isHeader(int id) {
        return (marks[id] & HEADER) != 0;
    }

    boolean hasInvalid() {
        return hasInvalid;
    }

    boolean hasHeader() {
        return hasHeader;
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
        if (labels.size() > MAX_SIZE || bytesUsed > MAX_BYTES) {
            labels.clear();
            Arrays.fill(ids, -1);
            Arrays.fill(marks, (byte) 0);
            hasInvalid = false;
            hasHeader = false;
            bytesUsed = 0;
            generation++;
        }
    }

    /** One more full word of a label into its hash. */
    static long mix(long hash, long word) {
        long product = (hash ^ word) * 0x9E3779B97F4A7C15L;
        return product ^ (product >>> 29);
    }

    /** The last 0 to 7 bytes and the length of a label into its hash. */
    static long finish(long hash, long rest, int length) {
        return mix(hash, rest ^ (length * LENGTH_FACTOR));
    }

    /** Hash of a label in a buffer that has eight more bytes after {@code to}. */
    static long hash(byte[] buffer, int from, int to) {
        long hash = SEED;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            hash = mix(hash, (long) ByteWords.LONGS.get(buffer, i));
        }
        long rest = (long) ByteWords.LONGS.get(buffer, i) & ((1L << (8 * (to - i))) - 1);
        return finish(hash, rest, to - from);
    }

    private boolean isSame(int start, byte[] buffer, int from, int to) {
        int i = from;
        int j = start;
        for (; i + 8 <= to; i += 8, j += 8) {
            if ((long) ByteWords.LONGS.get(bytes, j) != (long) ByteWords.LONGS.get(buffer, i)) {
                return false;
            }
        }
        int rest = to - i;
        return rest == 0
                || (((long) ByteWords.LONGS.get(bytes, j) ^ (long) ByteWords.LONGS.get(buffer, i)) << (64 - 8 * rest))
                        == 0;
    }

    private int add(byte[] buffer, int from, int to, long hash, int place) {
        int id = labels.size();
        int length = to - from;
        if (id == lengths.length) {
            lengths = Arrays.copyOf(lengths, id * 2);
            starts = Arrays.copyOf(starts, id * 2);
            marks = Arrays.copyOf(marks, id * 2);
        }
        if (bytesUsed + length + 8 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytesUsed + length + 8, bytes.length * 2));
        }
        System.arraycopy(buffer, from, bytes, bytesUsed, length);
        starts[id] = bytesUsed;
        lengths[id] = length;
        bytesUsed += length;

        String label = new String(buffer, from, length, charset);
        labels.add(label);
        if (!StrictText.isValid(buffer, from, to, charset, length < MAX_LENGTH)) {
            marks[id] |= INVALID;
            hasInvalid = true;
        }
        if (!header.isEmpty() && label.equalsIgnoreCase(header)) {
            marks[id] |= HEADER;
            hasHeader = true;
        }

        hashes[place] = hash;
        ids[place] = id;
        if (labels.size() * 4 > ids.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        long[] moreHashes = new long[hashes.length * 4];
        int[] moreIds = new int[ids.length * 4];
        Arrays.fill(moreIds, -1);
        int mask = moreIds.length - 1;
        for (int old = 0; old < ids.length; old++) {
            if (ids[old] >= 0) {
                long hash = hashes[old];
                int place = (int) (hash ^ (hash >>> 32)) & mask;
                while (moreIds[place] >= 0) {
                    place = (place + 1) & mask;
                }
                moreHashes[place] = hash;
                moreIds[place] = ids[old];
            }
        }
        hashes = moreHashes;
        ids = moreIds;
    }
}
