package org.vigil.alarm;

import java.util.List;
import org.vigil.series.TimeSeries;

/**
 * Finds the model that the history of a week allows: the seasons of three to five years; after 26 weeks harmonics; before that, and where nothing was recorded,
 * the sum of some weeks. No history reaches over a break in series.
 */
final class WeekModels {
    /** Weeks of history from which a dispersion can be told. */
    private static final int MEDIUM_HISTORY = 26;
    /** Below it a sum says too little, above it the weeks are no longer recent. */
    private static final int LEAST_SHORT_HISTORY = 6;

    private static final int LONGEST_SHORT_HISTORY = 12;
    private static final int LEAST_YEARS = 3;

    private final TimeSeries series;
    private final List<BreakPeriod> breaks;
    private final FarringtonSettings settings;
    /** The first week that is not complete, or the one after the last. */
    private final int incomplete;

    /** Models of a series by week. */
    WeekModels(TimeSeries series, List<BreakPeriod> breaks, AlarmSettings settings) {
        this.series = series;
        this.breaks = breaks;
        this.settings = settings.farrington();
        this.incomplete = settings.completeWeeks(series);
    }

    /** The bound of a week, or the reason why there is none. */
    WeekBound bound(int week) {
        int first = firstComparable(week);
        int years = FarringtonBaseline.yearsOfHistory(series, week, first, settings);
        if (years >= LEAST_YEARS) {
            return longHistory(week, settings.withYears(years));
        }
        return week - first >= MEDIUM_HISTORY && incomplete - first >= MEDIUM_HISTORY - HarmonicBound.EXCLUDED_WEEKS
                ? mediumHistory(week, first)
                : shortHistory(week, first);
    }

    /** First week after the last break that begins not later than the week itself; the week holding a break has no history. */
    int firstComparable(int week) {
        int first = 0;
        for (BreakPeriod one : breaks) {
            if (series.indexOf(one.first()) <= week) {
                first = Math.max(first, series.indexOf(one.last()) + 1);
            }
        }
        return first;
    }

    private WeekBound longHistory(int week, FarringtonSettings own) {
        FarringtonBaseline baseline = FarringtonBaseline.of(series, week, own);
        long sum = baseline.sum();
        int weeks = baseline.size();
        if (sum == 0) {
            return ofSum(ModelStatus.ZERO_BASELINE, week, 0, weeks);
        }
        return FarringtonFlexible.bound(baseline, own, series.count(week)).orElseGet(() -> unsettled(week, sum, weeks));
    }

    private WeekBound mediumHistory(int week, int first) {
        int end = Math.min(week - HarmonicBound.EXCLUDED_WEEKS, incomplete);
        long sum = series.sum(first, end);
        return sum == 0
                ? ofSum(ModelStatus.ZERO_BASELINE, week, 0, end - first)
                : HarmonicBound.bound(series, first, end, week, settings.alpha())
                        .orElseGet(() -> unsettled(week, sum, end - first));
    }

    private WeekBound shortHistory(int week, int first) {
        int end = Math.min(week, incomplete);
        int from = Math.max(first, end - LONGEST_SHORT_HISTORY);
        int weeks = Math.max(0, end - from);
        if (weeks < LEAST_SHORT_HISTORY) {
            return WeekBound.none(ModelStatus.INSUFFICIENT_HISTORY, weeks);
        }
        long sum = series.sum(from, end);
        return GammaPoissonBound.isFitting(sum, weeks)
                ? ofSum(sum == 0 ? ModelStatus.ZERO_BASELINE : ModelStatus.SHORT_HISTORY, week, sum, weeks)
                : WeekBound.none(ModelStatus.INSUFFICIENT_HISTORY, weeks);
    }

    private WeekBound unsettled(int week, long sum, int weeks) {
        return GammaPoissonBound.isFitting(sum, weeks)
                ? ofSum(ModelStatus.NOT_CONVERGED, week, sum, weeks)
                : WeekBound.none(ModelStatus.NOT_CONVERGED, weeks);
    }

    private WeekBound ofSum(ModelStatus status, int week, long sum, int weeks) {
        return GammaPoissonBound.bound(status, sum, weeks, settings.alpha(), series.count(week));
    }
}
