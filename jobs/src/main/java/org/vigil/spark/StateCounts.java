package org.vigil.spark;

import java.io.Serializable;
import org.vigil.cube.CountCube;

/**
 * What a state of the store holds of one source.
 *
 * @param cube its counts
 * @param speakers by ordinal, incidents that the extract speaks for
 * @param superseded by ordinal, stored rows of the extract that a later one replaces
 */
public record StateCounts(CountCube cube, long[] speakers, long[] superseded) implements Serializable {
    StateCounts merge(StateCounts other) {
        cube.merge(other.cube);
        for (int e = 0; e < speakers.length; e++) {
            speakers[e] += other.speakers[e];
            superseded[e] += other.superseded[e];
        }
        return this;
    }
}
