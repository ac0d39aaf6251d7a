package org.vigil.tabulate;

import java.time.LocalDate;

/**
 * The days that a source covers.
 *
 * @param start first day covered
 * @param end last day covered
 * @param provisionalFrom periods that end on or after this day are provisional
 */
public record Coverage(LocalDate start, LocalDate end, LocalDate provisionalFrom) {
    public Coverage {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("Coverage ends on " + end + ", before it starts on " + start);
        }
    }

    /** Coverage whose last {@code provisionalWeeks} weeks are still filling up. */
    public static Coverage of(LocalDate start, LocalDate end, int provisionalWeeks) {
        return new Coverage(start, end, end.plusDays(1).minusWeeks(provisionalWeeks));
    }

    /** The same, provisional from a day on that its delays tell. */
    Coverage withProvisionalFrom(LocalDate day) {
        return new Coverage(start, end, day);
    }

    public boolean coversWhole(Period period) {
        return !period.start().isBefore(start) && !period.end().isAfter(end);
    }

    public boolean isProvisional(Period period) {
        return !period.end().isBefore(provisionalFrom);
    }
}
