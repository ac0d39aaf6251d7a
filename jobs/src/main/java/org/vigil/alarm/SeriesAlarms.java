package org.vigil.alarm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/**
 * The judged weeks of one series.
 *
 * @param key what the series counts
 * @param level how much of its source
 * @param weeks in the order of time; none where the source knows only months
 */
public record SeriesAlarms(SeriesKey key, SeriesLevel level, List<AlarmWeek> weeks) implements Serializable {
    /** Copies the weeks. */
    public SeriesAlarms {
        weeks = List.copyOf(weeks);
    }

    /**
     * Judges the newest weeks of a series. Every week has a status; a week of which not all days are covered is {@link ModelStatus#PARTIAL} and counts what is
     * known of it.
     *
     * @param breaks those that apply to its source
     */
    public static SeriesAlarms of(StudiedSeries series, List<BreakPeriod> breaks, AlarmSettings settings) {
        return new SeriesAlarms(
                series.key(),
                series.level(),
                series.byDay().map(days -> judge(days, breaks, settings)).orElse(List.of()));
    }

    private static List<AlarmWeek> judge(TimeSeries days, List<BreakPeriod> breaks, AlarmSettings settings) {
        TimeSeries weeks = days.weeks();
        int from = Math.max(0, weeks.size() - settings.newestWeeks());
        List<AlarmWeek> judged = new ArrayList<>();
        int firstMonday = days.indexOf(weeks.start());
        if (firstMonday > 0 && settings.newestWeeks() > weeks.size()) {
            judged.add(partial(days, 0, Math.min(firstMonday, days.size())));
        }
        judged.addAll(new WeekJudge(weeks, breaks, settings).judge(from, weeks.size()));
        int lastSunday = days.indexOf(weeks.startOf(weeks.size()));
        if (lastSunday < days.size()) {
            judged.add(partial(days, lastSunday, days.size()));
        }
        return judged;
    }

    private static AlarmWeek partial(TimeSeries days, int from, int to) {
        WeekBound none = WeekBound.none(ModelStatus.PARTIAL, 0);
        return WeekJudge.week(Grain.WEEK.startOf(days.startOf(from)), days.sum(from, to), none, false, 0);
    }
}
