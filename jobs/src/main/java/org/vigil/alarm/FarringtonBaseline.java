package org.vigil.alarm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigil.statistics.Design;

/**
 * The weeks of the years before one week and the level of the season that each belongs to: the last level around each anniversary, the others in equal
 * shares of the weeks between two anniversaries.
 */
final class FarringtonBaseline {
    private static final int WEEK_DAYS = 7;
    private static final int OUTSIDE = 0;

    private final WeeklyCounts counts;
    private final int week;
    private final int levels;
    private final int[] weeks;
    private final int[] levelOf;

    private FarringtonBaseline(WeeklyCounts counts, int week, int levels, int[] weeks, int[] levelOf) {
        this.counts = counts;
        this.week = week;
        this.levels = levels;
        this.weeks = weeks;
        this.levelOf = levelOf;
    }

    /** The baseline of a week by the settings, its years counted by the calendar. */
    static FarringtonBaseline of(WeeklyCounts counts, int week, FarringtonSettings settings) {
        int[] anniversaries = new int[settings.years() + 1];
        for (int years = 0; years <= settings.years(); years++) {
            anniversaries[years] = counts.weekOf(nearestMonday(yearsBefore(counts.monday(week), years)));
        }
        return of(counts, anniversaries, settings);
    }

    /** The baseline of a week whose anniversaries, itself the first, are known. */
    static FarringtonBaseline of(WeeklyCounts counts, int[] anniversaries, FarringtonSettings settings) {
        int week = anniversaries[0];
        int half = settings.halfWindow();
        int[] level = new int[week + 1];
        for (int years = 1; years < anniversaries.length; years++) {
            int from = anniversaries[years];
            mark(level, from - half, from + half, settings.seasonLevels());
            int next = from + half + 1;
            int between = anniversaries[years - 1] - half - next;
            for (int share = 1; share < settings.seasonLevels(); share++) {
                int shares = settings.seasonLevels() - 1;
                int length = between / shares + (share <= between % shares ? 1 : 0);
                mark(level, next, next + length - 1, share);
                next += length;
            }
        }
        mark(level, week - settings.excludedWeeks(), week, OUTSIDE);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < level.length; i++) {
            if (level[i] != OUTSIDE && counts.isKnown(i)) {
                chosen.add(i);
            }
        }
        int[] weeks = chosen.stream().mapToInt(Integer::intValue).toArray();
        return new FarringtonBaseline(
                counts,
                week,
                settings.seasonLevels(),
                weeks,
                Arrays.stream(weeks).map(i -> level[i]).toArray());
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
        for (int i = Math.max(0, from); i <= Math.min(to, level.length - 1); i++) {
            level[i] = value;
        }
    }

    int size() {
        return weeks.length;
    }

    double[] counts() {
        return Arrays.stream(weeks).mapToDouble(counts::count).toArray();
    }

    /**
     * Where wanted, weeks since the first of the baseline and one column for each level of the season, otherwise an intercept. Levels stand by themselves, not
     * beside an intercept: a level without incidents then takes no digits from the others.
     */
    Design design(boolean hasTrend, boolean hasSeason) {
        return columns(weeks, levelOf, hasTrend, hasSeason);
    }

    /** The row of the week that the baseline is for. */
    Design present(boolean hasTrend, boolean hasSeason) {
        return columns(new int[] {week}, new int[] {levels}, hasTrend, hasSeason);
    }

    private Design columns(int[] rows, int[] rowLevels, boolean hasTrend, boolean hasSeason) {
        List<double[]> columns = new ArrayList<>();
        for (int level = 1; hasSeason && level <= levels; level++) {
            int wanted = level;
            columns.add(Arrays.stream(rowLevels)
                    .mapToDouble(own -> own == wanted ? 1 : 0)
                    .toArray());
        }
        if (!hasSeason) {
            columns.add(Arrays.stream(rows).mapToDouble(i -> 1).toArray());
        }
        if (hasTrend) {
            columns.add(Arrays.stream(rows).mapToDouble(i -> i - weeks[0]).toArray());
        }
        return Design.of(columns);
    }
}
