package org.vigil.spark;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.vigil.store.KeyMap;
import scala.Tuple2;

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

    /**
     * Deals pairs to the ranges of their old keys, in their order; a range without any gets no block.
     *
     * @param partitions number of ranges
     */
    static List<Tuple2<Integer, KeyPairs>> dealt(
            long[] oldHigh, long[] oldLow, long[] newHigh, long[] newLow, boolean isCounted, int partitions) {
        int[] sizes = new int[partitions];
        for (long high : oldHigh) {
            sizes[ReadSplit.partitionOf(high, partitions)]++;
        }
        KeyPairs[] blocks = new KeyPairs[partitions];
        for (int p = 0; p < partitions; p++) {
            blocks[p] = new KeyPairs(
                    new long[sizes[p]], new long[sizes[p]], new long[sizes[p]], new long[sizes[p]], isCounted);
        }
        int[] filled = new int[partitions];
        for (int i = 0; i < oldHigh.length; i++) {
            int p = ReadSplit.partitionOf(oldHigh[i], partitions);
            int place = filled[p]++;
            blocks[p].oldHigh[place] = oldHigh[i];
            blocks[p].oldLow[place] = oldLow[i];
            blocks[p].newHigh[place] = newHigh[i];
            blocks[p].newLow[place] = newLow[i];
        }
        return IntStream.range(0, partitions)
                .filter(p -> sizes[p] > 0)
                .mapToObj(p -> new Tuple2<>(p, blocks[p]))
                .toList();
    }

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
