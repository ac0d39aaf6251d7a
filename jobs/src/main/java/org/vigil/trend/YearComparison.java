package org.vigil.trend;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.release.CellStatus;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

/**
 * The count of a period of whole months beside that of the same months a year before.
 *
 * <p>A change is given only between two final periods with no break in between them, from a base of at least {@value #MINIMUM_BASE} incidents: the change from
 * fewer is noise, and the report gives none either. Where one of the two counts is below {@value #RELIABLE_BASE}, the change is marked as of low reliability.
 *
 * @param count incidents of the period; null where the series does not hold all of it
 * @param countStatus how the count may be read
 * @param yearBefore incidents of the same months a year before; null where the series does not hold all of them
 * @param change from the year before; null where none is given
 * @param changeStatus how the change may be read, or why there is none
 */
public record YearComparison(
        @Nullable Long count,
        Set<CellStatus> countStatus,
        @Nullable Long yearBefore,
        @Nullable PercentChange change,
        Set<CellStatus> changeStatus)
        implements Serializable {
    /** The smallest count that a change is computed from, in a release for people inside. */
    public static final int MINIMUM_BASE = 20;

    /** Changes from or to smaller counts are marked; a release for everybody may not show them. */
    public static final int RELIABLE_BASE = 50;

    private static final int YEAR_MONTHS = 12;

    /** Copies the statuses. */
    public YearComparison {
        countStatus = Set.copyOf(countStatus);
        changeStatus = Set.copyOf(changeStatus);
    }

    /**
     * The same of counts that were changed before they were published: a count of 0 rounds to 0, and there is no change from or to fewer than {@value #RELIABLE_BASE}, which would
     * be one of the method more than of anything else.
     */
    YearComparison ofChangedCounts() {
        Set<CellStatus> status = EnumSet.noneOf(CellStatus.class);
        status.addAll(countStatus);
        boolean isZero = count != null && count == 0;
        if (isZero) {
            status.add(CellStatus.ROUNDS_TO_ZERO);
        }
        return new YearComparison(
                isZero ? null : count,
                status,
                yearBefore != null && yearBefore == 0 ? null : yearBefore,
                changeStatus.contains(CellStatus.LOW_RELIABILITY) ? null : change,
                changeStatus);
    }

    /**
     * Compares the months up to one of them.
     *
     * @param months counts by month
     * @param last the period's last month, counted from 0
     * @param length months of the period, 1 to 12
     * @param comparability where the series is broken
     * @param provisionalFrom periods that end on or after this day are provisional
     */
    static YearComparison of(
            TimeSeries months, int last, int length, Comparability comparability, LocalDate provisionalFrom) {
        int first = last - length + 1;
        if (first < 0) {
            Set<CellStatus> none = EnumSet.of(CellStatus.NOT_AVAILABLE);
            return new YearComparison(null, none, null, null, none);
        }
        LocalDate lastDay = Grain.MONTH.plus(months.startOf(last), 1).minusDays(1);
        EnumSet<CellStatus> countStatus = EnumSet.noneOf(CellStatus.class);
        if (!comparability.isUnbroken(months.startOf(first), lastDay)) {
            countStatus.add(CellStatus.BREAK_IN_SERIES);
        }
        if (!lastDay.isBefore(provisionalFrom)) {
            countStatus.add(CellStatus.PROVISIONAL);
        }
        long count = months.sum(first, last + 1);
        int firstBefore = first - YEAR_MONTHS;
        if (firstBefore < 0) {
            return new YearComparison(count, countStatus, null, null, EnumSet.of(CellStatus.NOT_AVAILABLE));
        }
        EnumSet<CellStatus> changeStatus = EnumSet.copyOf(countStatus);
        if (!comparability.isUnbroken(months.startOf(firstBefore), lastDay)) {
            changeStatus.add(CellStatus.BREAK_IN_SERIES);
        }
        long before = months.sum(firstBefore, firstBefore + length);
        boolean isGiven = changeStatus.isEmpty() && before >= MINIMUM_BASE;
        if (Math.min(count, before) < RELIABLE_BASE) {
            changeStatus.add(CellStatus.LOW_RELIABILITY);
        }
        return new YearComparison(
                count, countStatus, before, isGiven ? PercentChange.of(count, before) : null, changeStatus);
    }
}
