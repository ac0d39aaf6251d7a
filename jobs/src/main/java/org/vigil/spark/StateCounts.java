package org.vigil.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.vigil.cube.CountCube;
import org.vigil.cube.EquivalenceClasses;

/**
 * What a state of the store holds of one source.
 *
 * @param cube its counts
 * @param speakers by ordinal, incidents that the extract speaks for
 * @param superseded by ordinal, stored rows of the extract that a later one replaces
 * @param classes incidents that agree in all dates and codes that are stored of them; empty unless asked for
 */
public record StateCounts(CountCube cube, long[] speakers, long[] superseded, EquivalenceClasses classes)
        implements Serializable {
    StateCounts(CountCube cube, long[] speakers, long[] superseded) {
        this(cube, speakers, superseded, new EquivalenceClasses());
    }

    /** Whether other counts of this state are the same. */
    public boolean isSame(CountCube otherCube, long[] otherSpeakers) {
        return cube.hasSameCounts(otherCube) && Arrays.equals(speakers, otherSpeakers);
    }

    StateCounts merge(StateCounts other) {
        cube.merge(other.cube);
        classes.merge(other.classes);
        for (int e = 0; e < speakers.length; e++) {
            speakers[e] += other.speakers[e];
            superseded[e] += other.superseded[e];
        }
        return this;
    }
}
