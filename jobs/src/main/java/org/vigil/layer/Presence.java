package org.vigil.layer;

/** Which cells of an optional column's page are filled, and how many before each. */
final class Presence {
    /** Every cell is filled. */
    static final Presence ALL = new Presence(new long[0], new int[0], false);

    /** No cell is filled. */
    static final Presence NONE = new Presence(new long[0], new int[0], true);

    private final long[] bits;
    /** Filled cells before each 64. */
    private final int[] before;

    private final boolean isEmpty;

    private Presence(long[] bits, int[] before, boolean isEmpty) {
        this.bits = bits;
        this.before = before;
        this.isEmpty = isEmpty;
    }

    /** Reads the definition levels at the start of a page. */
    static Presence readFrom(PageBytes page, int rows) {
        HybridRuns levels = new HybridRuns(page.take(page.readInt()), 1, rows);
        if (levels.isOneRunOf(1)) {
            return ALL;
        }
        if (levels.isOneRunOf(0)) {
            return NONE;
        }
        int[] filled = new int[rows];
        levels.read(0, rows, filled, 0);
        long[] bits = new long[rows / Long.SIZE + 1];
        int[] before = new int[bits.length + 1];
        for (int row = 0; row < rows; row++) {
            bits[row / Long.SIZE] |= (long) filled[row] << row;
        }
        for (int word = 0; word < bits.length; word++) {
            before[word + 1] = before[word] + Long.bitCount(bits[word]);
        }
        return new Presence(bits, before, false);
    }

    boolean isComplete() {
        return bits.length == 0 && !isEmpty;
    }

    boolean isEmpty() {
        return isEmpty;
    }

    boolean isFilled(int row) {
        return isComplete() || !isEmpty && (bits[row / Long.SIZE] >>> row & 1) == 1;
    }

    /** Number of filled cells before a row. */
    int filledBefore(int row) {
        if (bits.length == 0) {
            return isEmpty ? 0 : row;
        }
        int word = row / Long.SIZE;
        return before[word] + Long.bitCount(bits[word] & (1L << row) - 1);
    }
}
