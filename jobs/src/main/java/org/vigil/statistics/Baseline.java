package org.vigil.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Counts of undisturbed units of time with their model, and what they lead to expect of a window of further units.
 *
 * <p>The variance of a sum over a window is measured as it is: from the sums over blocks of the baseline, backwards from its end. With expectation M of the
 * window, g the gradient of M, V the larger of quasi-Poisson and Newey–West variance of gβ and t the factor of Student's distribution,
 * V_tot = (φ_S M + V) t². The prediction is negative binomial of that variance.
 *
 * <p>What it does not protect against: a change of level that the model does not know, in the baseline or after it.
 */
public final class Baseline {
    private static final double UPPER = 0.975;

    /** By degrees of freedom: each costs as much as many windows, and there are few. */
    private static final Map<Integer, Double> INFLATIONS = new ConcurrentHashMap<>();

    private final double[] counts;
    private final CountFit fit;
    private final BlockRule rule;

    private Baseline(double[] counts, CountFit fit, BlockRule rule) {
        this.counts = counts;
        this.fit = fit;
        this.rule = rule;
    }

    /**
     * Fits a quasi-Poisson model.
     *
     * @param design one row for each unit, in the order of time
     * @param counts one of each unit
     * @param offset logarithm of the exposure of each unit
     * @param rule blocks of the grain
     */
    public static Baseline fit(Design design, double[] counts, double[] offset, BlockRule rule) {
        CountModel model = CountModel.of(design, counts).withOffset(offset);
        CountFit fit = isIntercept(design) ? model.fitPoissonFrom(level(counts, offset)) : model.fitPoisson();
        return new Baseline(counts, fit, rule);
    }

    private static boolean isIntercept(Design design) {
        return design.columns() == 1 && Arrays.stream(design.column(0)).allMatch(x -> x == 1);
    }

    /** The maximum of the likelihood of one level, which needs no search. */
    private static double[] level(double[] counts, double[] offset) {
        double sum = 0;
        double exposure = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            exposure += offset[i] == 0 ? 1 : StrictMath.exp(offset[i]);
        }
        return new double[] {StrictMath.log(sum / exposure)};
    }

    /** As {@link #fit}, starting from the coefficients of a baseline shortly before; the same result in fewer steps. */
    public Baseline next(Design nextDesign, double[] nextCounts, double[] nextOffset) {
        CountFit next =
                CountModel.of(nextDesign, nextCounts).withOffset(nextOffset).fitPoissonFrom(fit.coefficients());
        return new Baseline(nextCounts, next, rule);
    }

    public CountFit fit() {
        return fit;
    }

    public int units() {
        return counts.length;
    }

    /**
     * What is expected of a window.
     *
     * @param window one row for each of its units, the same columns as the baseline
     * @param offset one of each unit
     * @param calibration κ, at least 1: factor of the standard deviation that placebos asked for
     */
    public Prediction expect(Design window, double[] offset, double calibration) {
        double[] predictors = window.times(fit.coefficients());
        double expected = 0;
        double[] means = new double[predictors.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = StrictMath.exp(predictors[i] + offset[i]);
            expected += means[i];
        }
        double[] gradient = window.transposedTimes(means);
        int length = window.rows();
        double countDispersion = largestDispersion(rule.countLengths(), length);
        double parameterDispersion = largestDispersion(rule.parameterLengths(), length);
        double parameterVariance =
                Math.max(parameterDispersion * fit.variance(gradient), fit.varianceOfLag(gradient, rule.lag()));
        int degrees = degreesFor(length);
        double inflation = inflation(degrees);
        double total = (countDispersion * expected + parameterVariance) * inflation * calibration * calibration;
        return new Prediction(expected, countDispersion, parameterVariance, degrees, total);
    }

    /** φ(L) = Σ (Yⱼ − Mⱼ)² / Mⱼ over J blocks, divided by their degrees of freedom; at least 1. */
    double dispersion(int length) {
        int blocks = counts.length / length;
        double sum = 0;
        for (int block = 0; block < blocks; block++) {
            int end = counts.length - block * length;
            double observed = 0;
            double expected = 0;
            for (int i = end - length; i < end; i++) {
                observed += counts[i];
                expected += fit.mean(i);
            }
            sum += (observed - expected) * (observed - expected) / expected;
        }
        return Math.max(1, sum / degrees(length));
    }

    private double largestDispersion(List<Integer> further, int window) {
        return rule.lengths(further, window)
                .filter(length -> degrees(length) >= BlockRule.LEAST_DEGREES)
                .mapToDouble(this::dispersion)
                .max()
                .orElse(1);
    }

    /** Those of the window's length, else of the longest shorter block of which enough are left. */
    private int degreesFor(int window) {
        for (int length = window; length > 0; length--) {
            if (degrees(length) >= BlockRule.LEAST_DEGREES) {
                return degrees(length);
            }
        }
        return Math.max(1, degrees(1));
    }

    private int degrees(int length) {
        return counts.length / length - Math.max(1, fit.rank() - rule.withinBlocks());
    }

    private static double inflation(int degrees) {
        return INFLATIONS.computeIfAbsent(degrees, Baseline::inflationOf);
    }

    private static double inflationOf(int degrees) {
        double ratio = TDistribution.of(degrees).inverseCumulativeProbability(UPPER)
                / NormalDistribution.of(0, 1).inverseCumulativeProbability(UPPER);
        return ratio * ratio;
    }
}
