package org.vigil.event;

import java.util.List;

/**
 * The calendar terms of a model.
 *
 * @param hasDaysOfWeek whether each day of the week has its level
 * @param harmonics waves of the season
 * @param hasTrend whether the level grows or falls at a constant rate
 * @param observances holidays that have their level, by their place among those of the series
 */
record StudyModel(boolean hasDaysOfWeek, int harmonics, boolean hasTrend, List<Integer> observances) {
    /** One level. */
    static final StudyModel INTERCEPT = new StudyModel(false, 0, false);

    StudyModel {
        observances = List.copyOf(observances);
    }

    /** A model without holidays. */
    StudyModel(boolean hasDaysOfWeek, int harmonics, boolean hasTrend) {
        this(hasDaysOfWeek, harmonics, hasTrend, List.of());
    }

    /** The same model in which holidays have their level. */
    StudyModel with(List<Integer> holidays) {
        return new StudyModel(hasDaysOfWeek, harmonics, hasTrend, holidays);
    }
}
