package org.vigil.report.chart;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Control limits of a funnel plot for incidence rates around a common rate.
 *
 * <p>For an area that expects E incidents, the limit for probability p is interpolated between two Poisson quantiles: with r the smallest count
 * whose distribution function F(r) is at least p, a = (F(r) − p) / (F(r) − F(r − 1)) and the limit is (r − a) / E times the common rate. Where
 * areas vary more than chance alone explains, limits are widened by the square root of φ, the mean of squared z scores after the outer 10 % at each
 * end have been drawn in; φ below 1 is taken as 1. A limit below 0 is possible and means that no count could lie under it.
 *
 * <p>Reference: Spiegelhalter 2005, Statistics in Medicine 24:1185–1202, sections 2 and 4 and appendix A.1.
 */
public final class FunnelLimits {
    /** Probabilities of the 95 % limits. */
    public static final double LOWER_95 = 0.025;

    public static final double UPPER_95 = 0.975;
    /** Probabilities of the 99.8 % limits. */
    public static final double LOWER_998 = 0.001;

    public static final double UPPER_998 = 0.999;

    private static final double DRAWN_IN_SHARE = 0.1;
    private static final double PER = 100_000;

    private final double commonRatePer100k;
    private final double dispersion;

    /**
     * Limits around the common rate of some areas.
     *
     * @param counts incidents of each area
     * @param personYears population times length of the period in years, of each area, above 0
     */
    public FunnelLimits(double[] counts, double[] personYears) {
        if (counts.length == 0 || counts.length != personYears.length) {
            throw new IllegalArgumentException("A funnel needs as many counts as populations, found " + counts.length
                    + " and " + personYears.length);
        }
        this.commonRatePer100k =
                PER * Arrays.stream(counts).sum() / Arrays.stream(personYears).sum();
        this.dispersion = dispersion(counts, personYears, commonRatePer100k / PER);
    }

    /** All incidents over all person-years, per 100,000. */
    public double commonRatePer100k() {
        return commonRatePer100k;
    }

    /** φ: how much more areas vary than chance alone would make them; at least 1. */
    public double dispersion() {
        return dispersion;
    }

    /** The limit for probability {@code p}, per 100,000, of an area with these person-years; not below 0. */
    public double limitPer100k(double personYears, double p) {
        double expected = commonRatePer100k / PER * personYears;
        double ratio = ratioLimit(expected, p);
        return Math.max(0, commonRatePer100k * (1 + (ratio - 1) * Math.sqrt(dispersion)));
    }

    /** The limit as a ratio of the expected count, without over-dispersion. */
    static double ratioLimit(double expected, double p) {
        if (!(expected > 0)) {
            return p < 0.5 ? 0 : Double.POSITIVE_INFINITY;
        }
        PoissonDistribution poisson = PoissonDistribution.of(expected);
        int r = poisson.inverseCumulativeProbability(p);
        double upper = poisson.cumulativeProbability(r);
        double lower = r == 0 ? 0 : poisson.cumulativeProbability(r - 1);
        return (r - (upper - p) / (upper - lower)) / expected;
    }

    private static double dispersion(double[] counts, double[] personYears, double rate) {
        double[] z = new double[counts.length];
        for (int i = 0; i < z.length; i++) {
            double expected = rate * personYears[i];
            z[i] = expected > 0 ? (counts[i] - expected) / Math.sqrt(expected) : 0;
        }
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        int cut = (int) (sorted.length * DRAWN_IN_SHARE);
        double low = sorted[cut];
        double high = sorted[sorted.length - 1 - cut];
        double sum = 0;
        for (double value : z) {
            double drawnIn = Math.min(high, Math.max(low, value));
            sum += drawnIn * drawnIn;
        }
        return Math.max(1, sum / z.length);
    }
}
