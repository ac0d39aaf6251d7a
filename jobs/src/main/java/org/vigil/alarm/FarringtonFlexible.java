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

    /** An expectation that says that its level of the season holds no incident; of one level alone that cannot be known. */
    private static final double NOTHING = 1e-6;
    /** Below it a distribution cannot be computed with. */
    private static final double LEAST_NUMBER = 1e-100;

    private static final int LEAST_YEARS_OF_TREND = 3;
    private static final double SIGNIFICANT = 0.05;

    private FarringtonFlexible() {}

    /**
     * The bound of a week; empty where no model of the baseline settles. A baseline of few incidents, and one whose level of the season holds none at all, has
     * neither season nor trend.
     *
     * @param baseline of at least one week, not all of them 0
     * @param settings choices of the method
     * @param count what the week counts
     */
    static Optional<WeekBound> bound(FarringtonBaseline baseline, FarringtonSettings settings, long count) {
        return Optional.of(baseline)
                .filter(one -> one.sum() >= LEAST_SUM)
                .flatMap(one -> wholeModel(one, settings, count))
                .filter(whole -> whole.expected() >= NOTHING)
                .or(() -> settled(
                        FarringtonFit.of(baseline, false, false, settings.weightThreshold()),
                        ModelStatus.REDUCED_MODEL,
                        baseline,
                        settings,
                        count));
    }

    /** The bound of the model with season and, where it is kept, trend, however few incidents the baseline holds; empty where it does not settle. */
    static Optional<WeekBound> wholeModel(FarringtonBaseline baseline, FarringtonSettings settings, long count) {
        boolean hasSeason = settings.seasonLevels() > 1;
        ModelStatus status = ModelStatus.OK;
        if (settings.trendRule() != FarringtonSettings.TrendRule.NEVER) {
            FarringtonFit fit = FarringtonFit.of(baseline, true, hasSeason, settings.weightThreshold());
            if (fit.hasConverged() && keepsTrend(fit, settings, baseline.largest())) {
                return settled(fit, status, baseline, settings, count);
            }
            status = fit.hasConverged() ? status : ModelStatus.REDUCED_MODEL;
        }
        return settled(
                FarringtonFit.of(baseline, false, hasSeason, settings.weightThreshold()),
                status,
                baseline,
                settings,
                count);
    }

    private static boolean keepsTrend(FarringtonFit fit, FarringtonSettings settings, double largest) {
        boolean isWanted = settings.trendRule() == FarringtonSettings.TrendRule.ALWAYS || fit.trendP() < SIGNIFICANT;
        return isWanted && settings.years() >= LEAST_YEARS_OF_TREND && fit.expected() <= largest;
    }

    private static Optional<WeekBound> settled(
            FarringtonFit fit,
            ModelStatus status,
            FarringtonBaseline baseline,
            FarringtonSettings settings,
            long count) {
        return fit.hasConverged() && fit.expected() > LEAST_NUMBER && fit.expected() < Double.POSITIVE_INFINITY
                ? Optional.of(bound(fit, status, baseline.size(), settings, count))
                : Optional.empty();
    }

    private static WeekBound bound(
            FarringtonFit fit, ModelStatus status, int weeks, FarringtonSettings settings, long count) {
        double expected = fit.expected();
        double alpha = settings.alpha();
        if (settings.bound() == FarringtonSettings.Bound.TWO_THIRDS_POWER) {
            double error = expected * fit.standardError();
            double tau = fit.dispersion() + error * error / expected;
            NormalDistribution power = NormalDistribution.of(
                    StrictMath.pow(expected, 2.0 / 3), Math.sqrt(4.0 / 9 * StrictMath.pow(expected, 1.0 / 3) * tau));
            return new WeekBound(
                    status,
                    weeks,
                    expected,
                    countOf(power.inverseCumulativeProbability(WeekBound.UPPER95)),
                    countOf(power.inverseSurvivalProbability(alpha)),
                    power.survivalProbability(StrictMath.pow((double) count, 2.0 / 3)),
                    fit.dispersion(),
                    fit);
        }
        double mean = expected;
        if (settings.bound() == FarringtonSettings.Bound.NEGATIVE_BINOMIAL_OF_UPPER_MEAN) {
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha);
            mean = StrictMath.exp(fit.predictor() + z * fit.standardError());
        }
        CountDistribution prediction = CountDistribution.ofVariance(mean, fit.dispersion() * mean);
        WeekBound bound = WeekBound.of(status, weeks, prediction, alpha, count, fit.dispersion(), fit);
        return new WeekBound(status, weeks, expected, bound.upper95(), bound.upper(), bound.p(), fit.dispersion(), fit);
    }

    private static double countOf(double power) {
        return StrictMath.pow(power, 1.5);
    }
}
