package org.vigil.event;

import java.io.Serializable;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * How fast a rise fades: μₜ = μ⁰ₜ (1 + A · 2^(−t/h)) for the units t = 0, 1, … from the event on, by maximum likelihood of Poisson counts around the expectation
 * μ⁰ of the baseline.
 *
 * <p>For a half-life h the likelihood has one maximum in A, so that h alone is searched for. It is given only where the rise is clear and its interval
 * closed: scaled likelihood ratio 2(ℓ − ℓ⁰)/φ above the 95 % point of χ² with two degrees of freedom, both ends of the profile interval within
 * {@value #SHORTEST} and {@value #LONGEST} units. Cox, D. R. and Oakes, D. (1984), Analysis of Survival Data, section 3.3, on profile likelihood.
 *
 * @param amplitude A, the rise on the first unit as a share of the expectation
 * @param halfLife h, units after which half of the rise is left
 * @param lower lower end of the 95 % interval of h
 * @param upper upper end
 * @param scaledRatio scaled likelihood ratio of the rise against none
 */
public record Decay(double amplitude, double halfLife, double lower, double upper, double scaledRatio)
        implements Serializable {
    static final double SHORTEST = 0.5;
    static final double LONGEST = 180;

    private static final double CLEAR = ChiSquaredDistribution.of(2).inverseSurvivalProbability(0.05);
    private static final double CUT = ChiSquaredDistribution.of(1).inverseSurvivalProbability(0.05) / 2;
    private static final int STEPS = 60;
    private static final double PRECISION = 1e-10;
    private static final int MAXIMUM_EVALUATIONS = 1000;

    /**
     * Estimates the decay; empty where it cannot be told.
     *
     * @param counts of each unit from the event on
     * @param expected μ⁰ of each
     * @param dispersion φ of the baseline, at least 1
     */
    public static Optional<Decay> of(double[] counts, double[] expected, double dispersion) {
        Likelihood likelihood = new Likelihood(counts, expected);
        double best = likelihood.bestLogHalfLife();
        double most = likelihood.at(best);
        double scaledRatio = 2 * (most - likelihood.none()) / dispersion;
        double cut = most - dispersion * CUT;
        UnivariateFunction above = logHalfLife -> likelihood.at(logHalfLife) - cut;
        double low = StrictMath.log(SHORTEST);
        double high = StrictMath.log(LONGEST);
        boolean isEstimable =
                scaledRatio > CLEAR && best > low && best < high && above.value(low) < 0 && above.value(high) < 0;
        if (!isEstimable) {
            return Optional.empty();
        }
        BrentSolver solver = new BrentSolver(PRECISION);
        return Optional.of(new Decay(
                likelihood.amplitude(StrictMath.exp(best)),
                StrictMath.exp(best),
                StrictMath.exp(solver.solve(MAXIMUM_EVALUATIONS, above, low, best)),
                StrictMath.exp(solver.solve(MAXIMUM_EVALUATIONS, above, best, high)),
                scaledRatio));
    }

    /** The likelihood with the best amplitude, by the logarithm of the half-life. */
    private static final class Likelihood {
        private final double[] counts;
        private final double[] expected;

        Likelihood(double[] counts, double[] expected) {
            this.counts = counts;
            this.expected = expected;
        }

        /** Without a rise; as elsewhere here, without terms that hang on the counts alone. */
        double none() {
            return logLikelihood(0, 1);
        }

        double at(double logHalfLife) {
            double halfLife = StrictMath.exp(logHalfLife);
            return logLikelihood(amplitude(halfLife), halfLife);
        }

        /** The best of a row of half-lives a little outside the range that is reported, then the maximum near it. */
        double bestLogHalfLife() {
            double from = StrictMath.log(SHORTEST / 2);
            double step = (StrictMath.log(LONGEST * 2) - from) / STEPS;
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i <= STEPS; i++) {
                double value = at(from + i * step);
                if (value > most) {
                    most = value;
                    best = i;
                }
            }
            return new BrentOptimizer(PRECISION, PRECISION)
                    .optimize(
                            new UnivariateObjectiveFunction(this::at),
                            GoalType.MAXIMIZE,
                            new SearchInterval(from + (best - 1) * step, from + (best + 1) * step),
                            new MaxEval(MAXIMUM_EVALUATIONS))
                    .getPoint();
        }

        /** Where the slope of the likelihood in A, which falls with A, is 0; 0 where it is below 0 from the start. */
        double amplitude(double halfLife) {
            UnivariateFunction slope = amplitude -> slope(amplitude, halfLife);
            if (slope.value(0) <= 0) {
                return 0;
            }
            double high = 1;
            while (slope.value(high) > 0) {
                high *= 2;
            }
            return new BrentSolver(PRECISION).solve(MAXIMUM_EVALUATIONS, slope, 0, high);
        }

        private double slope(double amplitude, double halfLife) {
            double sum = 0;
            for (int t = 0; t < counts.length; t++) {
                double left = StrictMath.pow(2, -t / halfLife);
                sum += counts[t] * left / (1 + amplitude * left) - expected[t] * left;
            }
            return sum;
        }

        private double logLikelihood(double amplitude, double halfLife) {
            double sum = 0;
            for (int t = 0; t < counts.length; t++) {
                double mean = expected[t] * (1 + amplitude * StrictMath.pow(2, -t / halfLife));
                sum += counts[t] * StrictMath.log(mean) - mean;
            }
            return sum;
        }
    }
}
