package org.vigil.trend;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.release.CellStatus;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/**
 * How one series moves, month by month.
 *
 * @param key what the series counts
 * @param months every whole month of the series, in the order of time
 */
public record SeriesTrend(SeriesKey key, List<MonthTrend> months) implements Serializable {
    /** Where more incidents than this are known only to the month, weeks miss too many. */
    private static final double MONTH_ONLY_SHARE = 0.05;

    private static final int YEAR_MONTHS = 12;
    /** From Monday to the Thursday, whose month the week belongs to. */
    private static final int DAYS_TO_THURSDAY = 3;

    /** Copies the months. */
    public SeriesTrend {
        months = List.copyOf(months);
    }

    /**
     * Computes the trend of a series; of one in which nothing was ever recorded there is none. What is provisional has counts, but neither a change nor a level: it would fall short by the records still to come.
     *
     * @param series with partial weeks and months left out
     * @param comparability where the series is broken
     * @param provisionalFrom periods that end on or after this day are provisional
     */
    public static SeriesTrend of(StudiedSeries series, Comparability comparability, LocalDate provisionalFrom) {
        if (series.isEmpty()) {
            return new SeriesTrend(series.key(), List.of());
        }
        SmoothedSeries smoothed = SmoothedSeries.of(settled(finest(series), provisionalFrom), comparability);
        TimeSeries months = series.months();
        List<MonthTrend> trends = new ArrayList<>();
        for (int m = 0; m < months.size(); m++) {
            LocalDate month = months.startOf(m);
            TrendLevel level = level(smoothed, month, comparability);
            trends.add(new MonthTrend(
                    month,
                    YearComparison.of(months, m, 1, comparability, provisionalFrom),
                    YearComparison.of(months, m, YEAR_MONTHS, comparability, provisionalFrom),
                    level,
                    levelStatus(smoothed, level, month, comparability, provisionalFrom)));
        }
        return new SeriesTrend(series.key(), trends);
    }

    /** Weeks where the source knows days of nearly all incidents, months otherwise. */
    private static TimeSeries finest(StudiedSeries series) {
        TimeSeries months = series.months();
        long all = months.sum(0, months.size());
        long monthOnly = series.monthOnly().sum(0, months.size());
        return monthOnly > MONTH_ONLY_SHARE * all ? months : series.byWeek().orElse(months);
    }

    private static TimeSeries settled(TimeSeries units, LocalDate provisionalFrom) {
        int provisional = Math.max(0, units.indexOf(provisionalFrom));
        return provisional < units.size() ? units.between(0, provisional) : units;
    }

    private static @Nullable TrendLevel level(SmoothedSeries smoothed, LocalDate month, Comparability comparability) {
        if (!comparability.isUnbroken(month, month.plusMonths(1).minusDays(1))) {
            return null;
        }
        TimeSeries units = smoothed.series();
        if (units.grain() == Grain.MONTH) {
            int unit = units.indexOf(month);
            return smoothed.mean(unit, unit + 1);
        }
        return smoothed.mean(weekFrom(units, month), weekFrom(units, month.plusMonths(1)));
    }

    /** The first week whose Thursday is in the month or after it. */
    private static int weekFrom(TimeSeries weeks, LocalDate month) {
        LocalDate monday = Grain.WEEK.startOf(month.minusDays(DAYS_TO_THURSDAY));
        boolean isEarlier = monday.plusDays(DAYS_TO_THURSDAY).isBefore(month);
        return weeks.indexOf(monday) + (isEarlier ? 1 : 0);
    }

    private static Set<CellStatus> levelStatus(
            SmoothedSeries smoothed,
            @Nullable TrendLevel level,
            LocalDate month,
            Comparability comparability,
            LocalDate provisionalFrom) {
        if (level != null) {
            return EnumSet.noneOf(CellStatus.class);
        }
        LocalDate next = month.plusMonths(1);
        if (!comparability.isUnbroken(month, next.minusDays(1))) {
            return EnumSet.of(CellStatus.BREAK_IN_SERIES);
        }
        boolean isSettled = smoothed.series().grain() == Grain.MONTH
                ? next.minusDays(1).isBefore(provisionalFrom)
                : lastDayOfItsWeeks(next).isBefore(provisionalFrom);
        return EnumSet.of(isSettled ? CellStatus.NOT_AVAILABLE : CellStatus.PROVISIONAL);
    }

    /** The Sunday of the last week whose Thursday is before a month. */
    private static LocalDate lastDayOfItsWeeks(LocalDate month) {
        return Grain.WEEK.startOf(month.minusDays(DAYS_TO_THURSDAY + 1)).plusDays(6);
    }
}
