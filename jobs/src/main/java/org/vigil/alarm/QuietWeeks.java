package org.vigil.alarm;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/**
 * How often a series was in alarm in weeks near which nothing is listed that its incidents could respond to: the false-alarm rate of the run's own data, as far
 * as the list of events is complete.
 *
 * <p>One week in {@value #EVERY} of the last {@value #WEEKS} that are complete, always the same ones: {@value #EVERY} weeks apart, the weeks that an alarm looks
 * back on are not those of the week before.
 *
 * @param key what the series counts
 * @param level how much of its source
 * @param judged such weeks that have a bound
 * @param inAlarm those of them in alarm
 */
public record QuietWeeks(SeriesKey key, SeriesLevel level, int judged, int inAlarm) implements Serializable {
    private static final int WEEKS = 104;
    private static final int EVERY = AlarmWeek.RECENT_WEEKS;
    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

    /**
     * Judges the quiet weeks of a series.
     *
     * @param breaks those that apply to its source
     * @param settings up to when the series is complete; how many of the newest weeks it asks for does not matter
     * @param isQuiet whether nothing is listed near a week, by its Monday
     */
    public static QuietWeeks of(
            StudiedSeries series, List<BreakPeriod> breaks, AlarmSettings settings, Predicate<LocalDate> isQuiet) {
        TimeSeries weeks = series.byDay().orElseThrow().weeks();
        WeekJudge judge = new WeekJudge(weeks, breaks, settings);
        int end = settings.completeWeeks(weeks);
        int judged = 0;
        int inAlarm = 0;
        for (int week = Math.max(0, end - WEEKS); week < end; week++) {
            LocalDate monday = weeks.startOf(week);
            if (ChronoUnit.WEEKS.between(A_MONDAY, monday) % EVERY == 0 && isQuiet.test(monday)) {
                AlarmWeek one = judge.judge(week, week + 1).get(0);
                judged += one.hasBound() ? 1 : 0;
                inAlarm += one.isAlarm() ? 1 : 0;
            }
        }
        return new QuietWeeks(series.key(), series.level(), judged, inAlarm);
    }
}
