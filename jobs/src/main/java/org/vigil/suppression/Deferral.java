package org.vigil.suppression;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The table that is published when some counts must stay as they were: everything else as new as it can be, and every sum still that of its parts.
 *
 * <p>The change d from the old table to the new one is a circulation in the network of {@link Frame}. What is put off is another, r, so that new − r is a table as well:
 * r = d on each shown count that is carried, r = 0 on each shown count that is not, and anything on hidden ones as long as no count falls below 0. Each carried count
 * sends its r along a cheapest way through the others, hidden counts before shown ones that are carried already, and these before shown ones that would have to be
 * carried too. A way always exists, since d − r remains a circulation; at worst r = d and nothing changes. The fewest carried counts are not sought among all ways at
 * once, only way by way.
 *
 * <p>Where a count is put off, the table no longer is the true one: hidden counts in it are of a possible world that shows what is published.
 */
final class Deferral {
    private static final long UNREACHED = Long.MAX_VALUE;
    private static final long ALONG_CHANGE = 1;
    private static final long OFF_CHANGE = 3;
    private static final long CARRIED = 8;
    /** Of a hidden count that would become lower than it ever was, and leave less room to others. */
    private static final long BELOW_BOTH = 128;

    private static final long TO_BE_CARRIED = 512;

    private final Frame frame;
    private final boolean[] shown;
    private final boolean[] carried;
    /** What of the change is not put off so far: d − r. */
    private final int[] left;
    /** The lower of old and new. */
    private final int[] least;
    /** new − r. */
    private final int[] table;

    private final long[] distances;
    private final int[] reachedBy;
    private final boolean[] settled;

    private Deferral(Frame frame, int[] before, int[] after, boolean[] shown) {
        this.frame = frame;
        this.shown = shown;
        carried = new boolean[before.length];
        table = after.clone();
        left = new int[before.length];
        least = new int[before.length];
        for (int cell = 0; cell < left.length; cell++) {
            left[cell] = after[cell] - before[cell];
            least[cell] = Math.min(before[cell], after[cell]);
        }
        distances = new long[frame.nodes()];
        reachedBy = new int[frame.nodes()];
        settled = new boolean[frame.nodes()];
    }

    /**
     * A table between an old one and a new one.
     *
     * @param before old counts
     * @param after new counts
     * @param shown cells that a reader sees, each of which is either old or new in the result
     * @param forced cells, shown or hidden, that must be as before
     */
    static int[] of(Frame frame, int[] before, int[] after, boolean[] shown, boolean[] forced) {
        return new Deferral(frame, before, after, shown).carry(forced);
    }

    private int[] carry(boolean[] forced) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int cell = 0; cell < forced.length; cell++) {
            carried[cell] = forced[cell];
            if (forced[cell] && left[cell] != 0) {
                open.add(cell);
            }
        }
        while (!open.isEmpty()) {
            int cell = open.remove();
            while (left[cell] != 0) {
                putOff(cell, open);
            }
        }
        return table;
    }

    /** Puts off some of what is left of a cell, along a way back from one end of its arc to the other. */
    private void putOff(int cell, Deque<Integer> open) {
        boolean isRise = left[cell] > 0;
        int from = isRise ? frame.head(cell) : frame.tail(cell);
        int to = isRise ? frame.tail(cell) : frame.head(cell);
        if (!reach(from, to, cell, Math.abs(left[cell])) && !reach(from, to, cell, 0)) {
            throw new IllegalStateException("Cannot put a change off: found no way that keeps the sums, although the"
                    + " tables before and after both keep them");
        }
        int step = Math.abs(left[cell]);
        for (int node = to; node != from; ) {
            int one = reachedBy[node];
            boolean isForward = frame.head(one) == node;
            step = Math.min(step, capacity(one, isForward));
            node = isForward ? frame.tail(one) : frame.head(one);
        }
        for (int node = to; node != from; ) {
            int one = reachedBy[node];
            boolean isForward = frame.head(one) == node;
            move(one, isForward ? step : -step);
            if (shown[one] && !carried[one]) {
                carried[one] = true;
                open.add(one);
            }
            node = isForward ? frame.tail(one) : frame.head(one);
        }
        move(cell, isRise ? step : -step);
    }

    private void move(int cell, int by) {
        left[cell] -= by;
        table[cell] -= by;
    }

    /** How much can be put off in a cell; of a shown or forced one only what is left of its change. */
    private int capacity(int cell, boolean isForward) {
        if (shown[cell] || carried[cell]) {
            return Math.max(0, isForward ? left[cell] : -left[cell]);
        }
        if (!isForward) {
            return Room.UNLIMITED;
        }
        return table[cell] > least[cell] ? table[cell] - least[cell] : table[cell];
    }

    private long price(int cell, boolean isForward) {
        if (carried[cell]) {
            return CARRIED;
        }
        if (shown[cell]) {
            return TO_BE_CARRIED;
        }
        if ((isForward ? left[cell] : -left[cell]) > 0) {
            return ALONG_CHANGE;
        }
        return isForward && table[cell] <= least[cell] ? BELOW_BOTH : OFF_CHANGE;
    }

    /**
     * Finds the cheapest way.
     *
     * @param all what every cell of it must be able to put off, shown ones with nothing left after it; 0 for any way
     */
    private boolean reach(int from, int to, int barred, int all) {
        Arrays.fill(distances, UNREACHED);
        Arrays.fill(settled, false);
        distances[from] = 0;
        for (int nearest = from; nearest >= 0; nearest = nearest()) {
            if (nearest == to) {
                return true;
            }
            settled[nearest] = true;
            for (int cell : frame.incident(nearest)) {
                boolean isForward = frame.tail(cell) == nearest;
                int next = isForward ? frame.head(cell) : frame.tail(cell);
                long distance = distances[nearest] + price(cell, isForward);
                if (cell != barred && distance < distances[next] && isEnough(cell, isForward, all)) {
                    distances[next] = distance;
                    reachedBy[next] = cell;
                }
            }
        }
        return false;
    }

    private boolean isEnough(int cell, boolean isForward, int all) {
        int capacity = capacity(cell, isForward);
        return shown[cell] && all > 0 ? capacity == all : capacity > 0 && capacity >= all;
    }

    /** The nearest node that is not settled, −1 if no other can be reached. */
    private int nearest() {
        int nearest = -1;
        for (int node = 0; node < distances.length; node++) {
            if (!settled[node]
                    && distances[node] != UNREACHED
                    && (nearest < 0 || distances[node] < distances[nearest])) {
                nearest = node;
            }
        }
        return nearest;
    }
}
