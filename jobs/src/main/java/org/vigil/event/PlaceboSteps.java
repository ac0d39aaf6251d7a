package org.vigil.event;

import java.io.Serializable;
import java.util.List;

/**
 * Where the headline windows of dates without an event lie beside that of an event, in steps of half a standard deviation before calibration.
 *
 * @param counts dates of each step from {@value #LOWEST} to {@value #HIGHEST}; the lowest step holds all below and the highest all above it
 * @param own the step of the event, as it is counted in {@code counts}
 */
public record PlaceboSteps(List<Integer> counts, int own) implements Serializable {
    /** Lowest step, in half standard deviations. */
    public static final int LOWEST = -8;

    /** Highest step. */
    public static final int HIGHEST = 16;

    private static final int STEPS_OF_ONE = 2;

    /** Copies the counts; refuses another number of steps. */
    public PlaceboSteps {
        counts = List.copyOf(counts);
        if (counts.size() != HIGHEST - LOWEST + 1) {
            throw new IllegalArgumentException(
                    "Found " + counts.size() + " steps; expected one for each half deviation");
        }
    }

    /**
     * The step of a deviation.
     *
     * @param scaled recorded less usual number in standard deviations
     */
    static int of(double scaled) {
        return (int) Math.max(LOWEST, Math.min(HIGHEST, Math.floor(scaled * STEPS_OF_ONE)));
    }
}
