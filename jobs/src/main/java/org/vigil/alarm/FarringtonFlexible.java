package org.vigil.alarm;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.vigil.statistics.CountDistribution;

/**
 * An upper bound for the count of a week from the same season of earlier years.
 *
 * <p>Noufaily, A. et al. (2013), An improved algorithm for outbreak detection in multiple surveillance systems, Statistics in Medicine 32, 1206–1222; Farrington,
 * C. P. et al. (1996), Journal of the Royal Statistical Society A 159, 547–563. One dispersion is used throughout, after reweighting too, and the score is on
 * the scale of counts; the R package surveillance differs in both.
 */
public final class FarringtonFlexible {
    /** A sum of the baseline below which there is neither trend nor season. */
    static final int LEAST_SUM = 10;

    private static final int LEAST_YEARS_OF_TREND = 3;
    private static final double SIGNIFICANT = 0.05;

    private FarringtonFlexible() {}

    /**
     * The bound of a week; empty where no model of the baseline settles.
     *
     * @param baseline of at least one week, not all of them 0
     * @param settings choices of the method
     * @param count what the week counts
     */
    static Optional<WeekBound> bound(FarringtonBaseline baseline, FarringtonSettings settings, double count) {
        double sum = 0;
        double largest = 0;
        for (double one : baseline.counts()) {
            sum += one;
            largest = Math.max(largest, one);
        }
        boolean hasSeason = settings.seasonLevels() > 1 && sum >= LEAST_SUM;
        boolean hasTrend = settings.trendRule() != FarringtonSettings.TrendRule.NEVER && sum >= LEAST_SUM;
        ModelStatus status = sum >= LEAST_SUM ? ModelStatus.OK : ModelStatus.REDUCED_MODEL;
        FarringtonFit fit = FarringtonFit.of(baseline, hasTrend, hasSeason, settings.weightThreshold());
        if (hasTrend && !(fit.hasConverged() && keepsTrend(fit, settings, largest))) {
            status = fit.hasConverged() ? status : ModelStatus.REDUCED_MODEL;
            fit = FarringtonFit.of(baseline, false, hasSeason, settings.weightThreshold());
        }
        if (hasSeason && !fit.hasConverged()) {
            status = ModelStatus.REDUCED_MODEL;
            fit = FarringtonFit.of(baseline, false, false, settings.weightThreshold());
        }
        return fit.hasConverged() ? Optional.of(bound(fit, status, settings, count)) : Optional.empty();
    }

    private static boolean keepsTrend(FarringtonFit fit, FarringtonSettings settings, double largest) {
        boolean isWanted = settings.trendRule() == FarringtonSettings.TrendRule.ALWAYS || fit.trendP() < SIGNIFICANT;
        return isWanted && settings.years() >= LEAST_YEARS_OF_TREND && fit.expected() <= largest;
    }

    private static WeekBound bound(FarringtonFit fit, ModelStatus status, FarringtonSettings settings, double count) {
        double expected = fit.expected();
        double alpha = settings.alpha();
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha);
        double upper;
        double p;
        if (settings.bound() == FarringtonSettings.Bound.TWO_THIRDS_POWER) {
            double error = expected * fit.standardError();
            double tau = fit.dispersion() + error * error / expected;
            double deviation = Math.sqrt(4.0 / 9 * StrictMath.pow(expected, 1.0 / 3) * tau);
            double centre = StrictMath.pow(expected, 2.0 / 3);
            upper = StrictMath.pow(centre + z * deviation, 1.5);
            p = NormalDistribution.of(centre, deviation).survivalProbability(StrictMath.pow(count, 2.0 / 3));
        } else {
            double mean = settings.bound() == FarringtonSettings.Bound.NEGATIVE_BINOMIAL
                    ? expected
                    : StrictMath.exp(fit.predictor() + z * fit.standardError());
            CountDistribution distribution = CountDistribution.ofVariance(mean, fit.dispersion() * mean);
            upper = distribution.quantile(1 - alpha);
            p = distribution.atLeast((long) count);
        }
        return new WeekBound(status, expected, upper, p, fit.dispersion(), fit);
    }
}
