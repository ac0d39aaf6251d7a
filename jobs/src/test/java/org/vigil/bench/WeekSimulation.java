package org.vigil.bench;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.CountDistribution;

/**
 * Weekly counts in which nothing happens: a mean with growth and a yearly wave that is highest in July, gamma-Poisson counts about it, and, where wanted, a level
 * that wanders by a first-order autoregression.
 *
 * @param mean incidents a week in the middle of the history
 * @param dispersion variance over mean, at least 1
 * @param growth a year, 0.03 is 3 %
 * @param persistence correlation of the logarithm of the level from week to week; 0 for a level that stays
 */
record WeekSimulation(double mean, double dispersion, double growth, double persistence) {
    private static final LocalDate START = LocalDate.of(2015, 1, 5);
    private static final double YEAR_WEEKS = 52.18;
    private static final double WAVE = 0.2;
    /** Weeks from the start of the series to its first July. */
    private static final double HIGHEST = 28;
    /** Standard deviation of the logarithm of a wandering level. */
    private static final double WANDERING = 0.25;

    /**
     * Counts of some weeks.
     *
     * @param raised factor of the mean of the last week
     * @param seed same seed, same counts
     */
    int[] counts(int weeks, double raised, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int[] counts = new int[weeks];
        double level = WANDERING * random.nextGaussian();
        for (int week = 0; week < weeks; week++) {
            double years = (week - weeks / 2.0) / YEAR_WEEKS;
            double wave = WAVE * StrictMath.cos(2 * Math.PI * (week - HIGHEST) / YEAR_WEEKS);
            double wandering = persistence > 0 ? level - WANDERING * WANDERING / 2 : 0;
            double expected = mean * StrictMath.exp(years * StrictMath.log1p(growth) + wave + wandering);
            if (week == weeks - 1) {
                expected *= raised;
            }
            counts[week] = Math.toIntExact(CountDistribution.ofVariance(expected, dispersion * expected)
                    .quantile(random.nextDouble()));
            level = persistence * level + WANDERING * Math.sqrt(1 - persistence * persistence) * random.nextGaussian();
        }
        return counts;
    }

    /** The newest weeks as a series that the product studies; all incidents of a week are of its Monday. */
    static StudiedSeries newest(int[] counts, int weeks) {
        int first = counts.length - weeks;
        int[] days = new int[weeks * 7];
        for (int week = 0; week < weeks; week++) {
            days[week * 7] = counts[first + week];
        }
        return new StudiedSeries(
                new SeriesKey("simulated", "occurred", "crime", "whole", "all"),
                SeriesLevel.WHOLE_AREA_TOTAL,
                new TimeSeries(Grain.DAY, START.plusWeeks(first), days),
                new TimeSeries(Grain.MONTH, START.withDayOfMonth(1), new int[0]),
                new TimeSeries(Grain.MONTH, START.withDayOfMonth(1), new int[0]));
    }

    String label() {
        return "mean " + mean + ", phi " + dispersion + ", growth " + Math.round(growth * 100) + " %"
                + (persistence > 0 ? ", AR(" + persistence + ")" : "");
    }
}
