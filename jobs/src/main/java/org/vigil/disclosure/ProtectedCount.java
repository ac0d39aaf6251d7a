package org.vigil.disclosure;

import java.util.List;

/** A count that may be published: one that was changed by the cell key method, or a sum of such. Made in this package only. */
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

    /** The sum of disjoint cells. */
    static ProtectedCount sum(List<ProtectedCount> parts) {
        return new ProtectedCount(
                parts.stream().mapToLong(ProtectedCount::value).sum(),
                parts.stream().mapToInt(ProtectedCount::draws).sum(),
                parts.stream().allMatch(ProtectedCount::isFinal));
    }

    /** Incidents, 0 or more. 0 can stand for up to as many as the largest change. */
    public long value() {
        return value;
    }

    /** How many changes are in it: its variance is that of one change so many times. */
    public int draws() {
        return draws;
    }

    /** Whether every part has had its last vintage. */
    public boolean isFinal() {
        return isFinal;
    }
}
