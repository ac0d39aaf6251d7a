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

    /**
     * The same expectation, less certain.
     *
     * @param factor of the standard deviation, at least 1
     */
    public Prediction widenedBy(double factor) {
        return new Prediction(
                expected, countDispersion, parameterVariance, degreesOfFreedom, totalVariance * factor * factor);
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
