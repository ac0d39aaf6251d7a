package org.vigil.statistics;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * A distribution of counts: negative binomial of any size above 0, not only of whole ones, or Poisson, its limit for an infinite size.
 *
 * <p>With p = size / (size + mean), P(Y ≤ k) = I_p(size, k + 1), the regularised incomplete beta function; for Poisson Q(k + 1, mean), the regularised
 * incomplete gamma function. Johnson, N. L., Kemp, A. W. and Kotz, S. (2005), Univariate Discrete Distributions, 3rd edition, sections 4.4 and 5.6.
 */
public final class CountDistribution {
    private static final double NEARLY_POISSON = 1e-9;

    private final double mean;
    private final double size;

    private CountDistribution(double mean, double size) {
        if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY && size > 0)) {
            throw new IllegalArgumentException("Found a count of mean " + mean + " and size " + size
                    + "; expected a mean of at least 0 and a size above 0");
        }
        this.mean = mean;
        this.size = size;
    }

    public static CountDistribution poisson(double mean) {
        return new CountDistribution(mean, Double.POSITIVE_INFINITY);
    }

    /**
     * The negative binomial distribution of variance mean + mean² / size.
     *
     * @param size above 0, also called θ or k
     */
    public static CountDistribution negativeBinomial(double mean, double size) {
        return new CountDistribution(mean, size);
    }

    /** The distribution of a mean and a variance: negative binomial of size mean² / (variance − mean), or Poisson where the variance is not above the mean. */
    public static CountDistribution ofVariance(double mean, double variance) {
        return variance <= mean * (1 + NEARLY_POISSON)
                ? poisson(mean)
                : negativeBinomial(mean, mean * (mean / (variance - mean)));
    }

    public double mean() {
        return mean;
    }

    /** Infinite for Poisson. */
    public double size() {
        return size;
    }

    /** P(Y ≤ count). */
    public double cumulative(long count) {
        if (count < 0) {
            return 0;
        }
        if (mean == 0) {
            return 1;
        }
        return size == Double.POSITIVE_INFINITY
                ? RegularizedGamma.Q.value(count + 1.0, mean)
                : RegularizedBeta.value(chance(), size, count + 1.0);
    }

    /** P(Y > count), exact to the last tail. */
    public double above(long count) {
        if (count < 0) {
            return 1;
        }
        if (mean == 0) {
            return 0;
        }
        return size == Double.POSITIVE_INFINITY
                ? RegularizedGamma.P.value(count + 1.0, mean)
                : RegularizedBeta.complement(chance(), size, count + 1.0);
    }

    /** P(Y ≥ count). */
    public double atLeast(long count) {
        return above(count - 1);
    }

    /** P(Y = count). */
    public double probability(long count) {
        return count < 0 ? 0 : StrictMath.exp(logProbability(count));
    }

    /** Log P(Y = count) of a count of at least 0. */
    public double logProbability(long count) {
        if (mean == 0) {
            return count == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (size == Double.POSITIVE_INFINITY) {
            return count * StrictMath.log(mean) - mean - LogGamma.value(count + 1.0);
        }
        // log(size / (size + mean)) and log(mean / (size + mean)) by what they differ from 0, for large sizes.
        double none = -size * StrictMath.log1p(mean / size);
        return none + count * (StrictMath.log(mean) - StrictMath.log(size + mean)) + ways(count);
    }

    /** Log of Γ(size + count) / (Γ(size) count!). */
    private double ways(long count) {
        if (size < 1e5) {
            return LogGamma.value(size + count) - LogGamma.value(size) - LogGamma.value(count + 1.0);
        }
        // For a large size the difference of the two gamma functions would lose its digits.
        double rising = 0;
        for (long i = 0; i < count; i++) {
            rising += StrictMath.log(size + i);
        }
        return rising - LogGamma.value(count + 1.0);
    }

    /** P(Y > count) + ½ P(Y = count). */
    public double upperMidP(long count) {
        return above(count) + probability(count) / 2;
    }

    /** Smallest count whose cumulative probability is at least this one. */
    public long quantile(double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("No quantile " + probability + "; expected at least 0 and below 1");
        }
        double variance = mean + mean * mean / size;
        long high = (long) Math.ceil(mean + Math.sqrt(variance)) + 1;
        while (!reaches(high, probability)) {
            high *= 2;
        }
        long low = -1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (reaches(middle, probability)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Whether P(Y ≤ count) ≥ probability, judged in the smaller tail. */
    private boolean reaches(long count, double probability) {
        return probability > 0.5 ? above(count) <= 1 - probability : cumulative(count) >= probability;
    }

    private double chance() {
        return size / (size + mean);
    }
}
