package org.vigil.event;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.vigil.statistics.Prediction;

/**
 * What was recorded in a window and what is usual, before calibration.
 *
 * @param window the window
 * @param status how the estimate was made, or why there is none
 * @param observed incidents recorded; below 0 where the source does not cover the whole window
 * @param prediction what is usual; null where there is no estimate
 * @param placeboP share of dates without an event whose window looked at least as high, the event's among them; {@code NaN} for fewer than
 *     {@value Placebos#LEAST}
 * @param placebos number of these dates
 */
public record WindowEffect(
        Window window,
        EffectStatus status,
        long observed,
        @Nullable Prediction prediction,
        double placeboP,
        int placebos)
        implements Serializable {}
