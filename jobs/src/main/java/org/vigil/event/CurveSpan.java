package org.vigil.event;

/** How far curves reach around an event: offsets of units, 0 being that of the event. */
public enum CurveSpan {
    DAYS(-56, 83),
    WEEKS(-8, 11),
    MONTHS(-6, 6);

    private final int first;
    private final int last;

    CurveSpan(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** Offset of the first unit. */
    public int first() {
        return first;
    }

    /** Offset of the last unit, itself within. */
    public int last() {
        return last;
    }
}
