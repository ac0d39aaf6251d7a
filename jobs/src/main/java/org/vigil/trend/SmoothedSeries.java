package org.vigil.trend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.SeasonalDecomposition;
import org.vigil.statistics.StlSettings;
import org.vigil.trend.Comparability.Stretch;

/**
 * A series without chance and season, unit by unit; each stretch between breaks by itself.
 *
 * <p>Counts y enter as √(y + 3/8), whose variance hardly depends on the level: Anscombe, F. J. (1948), The transformation of Poisson, binomial and
 * negative-binomial data, Biometrika 35, 246–254. The mean of the square roots of counts of mean μ is √(μ + 1/8), hence the level T² − 1/8 of a trend T.
 */
final class SmoothedSeries {
    /** Below this mean a unit's square roots are those of a few small numbers, and a season cannot be seen. */
    static final double MINIMUM_MEAN = 3;

    private static final double ROOT_SHIFT = 3.0 / 8;
    private static final double LEVEL_SHIFT = 1.0 / 8;
    private static final int YEAR_WEEKS = 52;
    private static final int YEAR_MONTHS = 12;
    private static final int QUARTER_WEEKS = 13;
    private static final int QUARTER_MONTHS = 3;

    private final TimeSeries series;
    private final int year;
    private final int quarter;
    private final @Nullable TrendMethod[] methods;
    private final double[] levels;
    private final double[] trends;
    private final double[] seasons;

    private SmoothedSeries(TimeSeries series) {
        this.series = series;
        boolean isWeekly = series.grain() == Grain.WEEK;
        this.year = isWeekly ? YEAR_WEEKS : YEAR_MONTHS;
        this.quarter = isWeekly ? QUARTER_WEEKS : QUARTER_MONTHS;
        this.methods = new @Nullable TrendMethod[series.size()];
        this.levels = new double[series.size()];
        this.trends = new double[series.size()];
        this.seasons = new double[series.size()];
    }

    /**
     * Smooths a series.
     *
     * @param series weeks or months, final ones only
     */
    static SmoothedSeries of(TimeSeries series, Comparability comparability) {
        if (series.grain() == Grain.DAY) {
            throw new IllegalArgumentException("Found a series of days; expected weeks or months");
        }
        SmoothedSeries smoothed = new SmoothedSeries(series);
        comparability.stretches(series).forEach(smoothed::smooth);
        return smoothed;
    }

    private void smooth(Stretch stretch) {
        double mean = (double) series.sum(stretch.from(), stretch.to()) / stretch.size();
        if (mean >= MINIMUM_MEAN && SeasonalDecomposition.isPossible(stretch.size(), year)) {
            decompose(stretch);
        } else {
            average(stretch);
        }
    }

    private void decompose(Stretch stretch) {
        double[] roots = new double[stretch.size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(series.count(stretch.from() + i) + ROOT_SHIFT);
        }
        SeasonalDecomposition found = SeasonalDecomposition.of(roots, StlSettings.periodic(year));
        for (int i = 0; i < roots.length; i++) {
            int unit = stretch.from() + i;
            double trend = found.trend(i);
            methods[unit] = TrendMethod.SEASONAL_TREND;
            trends[unit] = trend;
            seasons[unit] = found.seasonal(i);
            // A trend below 0 on the scale of roots has no counts that belong to it.
            levels[unit] = trend <= 0 ? 0 : Math.max(0, trend * trend - LEVEL_SHIFT);
        }
    }

    private void average(Stretch stretch) {
        int half = quarter / 2;
        for (int unit = stretch.from() + half; unit < stretch.to() - half; unit++) {
            methods[unit] = TrendMethod.CENTRED_MEAN;
            levels[unit] = (double) series.sum(unit - half, unit + half + 1) / quarter;
        }
    }

    TimeSeries series() {
        return series;
    }

    /**
     * What the units from {@code from} to before {@code to} have on average; null where some lie outside of the series, have no level, or have levels by
     * different methods.
     */
    @Nullable
    TrendLevel mean(int from, int to) {
        if (from < 0 || to > methods.length || from >= to) {
            return null;
        }
        TrendMethod method = methods[from];
        if (method == null || Arrays.stream(methods, from, to).anyMatch(other -> other != method)) {
            return null;
        }
        return new TrendLevel(
                method, series.grain(), mean(levels, from, to), mean(trends, from, to), mean(seasons, from, to));
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
