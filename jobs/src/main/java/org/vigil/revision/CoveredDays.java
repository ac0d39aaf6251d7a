package org.vigil.revision;

/**
 * The days that a source covered in one vintage, as days since 1970-01-01.
 *
 * @param start first day
 * @param end last day
 */
record CoveredDays(int start, int end) {

    boolean coversWhole(int periodStart, int periodEnd) {
        return start <= periodStart && periodEnd <= end;
    }

    /** Whether both cover the same days of a period, and at least one. */
    boolean coversSameDaysAs(CoveredDays other, int periodStart, int periodEnd) {
        int first = Math.max(start, periodStart);
        int last = Math.min(end, periodEnd);
        return first <= last && first == Math.max(other.start, periodStart) && last == Math.min(other.end, periodEnd);
    }
}
