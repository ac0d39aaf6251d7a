package org.vigil.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Intervals for the expectation of a Poisson count.
 *
 * <p>{@link #of} follows the practice of the Office for Health Improvement and Disparities: exact below 10, Byar from 10.
 */
public final class PoissonInterval {
    /** Counts from here on are large enough for Byar's approximation in the practice followed. */
    public static final long BYAR_FROM = 10;

    private PoissonInterval() {}

    /**
     * The interval by the rule of the count's size.
     *
     * @param count observed count, at least 0
     * @param confidence between 0 and 1, for example 0.95
     * @return in counts; multiply by 100,000 / person-years for a rate
     */
    public static Interval of(long count, double confidence) {
        return count < BYAR_FROM ? exact(count, confidence) : byar(count, confidence);
    }

    /** [χ²(α/2, 2x)/2, χ²(1 − α/2, 2x + 2)/2]; the lower end is 0 where the count is 0. */
    public static Interval exact(long count, double confidence) {
        double tail = tail(count, confidence);
        double lower = count == 0 ? 0 : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(tail) / 2;
        double upper = ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(tail) / 2;
        return new Interval(lower, upper, Interval.Method.EXACT);
    }

    /** x(1 − 1/(9x) − z/(3√x))³ and (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³; the lower end is 0 where the count is 0. */
    public static Interval byar(long count, double confidence) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail(count, confidence));
        double x = count;
        double lower = count == 0 ? 0 : x * cube(1 - 1 / (9 * x) - z / (3 * Math.sqrt(x)));
        double upper = (x + 1) * cube(1 - 1 / (9 * (x + 1)) + z / (3 * Math.sqrt(x + 1)));
        return new Interval(lower, upper, Interval.Method.BYAR);
    }

    private static double tail(long count, double confidence) {
        if (count < 0 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("No interval for count " + count + " at confidence " + confidence
                    + "; expected a count of at least 0 and a confidence between 0 and 1");
        }
        return (1 - confidence) / 2;
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
