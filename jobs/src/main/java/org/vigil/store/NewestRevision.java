package org.vigil.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntConsumer;
import org.vigil.incident.PackedIncidents;

/**
 * Finds the record that speaks for each incident, and what became of all others.
 *
 * <p>Within one extract: rows unite, count each, or the last row speaks, equal rows are duplicates and different ones superseded.
 * Between extracts the newest speaks and older ones are superseded. The outcome does not depend on the order in which rows arrive.
 */
public final class NewestRevision {
    private NewestRevision() {}

    /**
     * Resolves all rows of one key partition.
     *
     * @param rows every accepted row whose key falls in the partition; sets of merged rows are united in place
     * @param sameKey by extract ordinal, what rows of one key are
     * @param fates by extract ordinal, counted up here
     * @param speaking receives the row of each incident
     */
    public static void resolve(PackedIncidents rows, SameKey[] sameKey, RecordFates[] fates, IntConsumer speaking) {
        int n = rows.size();
        int capacity = Integer.highestOneBit(Math.max(16, n)) << 1;
        int[] heads = new int[capacity];
        Arrays.fill(heads, -1);
        int[] next = new int[n];
        BitSet hasLater = new BitSet(n);
        for (int row = 0; row < n; row++) {
            int place = (int) rows.keyLow(row) & (capacity - 1);
            while (heads[place] >= 0 && !isSameKey(rows, heads[place], row)) {
                place = (place + 1) & (capacity - 1);
            }
            next[row] = heads[place];
            if (next[row] >= 0) {
                hasLater.set(next[row]);
            }
            heads[place] = row;
        }
        // In the order of the rows, not of the hash: neighbours are alike, and whoever counts them finds their cells in
        // the cache.
        int[] chain = new int[8];
        for (int head = hasLater.nextClearBit(0); head < n; head = hasLater.nextClearBit(head + 1)) {
            if (next[head] < 0) {
                fates[rows.extractOrdinal(head)].accepted++;
                speaking.accept(head);
                continue;
            }
            int length = 0;
            for (int row = head; row >= 0; row = next[row]) {
                if (length == chain.length) {
                    chain = Arrays.copyOf(chain, length * 2);
                }
                chain[length++] = row;
            }
            resolveChain(rows, sameKey, fates, chain, length, speaking);
        }
    }

    private static void resolveChain(
            PackedIncidents rows,
            SameKey[] sameKey,
            RecordFates[] fates,
            int[] chain,
            int length,
            IntConsumer speaking) {
        sortByOrder(rows, chain, length);
        int from = 0;
        while (true) {
            int extract = rows.extractOrdinal(chain[from]);
            int to = from + 1;
            while (to < length && rows.extractOrdinal(chain[to]) == extract) {
                to++;
            }
            if (sameKey[extract] == SameKey.EACH_COUNTS) {
                for (int i = from; i < to; i++) {
                    fates[extract].accepted++;
                    speaking.accept(chain[i]);
                }
                if (to == length) {
                    return;
                }
                from = to;
                continue;
            }
            int speaker = within(rows, sameKey[extract], fates[extract], chain, from, to);
            if (to == length) {
                fates[extract].accepted++;
                speaking.accept(speaker);
                return;
            }
            fates[extract].superseded++;
            from = to;
        }
    }

    /** The row that speaks among the rows {@code chain[from, to)} of one incident in one extract, oldest first; the others are counted. */
    static int within(PackedIncidents rows, SameKey sameKey, RecordFates fate, int[] chain, int from, int to) {
        return sameKey == SameKey.UNITE ? merge(rows, fate, chain, from, to) : keepLast(rows, fate, chain, from, to);
    }

    private static int merge(PackedIncidents rows, RecordFates fate, int[] chain, int from, int to) {
        int speaker = chain[from];
        boolean conflict = false;
        for (int i = from + 1; i < to; i++) {
            conflict |= !rows.sameScalars(speaker, chain[i]);
            rows.unite(speaker, chain[i]);
            fate.merged++;
        }
        if (conflict) {
            fate.conflicts++;
        }
        return speaker;
    }

    private static int keepLast(PackedIncidents rows, RecordFates fate, int[] chain, int from, int to) {
        int speaker = chain[to - 1];
        boolean conflict = false;
        for (int i = from; i < to - 1; i++) {
            if (rows.sameContent(speaker, chain[i])) {
                fate.duplicates++;
            } else {
                fate.superseded++;
                conflict = true;
            }
        }
        if (conflict) {
            fate.conflicts++;
        }
        return speaker;
    }

    /** Insertion sort while a chain is one incident's few rows; a library sort for the rest, so that no input is quadratic. */
    private static void sortByOrder(PackedIncidents rows, int[] chain, int length) {
        if (length > 64) {
            int[] sorted = Arrays.stream(chain, 0, length)
                    .boxed()
                    .sorted(Comparator.comparingLong(rows::order))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, chain, 0, length);
            return;
        }
        for (int i = 1; i < length; i++) {
            int row = chain[i];
            long order = rows.order(row);
            int j = i - 1;
            while (j >= 0 && rows.order(chain[j]) > order) {
                chain[j + 1] = chain[j];
                j--;
            }
            chain[j + 1] = row;
        }
    }

    private static boolean isSameKey(PackedIncidents rows, int a, int b) {
        return rows.keyLow(a) == rows.keyLow(b) && rows.keyHigh(a) == rows.keyHigh(b);
    }
}
