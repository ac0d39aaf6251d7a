package org.vigil.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Rates of several areas as draws from one gamma distribution of shape a and rate b; incidents given the rate are Poisson. Counts are then negative binomial
 * of size a and mean a n / b, and what is known of an area's rate after its count is a gamma distribution of shape a + y and rate b + n.
 *
 * <p>Clayton, D. and Kaldor, J. (1987), Empirical Bayes estimates of age-standardized relative risks for use in disease mapping, Biometrics 43, 671–681.
 *
 * @param shape a, by maximum likelihood
 * @param rate b, in the unit of the exposures
 * @param logLikelihood of the counts at the estimate
 */
public record GammaPoisson(double shape, double rate, double logLikelihood) {
    /**
     * Fits the distribution to areas: a negative binomial regression of an intercept with offset log n.
     *
     * @param counts incidents of each area, at least 0
     * @param exposures people, or person-years, of each area, above 0
     * @return empty where areas vary no more than chance alone would make them, so that all have the common rate, or the fit does not settle
     */
    public static Optional<GammaPoisson> of(double[] counts, double[] exposures) {
        Exposures.require(counts, exposures);
        double[] offset = new double[counts.length];
        double all = 0;
        for (int i = 0; i < offset.length; i++) {
            offset[i] = StrictMath.log(exposures[i]);
            all += counts[i];
        }
        if (all == 0) {
            return Optional.empty();
        }
        CountModel model =
                CountModel.of(Design.intercept(counts.length), counts).withOffset(offset);
        return SizeFit.of(model)
                .map(fit -> new GammaPoisson(
                        fit.size(), fit.size() / StrictMath.exp(fit.fit().coefficient(0)), fit.logLikelihood()));
    }

    /** (a + y) / (b + n): the rate of an area, drawn towards a / b the more the smaller its exposure. */
    public double estimate(double count, double exposure) {
        return (shape + count) / (rate + exposure);
    }

    /**
     * The middle part of what is known of an area's rate.
     *
     * @param confidence between 0 and 1, for example 0.95
     */
    public Interval interval(double count, double exposure, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "No interval at confidence " + confidence + "; expected a confidence between 0 and 1");
        }
        double tail = (1 - confidence) / 2;
        GammaDistribution posterior = GammaDistribution.of(shape + count, 1);
        return new Interval(
                        posterior.inverseCumulativeProbability(tail),
                        posterior.inverseSurvivalProbability(tail),
                        Interval.Method.GAMMA_POISSON)
                .scaledBy(1 / (rate + exposure));
    }
}
