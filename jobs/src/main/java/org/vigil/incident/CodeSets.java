package org.vigil.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A dictionary of distinct sets of codes: a record carries the small id of its set, however many codes the set has.
 *
 * <p>A set is 128 bits, one for each index of its code list. Ids are local to a dictionary and given in the order in which sets are met. Not safe
 * for use by several threads.
 */
public final class CodeSets {
    /** Largest index of a code that a set can hold. */
    public static final int MAX_INDEX = 127;

    private long[] high = new long[16];
    private long[] low = new long[16];
    private int[] places = newPlaces(64);
    private final List<int[]> members = new ArrayList<>();

    /** Id of the set with these bits; {@code low} holds indexes 0 to 63. */
    public int idOf(long highBits, long lowBits) {
        int mask = places.length - 1;
        int place = place(highBits, lowBits) & mask;
        while (places[place] >= 0) {
            int id = places[place];
            if (high[id] == highBits && low[id] == lowBits) {
                return id;
            }
            place = (place + 1) & mask;
        }
        return add(highBits, lowBits, place);
    }

    /** Id of the set of these code indexes. */
    public int idOf(int... indexes) {
        long highBits = 0;
        long lowBits = 0;
        for (int index : indexes) {
            if (index < 0 || index > MAX_INDEX) {
                throw new IllegalArgumentException("Code index outside 0 to " + MAX_INDEX + ": " + index);
            }
            if (index < 64) {
                lowBits |= 1L << index;
            } else {
                highBits |= 1L << (index - 64);
            }
        }
        return idOf(highBits, lowBits);
    }

    /** Id of the union of two sets. */
    public int union(int a, int b) {
        return a == b ? a : idOf(high[a] | high[b], low[a] | low[b]);
    }

    /** The code indexes of a set, ascending; shared, not to be changed. */
    public int[] members(int id) {
        return members.get(id);
    }

    public long highBits(int id) {
        return high[id];
    }

    public long lowBits(int id) {
        return low[id];
    }

    /** Number of sets; ids are 0 to size − 1. */
    public int size() {
        return members.size();
    }

    private int add(long highBits, long lowBits, int place) {
        int id = members.size();
        if (id == high.length) {
            high = Arrays.copyOf(high, id * 2);
            low = Arrays.copyOf(low, id * 2);
        }
        high[id] = highBits;
        low[id] = lowBits;
        int[] indexes = new int[Long.bitCount(highBits) + Long.bitCount(lowBits)];
        int n = 0;
        for (long bits = lowBits; bits != 0; bits &= bits - 1) {
            indexes[n++] = Long.numberOfTrailingZeros(bits);
        }
        for (long bits = highBits; bits != 0; bits &= bits - 1) {
            indexes[n++] = 64 + Long.numberOfTrailingZeros(bits);
        }
        members.add(indexes);
        places[place] = id;
        if (members.size() * 2 > places.length) {
            int[] larger = newPlaces(places.length * 4);
            for (int i = 0; i < members.size(); i++) {
                int p = place(high[i], low[i]) & (larger.length - 1);
                while (larger[p] >= 0) {
                    p = (p + 1) & (larger.length - 1);
                }
                larger[p] = i;
            }
            places = larger;
        }
        return id;
    }

    private static int[] newPlaces(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, -1);
        return empty;
    }

    private static int place(long highBits, long lowBits) {
        long mixed = (lowBits ^ (highBits * 0x9E3779B97F4A7C15L)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
    }
}
