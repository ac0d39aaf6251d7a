package org.vigil.alarm;

import org.apache.commons.statistics.distribution.TDistribution;
import org.vigil.statistics.CountFit;
import org.vigil.statistics.CountModel;
import org.vigil.statistics.Design;

/**
 * A quasi-Poisson fit of a baseline in which weeks far above their expectation weigh less, and what it leads to expect of the present week.
 *
 * @param hasTrend whether the model holds a trend
 * @param hasConverged whether both of its fits settled
 * @param dispersion φ, at least 1, used throughout
 * @param trend change of the logarithm a week; {@code NaN} without a trend
 * @param trendP two-sided p-value of the trend; {@code NaN} without one
 * @param predictor logarithm of the expectation of the present week
 * @param standardError of the predictor
 * @param downweighted weeks that weigh less than others
 */
record FarringtonFit(
        boolean hasTrend,
        boolean hasConverged,
        double dispersion,
        double trend,
        double trendP,
        double predictor,
        double standardError,
        int downweighted) {
    /** A week that its own level of the season fits exactly has no residual. */
    private static final double NO_FREEDOM = 1e-12;

    static FarringtonFit of(FarringtonBaseline baseline, boolean hasTrend, boolean hasSeason, double threshold) {
        Design design = baseline.design(hasTrend, hasSeason);
        CountModel model = CountModel.of(design, baseline.counts());
        CountFit first = model.fitPoisson();
        double[] residuals = residuals(baseline.counts(), first, dispersion(first));
        int downweighted = countAbove(residuals, threshold);
        // Without weights to change, the second fit would be the first again.
        CountFit fit = downweighted == 0
                ? first
                : model.withWeights(weights(residuals, threshold)).fitPoissonFrom(first.coefficients());
        double dispersion = dispersion(fit);
        Design present = baseline.present(hasTrend, hasSeason);
        int last = design.columns() - 1;
        double trend = hasTrend ? fit.coefficient(last) : Double.NaN;
        double trendP = hasTrend ? twoSided(trend, Math.sqrt(dispersion) * fit.standardError(last), fit) : Double.NaN;
        return new FarringtonFit(
                hasTrend,
                first.hasConverged() && fit.hasConverged(),
                dispersion,
                trend,
                trendP,
                fit.predictor(present, 0),
                Math.sqrt(dispersion * fit.predictorVariance(present, 0)),
                downweighted);
    }

    double expected() {
        return StrictMath.exp(predictor);
    }

    private static double dispersion(CountFit fit) {
        double dispersion = fit.dispersion();
        return dispersion > 1 ? dispersion : 1;
    }

    private static double twoSided(double trend, double error, CountFit fit) {
        return 2 * TDistribution.of(fit.degreesOfFreedom()).survivalProbability(Math.abs(trend / error));
    }

    /** Standardised Anscombe residuals: 1.5 (y^⅔ μ^−⅙ − μ^½) / √(φ (1 − h)). */
    private static double[] residuals(double[] counts, CountFit fit, double dispersion) {
        double[] residuals = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            double left = 1 - fit.hatValue(i);
            double mean = fit.mean(i);
            residuals[i] = left <= NO_FREEDOM
                    ? 0
                    : 1.5
                            * (toTwoThirds(counts[i]) / Math.sqrt(StrictMath.cbrt(mean)) - Math.sqrt(mean))
                            / Math.sqrt(dispersion * left);
        }
        return residuals;
    }

    /** γ s⁻² above the threshold and γ otherwise, γ so that the weights add up to their number. */
    private static double[] weights(double[] residuals, double threshold) {
        double[] weights = new double[residuals.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = residuals[i] > threshold ? 1 / (residuals[i] * residuals[i]) : 1;
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }

    private static int countAbove(double[] residuals, double threshold) {
        int above = 0;
        for (double residual : residuals) {
            above += residual > threshold ? 1 : 0;
        }
        return above;
    }

    /** A cube root takes a fraction of the time of a power. */
    private static double toTwoThirds(double count) {
        double root = StrictMath.cbrt(count);
        return root * root;
    }
}
