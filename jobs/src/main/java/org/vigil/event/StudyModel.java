package org.vigil.event;

/**
 * The calendar terms of a model.
 *
 * @param hasDaysOfWeek whether each day of the week has its level
 * @param harmonics waves of the season
 * @param hasTrend whether the level grows or falls at a constant rate
 */
record StudyModel(boolean hasDaysOfWeek, int harmonics, boolean hasTrend) {
    /** One level. */
    static final StudyModel INTERCEPT = new StudyModel(false, 0, false);
}
