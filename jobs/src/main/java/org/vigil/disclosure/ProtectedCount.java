package org.vigil.disclosure;

import java.util.List;

/** A count that may be published: one that was changed by the cell key method, one that was found safe to show, or a sum of such. Made in this package only. */
public final class ProtectedCount {
    private final long value;
    private final int draws;
    private final boolean isFinal;

    private ProtectedCount(long value, int draws, boolean isFinal) {
        this.value = value;
        this.draws = draws;
        this.isFinal = isFinal;
    }

    static ProtectedCount drawn(long value, boolean isFinal) {
        return new ProtectedCount(value, 1, isFinal);
    }

    /** A count as it is. */
    static ProtectedCount exact(long value, boolean isFinal) {
        return new ProtectedCount(value, 0, isFinal);
    }

    /** The sum of disjoint cells. */
    static ProtectedCount sum(List<ProtectedCount> parts) {
        return new ProtectedCount(
                parts.stream().mapToLong(ProtectedCount::value).sum(),
                parts.stream().mapToInt(ProtectedCount::draws).sum(),
                parts.stream().allMatch(ProtectedCount::isFinal));
    }

    /** Whether it reads as a number. A changed 0 does not: it can stand for up to as many as the largest change. */
    boolean isNumber() {
        return value > 0 || draws == 0;
    }

    /** Incidents, 0 or more. A changed 0 can stand for up to as many as the largest change. */
    public long value() {
        return value;
    }

    /** How many changes are in it, 0 if it is exact: its variance is that of one change so many times. */
    public int draws() {
        return draws;
    }

    /** Whether every part has had its last vintage. */
    public boolean isFinal() {
        return isFinal;
    }
}
