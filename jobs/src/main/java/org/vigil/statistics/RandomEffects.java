package org.vigil.statistics;

import java.io.Serializable;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of estimates that differ by more than their own errors: yᵢ ~ N(μ, vᵢ + τ²).
 *
 * <p>τ² solves Σ wᵢ (yᵢ − μ̂)² = k − 1 with wᵢ = 1 / (vᵢ + τ²) and μ̂ = Σ wᵢ yᵢ / Σ wᵢ, and is 0 where even τ² = 0 gives less: Paule, R. C. and Mandel, J.
 * (1982), Consensus values and weighting factors, Journal of Research of the National Bureau of Standards 87, 377–385. The interval is μ̂ ± t √(1 / Σ wᵢ) with
 * Student's distribution of k − 1 degrees of freedom: Knapp, G. and Hartung, J. (2003), Statistics in Medicine 22, 2693–2710, whose factor is 1 for this τ² and
 * is not let below 1 where τ² is 0. I² = τ² / (τ² + s²) with s² = (k − 1) Σ 1/vᵢ / ((Σ 1/vᵢ)² − Σ 1/vᵢ²): Higgins, J. P. T. and Thompson, S. G. (2002),
 * Statistics in Medicine 21, 1539–1558.
 *
 * <p>It takes the estimates as independent, which areas of one city are not: what moves all of them is in μ, not in its interval.
 *
 * @param count k
 * @param mean μ̂, in the unit of the estimates
 * @param lower lower end of its 95 % interval
 * @param upper upper end
 * @param betweenVariance τ², in the squared unit
 * @param betweenShare I², from 0 to below 1
 */
public record RandomEffects(
        int count, double mean, double lower, double upper, double betweenVariance, double betweenShare)
        implements Serializable {
    private static final double UPPER = 0.975;
    private static final int MAXIMUM_STEPS = 200;
    private static final double SETTLED = 1e-14;

    /**
     * Pools estimates.
     *
     * @param estimates y, at least two, finite
     * @param variances v of each, above 0
     */
    public static RandomEffects of(double[] estimates, double[] variances) {
        if (estimates.length < 2 || estimates.length != variances.length) {
            throw new IllegalArgumentException("Found " + estimates.length + " estimates and " + variances.length
                    + " variances; expected at least two with one each");
        }
        for (int i = 0; i < estimates.length; i++) {
            if (!(Double.isFinite(estimates[i]) && variances[i] > 0 && Double.isFinite(variances[i]))) {
                throw new IllegalArgumentException("Found an estimate of " + estimates[i] + " with variance "
                        + variances[i] + "; expected finite numbers, the variance above 0");
            }
        }
        double between = betweenVariance(estimates, variances);
        Weighted pooled = Weighted.of(estimates, variances, between);
        int degrees = estimates.length - 1;
        double reach = TDistribution.of(degrees).inverseCumulativeProbability(UPPER) / Math.sqrt(pooled.weights());
        Weighted fixed = Weighted.of(estimates, variances, 0);
        double typical = degrees * fixed.weights() / (fixed.weights() * fixed.weights() - fixed.squaredWeights());
        return new RandomEffects(
                estimates.length,
                pooled.mean(),
                pooled.mean() - reach,
                pooled.mean() + reach,
                between,
                between / (between + typical));
    }

    /** Newton's method from 0: the sum falls with τ² ever more slowly, so that no step goes too far. */
    private static double betweenVariance(double[] estimates, double[] variances) {
        double between = 0;
        for (int step = 0; step < MAXIMUM_STEPS; step++) {
            Weighted now = Weighted.of(estimates, variances, between);
            double excess = now.squares() - (estimates.length - 1);
            if (excess <= 0) {
                break;
            }
            double change = excess / now.slope();
            between += change;
            if (change <= SETTLED * between) {
                break;
            }
        }
        return between;
    }

    /**
     * Sums for one τ².
     *
     * @param weights Σ w
     * @param squaredWeights Σ w²
     * @param mean μ̂
     * @param squares Σ w (y − μ̂)²
     * @param slope Σ w² (y − μ̂)², by which these fall with τ²
     */
    private record Weighted(double weights, double squaredWeights, double mean, double squares, double slope) {
        static Weighted of(double[] estimates, double[] variances, double between) {
            double weights = 0;
            double squaredWeights = 0;
            double sum = 0;
            for (int i = 0; i < estimates.length; i++) {
                double weight = 1 / (variances[i] + between);
                weights += weight;
                squaredWeights += weight * weight;
                sum += weight * estimates[i];
            }
            double mean = sum / weights;
            double squares = 0;
            double slope = 0;
            for (int i = 0; i < estimates.length; i++) {
                double weight = 1 / (variances[i] + between);
                double deviation = estimates[i] - mean;
                squares += weight * deviation * deviation;
                slope += weight * weight * deviation * deviation;
            }
            return new Weighted(weights, squaredWeights, mean, squares, slope);
        }
    }
}
