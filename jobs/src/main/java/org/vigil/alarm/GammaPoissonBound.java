package org.vigil.alarm;

import org.vigil.statistics.CountDistribution;

/**
 * What a few weeks lead to expect of another one if all are Poisson with one mean: with B incidents in n weeks and Jeffreys' prior of the mean, the gamma
 * distribution of shape ½, the next week is negative binomial of size B + ½ and probability n / (n + 1). It has a bound where nothing was recorded at all.
 *
 * <p>Riebler, A. (2004), Empirischer Vergleich von statistischen Methoden zur Ausbruchserkennung bei Surveillance Daten, University of Munich; function
 * {@code algo.bayes} of the R package surveillance.
 *
 * <p>What it does not protect against: counts more dispersed than Poisson. At 40 incidents a week it raises false alarms in one of eleven weeks, so it is asked
 * only where less than {@value #LARGEST_MEAN} a week were recorded.
 */
final class GammaPoissonBound {
    /** Incidents a week from which hate incidents are too dispersed for it. */
    static final double LARGEST_MEAN = 2;

    private static final double PRIOR_SHAPE = 0.5;

    private GammaPoissonBound() {}

    /**
     * The distribution of the next week's count.
     *
     * @param sum incidents of all weeks together
     * @param weeks at least 1
     */
    static CountDistribution prediction(long sum, int weeks) {
        double shape = sum + PRIOR_SHAPE;
        return CountDistribution.negativeBinomial(shape / weeks, shape);
    }

    /** Whether so few incidents were recorded that their dispersion does not matter. */
    static boolean isFitting(long sum, int weeks) {
        return sum < LARGEST_MEAN * weeks;
    }

    /** The bound from the incidents of some weeks. */
    static WeekBound bound(ModelStatus status, long sum, int weeks, double alpha, long count) {
        CountDistribution prediction = prediction(sum, weeks);
        // Variance over mean of the distribution above: 1 + mean / size = 1 + 1 / weeks.
        return WeekBound.of(status, weeks, prediction, alpha, count, 1 + 1.0 / weeks, null);
    }
}
