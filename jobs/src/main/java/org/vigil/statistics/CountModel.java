package org.vigil.statistics;

import java.util.Arrays;

/**
 * A log-linear model of counts: log μᵢ = offsetᵢ + xᵢβ, with a prior weight for each row. Fitted by iteratively reweighted least squares.
 *
 * <p>McCullagh, P. and Nelder, J. A. (1989), Generalized Linear Models, 2nd edition, sections 2.5 and 6.2. Start values and the rule of convergence are
 * those of R's {@code glm.fit}: the deviance D has settled when |ΔD| / (|D| + 0.1) is below 10⁻⁸ within 25 iterations. Iterations go on until it is below
 * 10⁻¹³, which is two more at most, so that figures do not depend on the rule.
 */
public final class CountModel {
    private static final double SETTLED = 1e-8;
    private static final double EXACT = 1e-13;
    private static final int MAXIMUM_ITERATIONS = 25;

    private final Design design;
    private final double[] counts;
    private final double[] offset;
    private final double[] weights;

    private CountModel(Design design, double[] counts, double[] offset, double[] weights) {
        requireLength("counts", counts, design);
        requireLength("offsets", offset, design);
        requireLength("weights", weights, design);
        for (int i = 0; i < counts.length; i++) {
            if (!(counts[i] >= 0
                    && counts[i] < Double.POSITIVE_INFINITY
                    && weights[i] >= 0
                    && weights[i] < Double.POSITIVE_INFINITY
                    && Math.abs(offset[i]) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Found count " + counts[i] + ", weight " + weights[i] + " and offset " + offset[i] + " in row "
                                + i + "; expected finite numbers, none but the offset below 0");
            }
        }
        this.design = design;
        this.counts = counts;
        this.offset = offset;
        this.weights = weights;
    }

    /** A model without offset, all rows of weight 1. */
    public static CountModel of(Design design, double[] counts) {
        double[] ones = new double[counts.length];
        Arrays.fill(ones, 1);
        return new CountModel(design, counts, new double[counts.length], ones);
    }

    /**
     * The same model with an offset.
     *
     * @param logExposures logarithm of the exposure of each row, for example of the days in its month
     */
    public CountModel withOffset(double[] logExposures) {
        return new CountModel(design, counts, logExposures, weights);
    }

    /** The same model with prior weights; a row of weight 0 takes no part. */
    public CountModel withWeights(double[] priorWeights) {
        return new CountModel(design, counts, offset, priorWeights);
    }

    Design design() {
        return design;
    }

    double[] counts() {
        return counts;
    }

    double[] offset() {
        return offset;
    }

    double[] weights() {
        return weights;
    }

    /** Fits with the variance of the Poisson distribution, Var Y = μ; with {@link CountFit#dispersion} it is a quasi-Poisson fit. */
    public CountFit fitPoisson() {
        return fit(Double.POSITIVE_INFINITY, start(Double.POSITIVE_INFINITY));
    }

    /**
     * Fits a Poisson model from the coefficients of a like one, as that of a few weeks before; {@code NaN} there is taken as 0. The fit is the same, in
     * fewer steps.
     */
    public CountFit fitPoissonFrom(double[] coefficients) {
        return fit(Double.POSITIVE_INFINITY, predictors(coefficients));
    }

    /**
     * Fits with the variance of a negative binomial distribution of known size, Var Y = μ + μ²/size.
     *
     * @param size above 0
     */
    public CountFit fitNegativeBinomial(double size) {
        return fit(size, start(size));
    }

    private double[] start(double size) {
        double[] predictors = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            double mean = size == Double.POSITIVE_INFINITY ? counts[i] + 0.1 : counts[i] == 0 ? 1.0 / 6 : counts[i];
            predictors[i] = StrictMath.log(mean);
        }
        return predictors;
    }

    private double[] predictors(double[] coefficients) {
        double[] predictors = design.times(coefficients);
        for (int i = 0; i < predictors.length; i++) {
            predictors[i] += offset[i];
        }
        return predictors;
    }

    private CountFit fit(double size, double[] start) {
        int rows = counts.length;
        double[] predictors = start;
        double[] means = exponentials(predictors);
        double deviance = deviance(means, size);
        double[] coefficients = new double[0];
        boolean hasSettled = false;
        int rank = 0;
        double[] working = new double[rows];
        double[] response = new double[rows];
        for (int iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration++) {
            for (int i = 0; i < rows; i++) {
                working[i] = workingWeight(weights[i], means[i], size);
                response[i] = working[i] * (predictors[i] - offset[i] + (counts[i] - means[i]) / means[i]);
            }
            NormalEquations equations = NormalEquations.of(design, working);
            if (hasSettled && equations.rank() < rank) {
                // Where means go to 0 for ever, weights do too, until a column can no longer be told from those before
                // it.
                break;
            }
            rank = equations.rank();
            double[] next = equations.solve(design.transposedTimes(response));
            predictors = predictors(next);
            means = exponentials(predictors);
            double nextDeviance = deviance(means, size);
            for (int halving = 0; !Double.isFinite(nextDeviance) && halving < MAXIMUM_ITERATIONS; halving++) {
                next = halfway(next, coefficients);
                predictors = predictors(next);
                means = exponentials(predictors);
                nextDeviance = deviance(means, size);
            }
            double change = Math.abs(nextDeviance - deviance) / (Math.abs(nextDeviance) + 0.1);
            coefficients = next;
            deviance = nextDeviance;
            hasSettled |= change < SETTLED;
            if (change < EXACT || !Double.isFinite(deviance)) {
                break;
            }
        }
        return new CountFit(this, size, coefficients, means, deviance, hasSettled && Double.isFinite(deviance));
    }

    static double workingWeight(double weight, double mean, double size) {
        return weight * mean / (1 + mean / size);
    }

    private static double[] halfway(double[] next, double[] before) {
        double[] between = next.clone();
        for (int j = 0; j < next.length; j++) {
            double other = before.length == 0 || Double.isNaN(before[j]) ? 0 : before[j];
            between[j] = (next[j] + other) / 2;
        }
        return between;
    }

    private static double[] exponentials(double[] predictors) {
        double[] means = new double[predictors.length];
        for (int i = 0; i < means.length; i++) {
            // As in R, a mean is kept above the smallest step from 1, or its weight would vanish.
            means[i] = Math.max(StrictMath.exp(predictors[i]), Math.ulp(1.0));
        }
        return means;
    }

    /** 2 Σ w [y log(y/μ) − (y − μ)], or for a size 2 Σ w [y log(y/μ) − (y + size) log((y + size)/(μ + size))]. */
    private double deviance(double[] means, double size) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double count = counts[i];
            double own = count == 0 ? 0 : count * StrictMath.log(count / means[i]);
            double rest = size == Double.POSITIVE_INFINITY
                    ? count - means[i]
                    : (count + size) * StrictMath.log((count + size) / (means[i] + size));
            sum += weights[i] * (own - rest);
        }
        return 2 * sum;
    }

    private static void requireLength(String what, double[] numbers, Design design) {
        if (numbers.length != design.rows()) {
            throw new IllegalArgumentException("Found " + numbers.length + " " + what + " for a design of "
                    + design.rows() + " rows; expected one each");
        }
    }
}
