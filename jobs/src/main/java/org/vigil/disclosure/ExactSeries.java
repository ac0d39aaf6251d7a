package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.PublicGrain;
import org.vigil.cube.CountCube;

/** The exact counts of one series by day and month, with their record keys; what is asked are whole leaves. */
final class ExactSeries {
    private final int firstDay;
    /** Up to before a day: sums of what is known to the day. */
    private final ExactCell[] untilDay;

    private final YearMonth firstMonth;
    private final ExactCell[] ofMonthOnly;

    private ExactSeries(int firstDay, ExactCell[] untilDay, YearMonth firstMonth, ExactCell[] ofMonthOnly) {
        this.firstDay = firstDay;
        this.untilDay = untilDay;
        this.firstMonth = firstMonth;
        this.ofMonthOnly = ofMonthOnly;
    }

    /**
     * The series of a community in some areas.
     *
     * @param cube counts; without record keys, those of cells are 0
     * @param first first day that may be asked for
     * @param last last day
     */
    static ExactSeries of(
            CountCube cube, int recordClass, int[] areas, int community, LocalDate first, LocalDate last) {
        int firstDay = Math.toIntExact(first.toEpochDay());
        int days = Math.toIntExact(last.toEpochDay()) - firstDay + 1;
        int firstMonth = CountCube.monthIndex(firstDay);
        int months = CountCube.monthIndex(firstDay + days - 1) - firstMonth + 1;
        long[] counts = new long[days];
        long[] keys = new long[days];
        long[] monthCounts = new long[months];
        long[] monthKeys = new long[months];
        boolean isKeyed = cube.isKeyed();
        for (int area : areas) {
            if (cube.isEmpty(recordClass, area, community)) {
                continue;
            }
            for (int d = 0; d < days; d++) {
                int count = cube.onDay(recordClass, area, community, firstDay + d);
                if (count != 0) {
                    counts[d] += count;
                    keys[d] += !isKeyed ? 0 : cube.keyOnDay(recordClass, area, community, firstDay + d);
                }
            }
            for (int m = 0; m < months; m++) {
                int count = cube.inMonthOnly(recordClass, area, community, firstMonth + m);
                if (count != 0) {
                    monthCounts[m] += count;
                    monthKeys[m] += !isKeyed ? 0 : cube.keyInMonthOnly(recordClass, area, community, firstMonth + m);
                }
            }
        }
        ExactCell[] until = new ExactCell[days + 1];
        until[0] = new ExactCell(0, 0);
        for (int d = 0; d < days; d++) {
            until[d + 1] = until[d].plus(new ExactCell(counts[d], keys[d]));
        }
        ExactCell[] ofMonth = new ExactCell[months];
        for (int m = 0; m < months; m++) {
            ofMonth[m] = new ExactCell(monthCounts[m], monthKeys[m]);
        }
        return new ExactSeries(firstDay, until, YearMonth.from(first), ofMonth);
    }

    /** What a leaf holds. What is known only to the month is in the leaves of its month, where these are no weeks. */
    ExactCell of(Leaf leaf) {
        ExactCell cell = between(leaf.from(), leaf.to());
        if (leaf.grain() == PublicGrain.WEEK) {
            return cell;
        }
        YearMonth first = YearMonth.from(leaf.from());
        YearMonth month = first.isAfter(leaf.firstMonth()) ? first : leaf.firstMonth();
        for (; !month.isAfter(leaf.lastMonth()); month = month.plusMonths(1)) {
            cell = cell.plus(ofMonthOnly(month));
        }
        return cell;
    }

    /** What some whole months hold, in a source that knows only months. */
    ExactCell ofMonths(YearMonth first, YearMonth last) {
        ExactCell cell = new ExactCell(0, 0);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            cell = cell.plus(ofMonthOnly(month)).plus(between(month.atDay(1), month.atEndOfMonth()));
        }
        return cell;
    }

    private ExactCell ofMonthOnly(YearMonth month) {
        int index = (month.getYear() - firstMonth.getYear()) * 12 + month.getMonthValue() - firstMonth.getMonthValue();
        return index >= 0 && index < ofMonthOnly.length ? ofMonthOnly[index] : new ExactCell(0, 0);
    }

    /** What is known to the day, from one day to another. */
    ExactCell between(LocalDate from, LocalDate to) {
        int start = Math.max(0, Math.toIntExact(from.toEpochDay()) - firstDay);
        int end = Math.min(untilDay.length - 1, Math.toIntExact(to.toEpochDay()) - firstDay + 1);
        if (end <= start) {
            return new ExactCell(0, 0);
        }
        return new ExactCell(
                untilDay[end].count() - untilDay[start].count(),
                untilDay[end].recordKeys() - untilDay[start].recordKeys());
    }
}
