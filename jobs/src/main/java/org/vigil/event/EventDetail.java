package org.vigil.event;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What supports or weakens an effect, and its course, in a series of the whole area; before calibration.
 *
 * @param curve units around the event, days before weeks
 * @param calendarWeeks ISO weeks around the event, the one of its first day has offset 0; none where the units are months
 * @param shape the disjoint windows by a model of the units on both sides of the event
 * @param preTrend the window of the headline's length that ends before the event, by a baseline that ends before it; null where there is no estimate
 * @param decay how fast the rise fades, if there is one; null where it is not estimable or the units are months
 * @param comparison the headline window, given another series; null where there is none to compare with
 * @param placebos where dates without an event lie; null where there are too few
 */
public record EventDetail(
        List<CurveUnit> curve,
        List<CurveUnit> calendarWeeks,
        List<WindowShape> shape,
        @Nullable CountedWindow preTrend,
        @Nullable Decay decay,
        @Nullable Comparison comparison,
        @Nullable PlaceboSteps placebos)
        implements Serializable {
    /** Copies the lists. */
    public EventDetail {
        curve = List.copyOf(curve);
        calendarWeeks = List.copyOf(calendarWeeks);
        shape = List.copyOf(shape);
    }
}
