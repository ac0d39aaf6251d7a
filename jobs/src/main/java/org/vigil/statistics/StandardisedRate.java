package org.vigil.statistics;

import java.util.Optional;

/**
 * A directly standardised rate: the rate that a population of standard composition would have with the rates of its groups, Σ wᵢ xᵢ / nᵢ / Σ wᵢ.
 *
 * <p>Its interval is that of the sum of all counts O, moved and stretched: rate + √(Var rate / Var O) · (O_L − O) and likewise above, with
 * Var rate = Σ wᵢ² xᵢ / nᵢ² / (Σ wᵢ)², Var O = O, and [O_L, O_U] the interval of {@link PoissonInterval#of}. Dobson, A. J., Kuulasmaa, K., Eberle, E. and
 * Scherer, J. (1991), Confidence intervals for weighted sums of Poisson parameters, Statistics in Medicine 10, 457–462.
 *
 * @param rate per person of the unit of the populations
 * @param interval of the rate, in the same unit
 */
public record StandardisedRate(double rate, Interval interval) {
    /** Sums of counts below this give no rate: the method is too coarse for them. */
    public static final long MINIMUM_COUNT = 10;

    /**
     * The rate of one population.
     *
     * @param counts incidents of each group, at least 0
     * @param populations people, or person-years, of each group, above 0
     * @param standard weight of each group in the standard population, above 0, in any unit
     * @param confidence between 0 and 1, for example 0.95
     * @return empty where fewer than {@value #MINIMUM_COUNT} incidents were counted in all
     * @throws IllegalArgumentException if the groups do not go together
     */
    public static Optional<StandardisedRate> of(
            long[] counts, double[] populations, double[] standard, double confidence) {
        if (counts.length != populations.length || counts.length != standard.length) {
            throw new IllegalArgumentException("Found " + counts.length + " counts, " + populations.length
                    + " populations and " + standard.length + " weights; expected one each for every group");
        }
        long all = 0;
        double weights = 0;
        double rate = 0;
        double variance = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || !(populations[i] > 0 && standard[i] > 0)) {
                throw new IllegalArgumentException("Found a group of count " + counts[i] + ", population "
                        + populations[i] + " and weight " + standard[i]
                        + "; expected a count of at least 0, a population and a weight above 0");
            }
            double factor = standard[i] / populations[i];
            all += counts[i];
            weights += standard[i];
            rate += factor * counts[i];
            variance += factor * factor * counts[i];
        }
        if (all < MINIMUM_COUNT) {
            return Optional.empty();
        }
        rate /= weights;
        double stretch = Math.sqrt(variance / all) / weights;
        Interval ofSum = PoissonInterval.of(all, confidence);
        return Optional.of(new StandardisedRate(
                rate,
                new Interval(
                        rate + stretch * (ofSum.lower() - all),
                        rate + stretch * (ofSum.upper() - all),
                        Interval.Method.DOBSON)));
    }
}
