package org.vigil.spark;

import java.io.Serializable;
import org.vigil.store.KeyMap;

/**
 * A block of pairs of keys on its way to the range of the old ones.
 *
 * @param oldHigh high halves under the old key
 * @param oldLow low halves under the old key
 * @param newHigh high halves under the new key, of the same ids
 * @param newLow low halves under the new key
 * @param isCounted whether equal keys are records of their own, told apart by a number
 */
record KeyPairs(long[] oldHigh, long[] oldLow, long[] newHigh, long[] newLow, boolean isCounted)
        implements Serializable {

    void addTo(KeyMap map) {
        for (int i = 0; i < oldHigh.length; i++) {
            if (isCounted) {
                map.putNext(oldHigh[i], oldLow[i], newHigh[i], newLow[i]);
            } else {
                map.put(oldHigh[i], oldLow[i], newHigh[i], newLow[i]);
            }
        }
    }
}
