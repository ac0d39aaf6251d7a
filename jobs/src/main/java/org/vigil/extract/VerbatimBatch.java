package org.vigil.extract;

import java.util.List;

/**
 * Up to {@link #CAPACITY} records exactly as a file holds them. Owned and reused by the reader: a consumer keeps nothing of it after it returns.
 *
 * <p>A label column holds one dictionary id a record; the identity, where the profile has one, is bytes. Arrays are as long as the
 * capacity; only the first {@link #size()} places count.
 */
public final class VerbatimBatch {
    public static final int CAPACITY = 4096;

    /** Row has fewer fields than the header; missing fields read as empty. In a wide file all records of the row carry it: no cell of it is sure. */
    public static final int TOO_FEW_FIELDS = 1;
    /** Row has more fields than the header. */
    public static final int TOO_MANY_FIELDS = 1 << 1;
    /** Row repeats the header. */
    public static final int HEADER_REPEATED = 1 << 2;
    /**
     * A quoted field is never closed (the row then ends with its line), text follows a closing quote, or the row or
     * its identity is too long to be one.
     */
    public static final int BROKEN_QUOTES = 1 << 3;
    /** Bytes of a read field are not valid in the declared encoding. */
    public static final int WRONG_ENCODING = 1 << 4;

    private final List<LabelDictionary> dictionaries;
    private final int[][] labelIds;
    private final int[] rowNumbers = new int[CAPACITY];
    private final int[] partNumbers = new int[CAPACITY];
    private final int[] problems = new int[CAPACITY];
    private final int[] identityEnds = new int[CAPACITY];
    private byte[] identityBytes = new byte[CAPACITY * 16];
    private int size;

    /** A batch for so many label columns as there are dictionaries. */
    VerbatimBatch(List<LabelDictionary> dictionaries) {
        this.dictionaries = dictionaries;
        this.labelIds = new int[dictionaries.size()][CAPACITY];
    }

    public int size() {
        return size;
    }

    void setSize(int size) {
        this.size = size;
    }

    /** Dictionary ids of a label column, by slot of the reading plan. */
    public int[] labelIds(int slot) {
        return labelIds[slot];
    }

    /** The dictionary of a label column. The reader may empty it between batches: watch {@link LabelDictionary#generation()}. */
    public LabelDictionary dictionary(int slot) {
        return dictionaries.get(slot);
    }

    /** Row of the split that a record stands in, from 0, header not counted. */
    public int[] rowNumbers() {
        return rowNumbers;
    }

    /** In a wide file the value column of the record, from 0; otherwise 0. */
    public int[] partNumbers() {
        return partNumbers;
    }

    /** Bits of what is wrong with the row as text. */
    public int[] problems() {
        return problems;
    }

    /**
     * The identities of all records, end to end: outer spaces trimmed, in UTF-8 whatever the file is written in, several columns joined by the
     * byte 0x1F; as they stand where they are not valid.
     */
    public byte[] identityBytes() {
        return identityBytes;
    }

    /** Where each record's identity ends in {@link #identityBytes()}; it starts where the one before ends. */
    public int[] identityEnds() {
        return identityEnds;
    }

    /** Makes room for identity bytes up to {@code length}. */
    byte[] growIdentityBytes(int length) {
        if (length > identityBytes.length) {
            identityBytes = java.util.Arrays.copyOf(identityBytes, Math.max(length, identityBytes.length * 2));
        }
        return identityBytes;
    }
}
