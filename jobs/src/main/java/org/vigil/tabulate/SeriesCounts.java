package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.Arrays;
import org.vigil.cube.CountCube;

/** The counts of a cube by day and by month of a coverage, and their sums over periods. */
final class SeriesCounts {
    private static final int DAYS_BEFORE_A_MONTH_IN_ITS_FIRST_WEEK = 6;

    private final CountCube cube;
    private final int firstDay;
    private final int days;
    private final int firstMonth;
    private final int months;

    SeriesCounts(CountCube cube, Coverage coverage) {
        this.cube = cube;
        LocalDate start = coverage.start();
        this.firstDay = epochDay(start.withDayOfMonth(1)) - DAYS_BEFORE_A_MONTH_IN_ITS_FIRST_WEEK;
        this.days = epochDay(coverage.end()) - firstDay + 1;
        this.firstMonth = CountCube.monthIndex(epochDay(start));
        this.months = CountCube.monthIndex(firstDay + days - 1) - firstMonth + 1;
    }

    /** Records known to the day. */
    long[] byDay(int[] recordClasses, int[] areas, int community) {
        long[] sums = new long[days];
        for (int recordClass : recordClasses) {
            for (int area : areas) {
                if (!cube.isEmpty(recordClass, area, community)) {
                    for (int d = 0; d < days; d++) {
                        sums[d] += cube.onDay(recordClass, area, community, firstDay + d);
                    }
                }
            }
        }
        return sums;
    }

    /** Records known to the day and records known only to the month, together. */
    long[] byMonth(int[] recordClasses, int[] areas, int community) {
        long[] sums = new long[months];
        long[] byDay = byDay(recordClasses, areas, community);
        for (int d = 0; d < days; d++) {
            if (byDay[d] != 0 && CountCube.monthIndex(firstDay + d) >= firstMonth) {
                sums[CountCube.monthIndex(firstDay + d) - firstMonth] += byDay[d];
            }
        }
        for (int recordClass : recordClasses) {
            for (int area : areas) {
                for (int m = 0; m < months; m++) {
                    sums[m] += cube.inMonthOnly(recordClass, area, community, firstMonth + m);
                }
            }
        }
        return sums;
    }

    /** Records by the date that is not the one of the series. */
    long[] byOtherMonth(int[] recordClasses, int[] areas, int community) {
        long[] sums = new long[months];
        for (int recordClass : recordClasses) {
            for (int area : areas) {
                for (int m = 0; m < months; m++) {
                    sums[m] += cube.inOtherMonth(recordClass, area, community, firstMonth + m);
                }
            }
        }
        return sums;
    }

    long sumDays(long[] byDay, Period period) {
        return sum(byDay, epochDay(period.start()) - firstDay, epochDay(period.end()) - firstDay);
    }

    /** The days of a whole period out of {@link #byDay}. */
    long[] daysOf(long[] byDay, Period period) {
        return daysOf(byDay, period.start(), period.end().plusDays(1));
    }

    /** The days from {@code start} to before {@code after} out of {@link #byDay}. */
    long[] daysOf(long[] byDay, LocalDate start, LocalDate after) {
        return Arrays.copyOfRange(byDay, epochDay(start) - firstDay, epochDay(after) - firstDay);
    }

    long sumMonths(long[] byMonth, Period period) {
        return sum(
                byMonth,
                CountCube.monthIndex(epochDay(period.start())) - firstMonth,
                CountCube.monthIndex(epochDay(period.end())) - firstMonth);
    }

    private static long sum(long[] values, int from, int to) {
        long sum = 0;
        for (int i = Math.max(0, from); i <= Math.min(to, values.length - 1); i++) {
            sum += values[i];
        }
        return sum;
    }

    private static int epochDay(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
