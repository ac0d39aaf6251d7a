package org.vigil.statistics;

import com.github.servicenow.ds.stats.stl.SeasonalTrendLoess;

/**
 * A series as the sum of a trend, a season and a remainder, by local regressions: STL, not robust, two inner iterations.
 *
 * <p>Cleveland, R. B., Cleveland, W. S., McRae, J. E. and Terpenning, I. (1990), STL: A seasonal-trend decomposition procedure based on loess, Journal of
 * Official Statistics 6, 3–73. As in R, a season that is the same throughout is the mean of its component over all seasons, computed with windows that skip
 * a tenth of their width; a season that may change is locally constant, without skips.
 */
public final class SeasonalDecomposition {
    private static final int INNER_ITERATIONS = 2;

    private final double[] seasonal;
    private final double[] trend;
    private final double[] remainder;

    private SeasonalDecomposition(double[] seasonal, double[] trend, double[] remainder) {
        this.seasonal = seasonal;
        this.trend = trend;
        this.remainder = remainder;
    }

    /** Whether so many values can be decomposed: more than two seasons. */
    public static boolean isPossible(int values, int period) {
        return values > 2 * period;
    }

    /**
     * Decomposes a series.
     *
     * @param values consecutive finite values, more than two seasons of them; not changed
     * @throws IllegalArgumentException if there are too few
     */
    public static SeasonalDecomposition of(double[] values, StlSettings settings) {
        if (!isPossible(values.length, settings.period())) {
            throw new IllegalArgumentException("Found " + values.length + " values for seasons of " + settings.period()
                    + "; expected more than two seasons");
        }
        SeasonalTrendLoess.Builder builder = new SeasonalTrendLoess.Builder()
                .setPeriodLength(settings.period())
                .setTrendWidth(settings.trendWidth())
                .setLowpassWidth(settings.lowpassWidth())
                .setInnerIterations(INNER_ITERATIONS)
                .setNonRobust();
        if (settings.isPeriodic()) {
            builder.setPeriodic();
        } else {
            builder.setSeasonalWidth(settings.seasonalWidth())
                    .setSeasonalDegree(0)
                    .setSeasonalJump(1)
                    .setTrendJump(1)
                    .setLowpassJump(1);
        }
        SeasonalTrendLoess.Decomposition found =
                builder.buildSmoother(values.clone()).decompose();
        double[] trend = found.getTrend();
        double[] seasonal =
                settings.isPeriodic() ? sameThroughout(found.getSeasonal(), settings.period()) : found.getSeasonal();
        double[] remainder = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            remainder[i] = values[i] - seasonal[i] - trend[i];
        }
        return new SeasonalDecomposition(seasonal, trend, remainder);
    }

    private static double[] sameThroughout(double[] seasonal, int period) {
        double[] same = new double[seasonal.length];
        for (int phase = 0; phase < period; phase++) {
            double sum = 0;
            int seasons = 0;
            for (int i = phase; i < seasonal.length; i += period) {
                sum += seasonal[i];
                seasons++;
            }
            for (int i = phase; i < seasonal.length; i += period) {
                same[i] = sum / seasons;
            }
        }
        return same;
    }

    /** The seasonal component of a unit. */
    public double seasonal(int unit) {
        return seasonal[unit];
    }

    /** The trend of a unit. */
    public double trend(int unit) {
        return trend[unit];
    }

    /** What a unit has beyond trend and season. */
    public double remainder(int unit) {
        return remainder[unit];
    }
}
