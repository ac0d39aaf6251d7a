package org.vigil.alarm;

import java.io.Serializable;

/**
 * The choices that {@link FarringtonFlexible} leaves open.
 *
 * @param years b, years of baseline
 * @param halfWindow w, weeks on either side of the anniversary that make up one level of the season
 * @param seasonLevels levels of the season; with 1 only the windows around the anniversaries are the baseline
 * @param excludedWeeks weeks before the present one that the baseline leaves out, so that it does not learn a rise that has begun
 * @param weightThreshold standardised residuals above it are weighted down
 * @param alpha chance that an undisturbed week lies above the bound
 * @param trendRule when a trend is kept
 * @param bound how the bound follows from the expectation
 */
public record FarringtonSettings(
        int years,
        int halfWindow,
        int seasonLevels,
        int excludedWeeks,
        double weightThreshold,
        double alpha,
        TrendRule trendRule,
        Bound bound)
        implements Serializable {
    /** As the UK Health Security Agency monitors laboratory reports with it. */
    public static final FarringtonSettings STANDARD =
            new FarringtonSettings(5, 3, 10, 26, 2.58, 0.005, TrendRule.ALWAYS, Bound.NEGATIVE_BINOMIAL);

    /** The same choices with fewer years of baseline. */
    public FarringtonSettings withYears(int fewer) {
        return new FarringtonSettings(
                fewer, halfWindow, seasonLevels, excludedWeeks, weightThreshold, alpha, trendRule, bound);
    }

    /** When a trend is kept; in any case only with three years and where the expectation is not above every week of the baseline. */
    public enum TrendRule {
        NEVER,
        IF_SIGNIFICANT,
        ALWAYS
    }

    /** How the upper bound follows from expectation μ, dispersion φ and standard error. */
    public enum Bound {
        /** (μ^⅔ + z √(4/9 μ^⅓ τ))^1.5 with τ = φ + Var(μ̂)/μ. */
        TWO_THIRDS_POWER,
        /** Quantile of the negative binomial distribution of mean μ and variance φμ. */
        NEGATIVE_BINOMIAL,
        /** The same about the upper limit of μ. */
        NEGATIVE_BINOMIAL_OF_UPPER_MEAN
    }
}
