package org.vigil.event;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One window of the course of a response.
 *
 * @param window a disjoint window
 * @param status how it was found, or why it was not; {@link EffectStatus#NOT_SEPARABLE} with figures where events of the same or adjacent units have one
 *     course together, without where the windows of another event hide this one
 * @param found its figures, null where there are none
 */
public record WindowShape(Window window, EffectStatus status, ShapeModel.@Nullable Window found)
        implements Serializable {}
