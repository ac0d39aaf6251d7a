package org.vigil.alarm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.Design;

/**
 * The weeks of the years before one week and the level of the season that each belongs to: the last level around each anniversary, the others in equal
 * shares of the weeks between two anniversaries.
 */
final class FarringtonBaseline {
    private static final int WEEK_DAYS = 7;
    private static final int OUTSIDE = 0;

    private final int week;
    private final int levels;
    private final int[] weeks;
    private final int[] levelOf;
    private final double[] counts;

    private FarringtonBaseline(int week, int levels, int[] weeks, int[] levelOf, double[] counts) {
        this.week = week;
        this.levels = levels;
        this.weeks = weeks;
        this.levelOf = levelOf;
        this.counts = counts;
    }

    /**
     * The baseline of a week by the settings, its years counted by the calendar.
     *
     * @param series counts by week
     * @param week the week whose count is judged
     */
    static FarringtonBaseline of(TimeSeries series, int week, FarringtonSettings settings) {
        return of(series, anniversaries(series, week, settings.years()), settings);
    }

    /** The baseline of a week whose anniversaries, itself the first, are known. */
    static FarringtonBaseline of(TimeSeries series, int[] anniversaries, FarringtonSettings settings) {
        int week = anniversaries[0];
        int[] level = levels(anniversaries, settings);
        int size = 0;
        for (int own : level) {
            size += own == OUTSIDE ? 0 : 1;
        }
        int[] weeks = new int[size];
        int[] levelOf = new int[size];
        double[] counts = new double[size];
        int next = 0;
        for (int i = 0; i < level.length; i++) {
            if (level[i] != OUTSIDE) {
                weeks[next] = i;
                levelOf[next] = level[i];
                counts[next] = series.count(i);
                next++;
            }
        }
        return new FarringtonBaseline(week, settings.seasonLevels(), weeks, levelOf, counts);
    }

    /**
     * The most years, at most those of the settings, whose windows all lie within the weeks that can be compared.
     *
     * @param first first week that can be compared
     */
    static int yearsOfHistory(TimeSeries series, int week, int first, FarringtonSettings settings) {
        int[] anniversaries = anniversaries(series, week, settings.years());
        int years = 0;
        while (years < settings.years() && anniversaries[years + 1] - settings.halfWindow() >= first) {
            years++;
        }
        return years;
    }

    private static int[] anniversaries(TimeSeries series, int week, int years) {
        int[] anniversaries = new int[years + 1];
        for (int year = 0; year <= years; year++) {
            anniversaries[year] = series.indexOf(nearestMonday(yearsBefore(series.startOf(week), year)));
        }
        return anniversaries;
    }

    /** The level of every week up to the present one, {@value #OUTSIDE} for those that the baseline leaves out. */
    private static int[] levels(int[] anniversaries, FarringtonSettings settings) {
        int week = anniversaries[0];
        int half = settings.halfWindow();
        int shares = settings.seasonLevels() - 1;
        int[] level = new int[week + 1];
        for (int year = 1; year < anniversaries.length; year++) {
            int from = anniversaries[year];
            mark(level, from - half, from + half, settings.seasonLevels());
            int next = from + half + 1;
            int between = anniversaries[year - 1] - half - next;
            for (int share = 1; share <= shares; share++) {
                int length = between / shares + (share <= between % shares ? 1 : 0);
                mark(level, next, next + length - 1, share);
                next += length;
            }
        }
        mark(level, week - settings.excludedWeeks(), week, OUTSIDE);
        return level;
    }

    /** The same day of an earlier year; 1 March for 29 February, as R's calendar has it. */
    private static LocalDate yearsBefore(LocalDate date, int years) {
        LocalDate before = date.minusYears(years);
        return before.getDayOfMonth() == date.getDayOfMonth() ? before : before.plusDays(1);
    }

    private static LocalDate nearestMonday(LocalDate date) {
        int sinceMonday = date.getDayOfWeek().getValue() - 1;
        return date.minusDays(sinceMonday).plusDays(sinceMonday > WEEK_DAYS / 2 ? WEEK_DAYS : 0);
    }

    private static void mark(int[] level, int from, int to, int value) {
        int start = Math.max(0, from);
        int end = Math.min(to + 1, level.length);
        if (start < end) {
            Arrays.fill(level, start, end, value);
        }
    }

    int size() {
        return weeks.length;
    }

    /** The counts of the weeks in the order of time, not copied. */
    double[] counts() {
        return counts;
    }

    /** Incidents of all its weeks. */
    long sum() {
        long sum = 0;
        for (double count : counts) {
            sum += Math.round(count);
        }
        return sum;
    }

    /** The largest count of a week. */
    double largest() {
        double largest = 0;
        for (double count : counts) {
            largest = Math.max(largest, count);
        }
        return largest;
    }

    /**
     * One column for each level of the season where it is wanted, otherwise an intercept; last, where wanted, weeks since the first of the baseline. Levels stand
     * by themselves, not beside an intercept: a level without incidents then takes no digits from the others.
     */
    Design design(boolean hasTrend, boolean hasSeason) {
        return columns(weeks, levelOf, hasTrend, hasSeason);
    }

    /** The row of the week that the baseline is for. */
    Design present(boolean hasTrend, boolean hasSeason) {
        return columns(new int[] {week}, new int[] {levels}, hasTrend, hasSeason);
    }

    private Design columns(int[] rows, int[] rowLevels, boolean hasTrend, boolean hasSeason) {
        double[][] season = new double[hasSeason ? levels : 1][rows.length];
        for (int i = 0; i < rows.length; i++) {
            season[hasSeason ? rowLevels[i] - 1 : 0][i] = 1;
        }
        List<double[]> columns = new ArrayList<>(Arrays.asList(season));
        if (hasTrend) {
            double[] trend = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                trend[i] = rows[i] - weeks[0];
            }
            columns.add(trend);
        }
        return Design.of(columns);
    }
}
