package org.vigil.alarm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.series.TimeSeries;

/** Which weeks of a series are in alarm, and for how long. */
final class WeekJudge {
    private final TimeSeries series;
    private final WeekModels models;

    /** A judge of a series by week. */
    WeekJudge(TimeSeries series, List<BreakPeriod> breaks, AlarmSettings settings) {
        this.series = series;
        this.models = new WeekModels(series, breaks, settings);
    }

    /** Judges the weeks from {@code from} to before {@code to}. */
    List<AlarmWeek> judge(int from, int to) {
        List<AlarmWeek> judged = new ArrayList<>();
        int inAlarm = 0;
        for (int week = from; week < to; week++) {
            WeekBound bound = models.bound(week);
            boolean isAlarm = isAlarm(week, bound);
            if (!isAlarm) {
                inAlarm = 0;
            } else if (week == from) {
                inAlarm = 1 + alarmsBefore(from);
            } else {
                inAlarm++;
            }
            judged.add(week(series.startOf(week), series.count(week), bound, isAlarm, inAlarm));
        }
        return judged;
    }

    static AlarmWeek week(LocalDate monday, long count, WeekBound bound, boolean isAlarm, int inAlarm) {
        return new AlarmWeek(
                monday,
                count,
                bound.status(),
                bound.baselineWeeks(),
                bound.expected(),
                bound.upper95(),
                bound.upper(),
                bound.p(),
                bound.dispersion(),
                isAlarm,
                inAlarm);
    }

    /** Weeks in alarm without a gap before a week. */
    private int alarmsBefore(int week) {
        int before = week - 1;
        while (before >= 0 && isAlarm(before, models.bound(before))) {
            before--;
        }
        return week - 1 - before;
    }

    private boolean isAlarm(int week, WeekBound bound) {
        long recent = series.sum(Math.max(0, week + 1 - AlarmWeek.RECENT_WEEKS), week + 1);
        return series.count(week) > bound.upper() && recent >= AlarmWeek.LEAST_RECENT;
    }
}
