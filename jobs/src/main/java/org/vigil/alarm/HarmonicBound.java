package org.vigil.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.Baseline;
import org.vigil.statistics.BlockRule;
import org.vigil.statistics.CalendarRegressors;
import org.vigil.statistics.Design;
import org.vigil.statistics.Prediction;

/**
 * A bound for a week of a series that is too young for the seasons of several years, as all of London's are since its police changed their recording system:
 * a yearly wave and a trend as far as the history allows, and the dispersion as the weeks show it, alone and in blocks.
 *
 * <p>Prediction: {@link Baseline} for a window of one week, φ_S = max(φ(1), φ(2)), φ_P = max(φ(1), φ(4)), autocovariances up to lag 4.
 */
final class HarmonicBound {
    /** Weeks before the judged one that are left out, so that a rise that has begun is not learnt. */
    static final int EXCLUDED_WEEKS = 4;

    private static final BlockRule BLOCKS = new BlockRule(List.of(1, 2), List.of(1, 4), 4, 0);
    private static final int WEEKS_OF_ONE_HARMONIC = 52;
    private static final int WEEKS_OF_TREND = 78;
    private static final int WEEKS_OF_TWO_HARMONICS = 104;
    /** Incidents of the baseline below which there is nothing but a mean. */
    private static final int LEAST_SUM = 12;
    /** Days from the first of a week to its middle. */
    private static final double MIDPOINT = 3;

    private HarmonicBound() {}

    /**
     * The bound of a week; empty where no model of the baseline settles.
     *
     * @param series counts by week
     * @param first first week of the baseline
     * @param end the week after the baseline, at least {@value #EXCLUDED_WEEKS} weeks before the judged one; the baseline holds incidents
     * @param week the week that is judged
     */
    static Optional<WeekBound> bound(TimeSeries series, int first, int end, int week, double alpha) {
        int weeks = end - first;
        boolean isRich = series.sum(first, end) >= LEAST_SUM;
        int harmonics = !isRich || weeks < WEEKS_OF_ONE_HARMONIC ? 0 : weeks < WEEKS_OF_TWO_HARMONICS ? 1 : 2;
        boolean hasTrend = isRich && weeks >= WEEKS_OF_TREND;
        Optional<WeekBound> whole = bound(
                series,
                first,
                week,
                design(series, first, weeks, week, harmonics, hasTrend),
                design(series, week, 1, week, harmonics, hasTrend),
                ModelStatus.MEDIUM_HISTORY,
                alpha);
        return whole.or(() -> bound(
                series, first, week, Design.intercept(weeks), Design.intercept(1), ModelStatus.REDUCED_MODEL, alpha));
    }

    private static Optional<WeekBound> bound(
            TimeSeries series, int first, int week, Design design, Design present, ModelStatus status, double alpha) {
        int weeks = design.rows();
        double[] counts = new double[weeks];
        for (int i = 0; i < weeks; i++) {
            counts[i] = series.count(first + i);
        }
        Baseline baseline = Baseline.fit(design, counts, new double[weeks], BLOCKS);
        if (!baseline.fit().hasConverged()) {
            return Optional.empty();
        }
        Prediction prediction = baseline.expect(present, new double[1], 1);
        DoubleSummaryStatistics usual = Arrays.stream(counts).summaryStatistics();
        if (!prediction.isCredible(usual.getAverage(), usual.getMax())) {
            return Optional.empty();
        }
        double dispersion = Math.max(1, prediction.totalVariance() / prediction.expected());
        return Optional.of(
                WeekBound.of(status, weeks, prediction.distribution(), alpha, series.count(week), dispersion, null));
    }

    /** Intercept, harmonics and trend of some weeks, in years from the judged one. */
    private static Design design(TimeSeries series, int from, int weeks, int week, int harmonics, boolean hasTrend) {
        double[] midpoints = new double[weeks];
        for (int i = 0; i < weeks; i++) {
            midpoints[i] = series.startOf(from + i).toEpochDay() + MIDPOINT;
        }
        List<double[]> columns = new ArrayList<>(CalendarRegressors.harmonics(midpoints, harmonics));
        if (hasTrend) {
            columns.add(CalendarRegressors.years(midpoints, series.startOf(week).toEpochDay() + MIDPOINT));
        }
        return Design.intercept(weeks).with(columns);
    }
}
