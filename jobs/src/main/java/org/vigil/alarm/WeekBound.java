package org.vigil.alarm;

import org.jspecify.annotations.Nullable;

/**
 * What is expected of a week.
 *
 * @param status model it comes from
 * @param expected incidents
 * @param upper bound that an undisturbed week exceeds rarely
 * @param p chance of a count at least as large as the one observed
 * @param dispersion variance over expectation, at least 1
 * @param fit the fit behind a Farrington bound
 */
record WeekBound(
        ModelStatus status,
        double expected,
        double upper,
        double p,
        double dispersion,
        @Nullable FarringtonFit fit) {
    /** (count − expected) / (upper − expected): above 1 the bound is exceeded. */
    double score(double count) {
        return (count - expected) / (upper - expected);
    }
}
