package org.vigil.alarm;

import org.jspecify.annotations.Nullable;
import org.vigil.statistics.CountDistribution;

/**
 * What is expected of a week, from the weeks before it.
 *
 * @param status model it comes from
 * @param baselineWeeks weeks that it was learnt from
 * @param expected incidents
 * @param upper95 97.5 % quantile of the prediction, the upper end of its central 95 %
 * @param upper bound that an undisturbed week exceeds rarely
 * @param p chance of a count at least as large as the one observed
 * @param dispersion variance of the prediction over its expectation, at least 1
 * @param fit the fit behind a Farrington bound
 */
record WeekBound(
        ModelStatus status,
        int baselineWeeks,
        double expected,
        double upper95,
        double upper,
        double p,
        double dispersion,
        @Nullable FarringtonFit fit) {
    /** Upper end of a central 95 %. */
    static final double UPPER95 = 0.975;

    /**
     * The bound of a predictive distribution.
     *
     * @param alpha chance that an undisturbed week lies above the bound
     * @param count what the week counts
     */
    static WeekBound of(
            ModelStatus status,
            int baselineWeeks,
            CountDistribution prediction,
            double alpha,
            long count,
            double dispersion,
            @Nullable FarringtonFit fit) {
        return new WeekBound(
                status,
                baselineWeeks,
                prediction.mean(),
                prediction.quantile(UPPER95),
                prediction.quantile(1 - alpha),
                prediction.atLeast(count),
                dispersion,
                fit);
    }

    /** A week that no model can say anything of: every number is {@code NaN}. */
    static WeekBound none(ModelStatus status, int baselineWeeks) {
        return new WeekBound(status, baselineWeeks, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null);
    }

    /** (count − expected) / (upper − expected): above 1 the bound is exceeded. */
    double score(double count) {
        return (count - expected) / (upper - expected);
    }
}
