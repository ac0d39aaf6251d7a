package org.vigil.statistics;

import java.io.Serializable;

/**
 * What a baseline leads to expect of a window.
 *
 * @param expected M, incidents
 * @param countDispersion φ_S, variance of the counts over their expectation, at least 1
 * @param parameterVariance variance of M as an estimate
 * @param degreesOfFreedom of the dispersion
 * @param totalVariance V_tot, that of the difference of an observation and M
 */
public record Prediction(
        double expected, double countDispersion, double parameterVariance, int degreesOfFreedom, double totalVariance)
        implements Serializable {
    private static final double TAIL = 0.025;

    /** With a smaller size of its distribution an undisturbed count is nearly always 0, whatever is expected. */
    private static final double LEAST_SIZE = 0.1;

    private static final double MOST_DISPERSION = 10;
    /** Nothing recorded before comes near to an expectation so far from all of it. */
    private static final double LEAST_SHARE = 0.01;

    private static final double MOST_MULTIPLE = 3;

    /**
     * Whether the model did not run away: a season or a trend that was fitted to a few incidents, or to one burst of them, can lead to any number where it goes beyond
     * them, and to a variance so large that the upper end of the range falls below the expectation.
     *
     * @param level mean count of a window of this length in the baseline
     * @param largest largest count of one
     */
    public boolean isCredible(double level, double largest) {
        double excess = totalVariance - expected;
        boolean isSpread = excess * LEAST_SIZE <= expected * expected || totalVariance <= MOST_DISPERSION * expected;
        return expected >= LEAST_SHARE * level && expected <= MOST_MULTIPLE * largest && isSpread;
    }

    /**
     * The same expectation, less certain.
     *
     * @param factor of the standard deviation, at least 1
     */
    public Prediction widenedBy(double factor) {
        return new Prediction(
                expected, countDispersion, parameterVariance, degreesOfFreedom, totalVariance * factor * factor);
    }

    /**
     * The same model about another expectation, of a count that varies by more.
     *
     * @param other expected incidents
     * @param more further variance of the count
     */
    public Prediction about(double other, double more) {
        return new Prediction(other, countDispersion, parameterVariance, degreesOfFreedom, totalVariance + more);
    }

    /** The distribution of the count of an undisturbed window. */
    public CountDistribution distribution() {
        return CountDistribution.ofVariance(expected, totalVariance);
    }

    /** Central 95 % of an undisturbed window. */
    public CountRange range() {
        CountDistribution distribution = distribution();
        return new CountRange(distribution.quantile(TAIL), distribution.quantile(1 - TAIL));
    }
}
