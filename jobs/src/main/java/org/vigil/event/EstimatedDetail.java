package org.vigil.event;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.statistics.CountRange;
import org.vigil.statistics.Prediction;

/**
 * The course of an effect and what supports or weakens it, with intervals.
 *
 * @param detail before calibration
 * @param bands 95 of 100 undisturbed units, one of each unit of the curve; null where there is no estimate
 * @param preTrend the window before the event, null where there is no estimate
 * @param compared the headline window given another series, null where there is none to compare with
 * @param decay how fast the rise fades; null where it is not estimable, or where neither the first window nor the headline is above what is usual
 */
public record EstimatedDetail(
        EventDetail detail,
        List<@Nullable CountRange> bands,
        @Nullable Estimate preTrend,
        @Nullable Estimate compared,
        @Nullable Decay decay)
        implements Serializable {
    /**
     * Widens what is usual.
     *
     * @param ofUnits factor of the standard deviation for units of the curve: that of the first disjoint window, which is the shortest there is one for
     * @param ofHeadline factor for the headline window
     * @param isAbove whether the effect is above what is usual
     */
    static EstimatedDetail of(EventDetail detail, double ofUnits, double ofHeadline, boolean isAbove) {
        List<@Nullable CountRange> bands = new ArrayList<>();
        for (CurveUnit unit : detail.curve()) {
            @Nullable Prediction prediction = unit.prediction();
            bands.add(prediction == null ? null : prediction.widenedBy(ofUnits).range());
        }
        @Nullable Comparison comparison = detail.comparison();
        return new EstimatedDetail(
                detail,
                bands,
                estimate(detail.preTrend(), ofHeadline),
                estimate(comparison == null ? null : comparison.window(), ofHeadline),
                isAbove ? detail.decay() : null);
    }

    private static @Nullable Estimate estimate(@Nullable CountedWindow window, double factor) {
        return window == null ? null : Estimate.of(window.observed(), window.prediction(), factor);
    }
}
