package org.vigil.report.text;

import java.time.LocalDate;
import java.util.OptionalLong;

/** Short ways to make counts in tests. */
final class Made {
    private Made() {}

    static PeriodCount month(String first, long count) {
        return month(first, count, "", false);
    }

    static PeriodCount month(String first, long count, String status, boolean isPartial) {
        LocalDate start = LocalDate.parse(first);
        return new PeriodCount(
                new Period(PeriodType.MONTH, start, start.plusMonths(1).minusDays(1)),
                OptionalLong.of(count),
                status,
                isPartial);
    }

    static PeriodCount week(String monday, long count) {
        LocalDate start = LocalDate.parse(monday);
        return new PeriodCount(
                new Period(PeriodType.ISO_WEEK, start, start.plusDays(6)), OptionalLong.of(count), "", false);
    }

    static PeriodCount year(String first, long count) {
        LocalDate start = LocalDate.parse(first);
        return new PeriodCount(
                new Period(
                        PeriodType.ROLLING_12_MONTHS, start, start.plusYears(1).minusDays(1)),
                OptionalLong.of(count),
                "",
                false);
    }
}
