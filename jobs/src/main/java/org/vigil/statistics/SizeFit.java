package org.vigil.statistics;

import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * A negative binomial fit whose size is estimated along with the coefficients, by maximum likelihood.
 *
 * <p>The two are fitted in turns until neither moves: Venables, W. N. and Ripley, B. D. (2002), Modern Applied Statistics with S, 4th edition, section 7.4.
 *
 * @param fit coefficients at the estimated size
 * @param size estimate; the smaller, the more counts vary beyond Poisson
 * @param sizeError standard error of the size
 * @param logLikelihood at the estimate
 */
public record SizeFit(CountFit fit, double size, double sizeError, double logLikelihood) {
    /** From here on counts vary no more than Poisson. */
    private static final double LARGEST_SIZE = 1e5;

    private static final int MAXIMUM_TURNS = 50;
    private static final double SETTLED = 1e-10;

    /** Fits both; empty where counts vary no more than Poisson, or the fit does not settle. */
    public static Optional<SizeFit> of(CountModel model) {
        CountFit fit = model.fitPoisson();
        double size = Double.NaN;
        for (int turn = 0; turn < MAXIMUM_TURNS; turn++) {
            double next = mostLikelySize(model, fit, size);
            if (!(next > 0 && next < LARGEST_SIZE)) {
                return Optional.empty();
            }
            boolean isSettled = Math.abs(next - size) <= SETTLED * next;
            size = next;
            fit = model.fitNegativeBinomial(size);
            if (isSettled) {
                double error = 1 / Math.sqrt(slopeOfScore(model, fit, size));
                return Optional.of(new SizeFit(fit, size, error, logLikelihood(model, fit, size)));
            }
        }
        return Optional.empty();
    }

    /** Newton's method from the moments, or from the size of the turn before; {@code NaN} where it does not settle. */
    private static double mostLikelySize(CountModel model, CountFit fit, double before) {
        double size = Double.isNaN(before) ? byMoments(model, fit) : before;
        for (int step = 0; step < MAXIMUM_TURNS && size > 0 && size < LARGEST_SIZE; step++) {
            double change = score(model, fit, size) / slopeOfScore(model, fit, size);
            double next = size + change;
            size = next > 0 ? next : size / 2;
            if (Math.abs(change) <= SETTLED * size) {
                return size;
            }
        }
        return size >= LARGEST_SIZE ? LARGEST_SIZE : Double.NaN;
    }

    private static double byMoments(CountModel model, CountFit fit) {
        double rows = 0;
        double sum = 0;
        for (int i = 0; i < model.counts().length; i++) {
            double ratio = model.counts()[i] / fit.mean(i) - 1;
            sum += model.weights()[i] * ratio * ratio;
            rows += model.weights()[i];
        }
        return rows / sum;
    }

    /** Σ w [ψ(θ + y) − ψ(θ) + log θ + 1 − log(θ + μ) − (y + θ) / (μ + θ)]. */
    private static double score(CountModel model, CountFit fit, double size) {
        double digamma = Digamma.value(size);
        double log = StrictMath.log(size);
        double sum = 0;
        for (int i = 0; i < model.counts().length; i++) {
            double count = model.counts()[i];
            double mean = fit.mean(i);
            sum += model.weights()[i]
                    * (Digamma.value(size + count)
                            - digamma
                            + log
                            + 1
                            - StrictMath.log(size + mean)
                            - (count + size) / (mean + size));
        }
        return sum;
    }

    /** Σ w [−ψ′(θ + y) + ψ′(θ) − 1/θ + 2 / (μ + θ) − (y + θ) / (μ + θ)²], the observed information of the size. */
    private static double slopeOfScore(CountModel model, CountFit fit, double size) {
        double trigamma = Trigamma.value(size);
        double sum = 0;
        for (int i = 0; i < model.counts().length; i++) {
            double count = model.counts()[i];
            double both = fit.mean(i) + size;
            sum += model.weights()[i]
                    * (trigamma - Trigamma.value(size + count) - 1 / size + 2 / both - (count + size) / (both * both));
        }
        return sum;
    }

    private static double logLikelihood(CountModel model, CountFit fit, double size) {
        double sum = 0;
        for (int i = 0; i < model.counts().length; i++) {
            sum += model.weights()[i]
                    * CountDistribution.negativeBinomial(fit.mean(i), size).logProbability((long) model.counts()[i]);
        }
        return sum;
    }
}
