package org.vigil.event;

import java.util.Optional;
import org.vigil.series.SeriesKey;
import org.vigil.statistics.RandomEffects;

/**
 * The effect of one event on a series of the whole area with its course and what supports or weakens it, as it is published.
 *
 * @param key what the series counts
 * @param effect the event and its study
 * @param estimated its course and checks
 * @param comparisonP two-sided p of the comparison series in the headline window; empty where there is no comparison
 * @param pooledAreas parts of the whole in which at least {@value DetailedEffects#LEAST_EXPECTED} incidents are usual in the headline window
 * @param pooled logarithms of their ratios together; empty for fewer than {@value DetailedEffects#LEAST_AREAS}
 */
public record DetailedEffect(
        SeriesKey key,
        EventEffect effect,
        EstimatedDetail estimated,
        Optional<Double> comparisonP,
        int pooledAreas,
        Optional<RandomEffects> pooled) {
    /** A comparison series of a smaller p reacted itself. */
    private static final double REACTED = 0.05;

    /** The headline window given the comparison series; empty where there is none, or it reacted itself. */
    public Optional<Estimate> compared() {
        return comparisonP.filter(p -> p >= REACTED).flatMap(p -> Optional.ofNullable(estimated.compared()));
    }
}
