package org.vigil.alarm;

import org.vigil.alarm.FarringtonSettings.Bound;
import org.vigil.alarm.FarringtonSettings.TrendRule;
import org.vigil.series.TimeSeries;

/**
 * The older method, to compare with: three years, only the weeks around the anniversaries, the trend where it is significant, a two-sided bound from the ⅔ power.
 * Farrington, C. P. et al. (1996), Journal of the Royal Statistical Society A 159, 547–563.
 */
public final class Farrington1996 {
    private final FarringtonSettings settings;

    /**
     * The method as the R package surveillance has it.
     *
     * @param alpha of both sides together
     */
    public Farrington1996(double alpha) {
        this.settings =
                new FarringtonSettings(3, 3, 1, 0, 1, alpha / 2, TrendRule.IF_SIGNIFICANT, Bound.TWO_THIRDS_POWER);
    }

    /** The bound of a week whose baseline holds incidents. */
    WeekBound bound(TimeSeries series, int week) {
        return FarringtonFlexible.wholeModel(
                        FarringtonBaseline.of(series, week, settings), settings, series.count(week))
                .orElseThrow();
    }

    /** Whether a week is in alarm; never with fewer than five incidents in four weeks. */
    public boolean isAlarm(TimeSeries series, int week) {
        return series.sum(week - AlarmWeek.RECENT_WEEKS + 1, week + 1) >= AlarmWeek.LEAST_RECENT
                && series.count(week) > bound(series, week).upper();
    }
}
