package org.vigil.suppression;

import java.util.stream.IntStream;

/**
 * What a reader can work out of each hidden cell of a block: a range of counts that are all possible.
 *
 * <p>The range of an unsafe cell is exact. That of a safe one is as much of it as was needed to see that it is safe.
 */
public final class BlockAudit {
    private final boolean[] audited;
    private final int[] falls;
    private final int[] rises;

    BlockAudit(boolean[] audited, int[] falls, int[] rises) {
        this.audited = audited;
        this.falls = falls;
        this.rises = rises;
    }

    /** What was found of a cell. */
    public Verdict verdict(int cell) {
        if (!audited[cell]) {
            return Verdict.NOT_AUDITED;
        }
        int width = falls[cell] + rises[cell];
        if (width >= PrimarySuppression.THRESHOLD) {
            return Verdict.SAFE;
        }
        return width == 0 ? Verdict.DISCLOSED : Verdict.UNSAFE;
    }

    /** How far below its count a cell was found to be possible. */
    public int fall(int cell) {
        return falls[cell];
    }

    /** How far above its count a cell was found to be possible. */
    public int rise(int cell) {
        return rises[cell];
    }

    /** Whether no audited cell is unsafe. */
    public boolean isSafe() {
        return unsafeCells().length == 0;
    }

    /** Numbers of the cells that are unsafe or disclosed, ascending. */
    public int[] unsafeCells() {
        return IntStream.range(0, audited.length)
                .filter(cell -> audited[cell] && falls[cell] + rises[cell] < PrimarySuppression.THRESHOLD)
                .toArray();
    }
}
