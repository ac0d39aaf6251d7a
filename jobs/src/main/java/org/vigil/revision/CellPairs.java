package org.vigil.revision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The cells of two vintages beside each other: at most one row of each for a cell.
 *
 * <p>A key becomes one number that sorts as the key does, so that the rows of the earlier vintage, which stand in key order, are searched rather
 * than copied into a map: a vintage of ten years has more than a million rows.
 */
final class CellPairs {
    private final long[] earlier;
    private final long[] later;
    private final long daysSpanned;
    private final int[] earlierRows;
    private final BitSet matched;

    private CellPairs(long[] earlier, long[] later, long daysSpanned) {
        this.earlier = earlier;
        this.later = later;
        this.daysSpanned = daysSpanned;
        this.matched = new BitSet(earlier.length);
        this.earlierRows = new int[later.length];
        for (int row = 0; row < later.length; row++) {
            int found = Arrays.binarySearch(earlier, later[row]);
            earlierRows[row] = Math.max(-1, found);
            if (found >= 0) {
                matched.set(found);
            }
        }
    }

    /**
     * Pairs the cells of two vintages.
     *
     * @param earlier in key order, as published
     * @param later in any order
     */
    static CellPairs of(PublishedCounts earlier, PublishedCounts later) {
        List<Map<String, Integer>> ranks = new ArrayList<>();
        for (int column = 0; column < PublishedCounts.SERIES.size(); column++) {
            ranks.add(ranks(column, earlier, later));
        }
        int firstDay = IntStream.concat(starts(earlier), starts(later)).min().orElse(0);
        long days = IntStream.concat(starts(earlier), starts(later)).max().orElse(0) - (long) firstDay + 1;
        long[] earlierKeys = keys(earlier, ranks, firstDay, days);
        for (int row = 1; row < earlierKeys.length; row++) {
            if (earlierKeys[row - 1] >= earlierKeys[row]) {
                throw new IllegalStateException("The earlier counts do not stand in key order at row " + row);
            }
        }
        return new CellPairs(earlierKeys, keys(later, ranks, firstDay, days), days);
    }

    /** Row of the earlier vintage for the cell of a later row, or −1 where it has none. */
    int earlierRowOf(int laterRow) {
        return earlierRows[laterRow];
    }

    /** Rows of the earlier vintage whose cell the later one does not have. */
    IntStream earlierRowsOnly() {
        return IntStream.range(0, earlier.length).filter(row -> !matched.get(row));
    }

    /** A number for the series of an earlier row, the same for the same series in both vintages. */
    long seriesOfEarlier(int row) {
        return earlier[row] / daysSpanned;
    }

    long seriesOfLater(int row) {
        return later[row] / daysSpanned;
    }

    private static IntStream starts(PublishedCounts counts) {
        return IntStream.range(0, counts.size()).map(counts::periodStart);
    }

    /** Rank of each text of a column by code point, which is the order of published rows. */
    private static Map<String, Integer> ranks(int column, PublishedCounts... vintages) {
        Set<String> texts = new HashSet<>();
        for (PublishedCounts counts : vintages) {
            String last = "";
            for (int row = 0; row < counts.size(); row++) {
                String text = counts.text(column, row);
                if (!text.equals(last)) {
                    texts.add(text);
                    last = text;
                }
            }
        }
        List<byte[]> ordered = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toList();
        Map<String, Integer> ranks = new HashMap<>();
        for (byte[] text : ordered) {
            ranks.put(new String(text, StandardCharsets.UTF_8), ranks.size());
        }
        return ranks;
    }

    private static long[] keys(PublishedCounts counts, List<Map<String, Integer>> ranks, int firstDay, long days) {
        long[] keys = new long[counts.size()];
        for (int column = 0; column < ranks.size(); column++) {
            Map<String, Integer> ofColumn = ranks.get(column);
            String last = "";
            long rank = 0;
            for (int row = 0; row < keys.length; row++) {
                String text = counts.text(column, row);
                if (!text.equals(last)) {
                    rank = ofColumn.getOrDefault(text, 0);
                    last = text;
                }
                keys[row] = Math.addExact(Math.multiplyExact(keys[row], (long) ofColumn.size()), rank);
            }
        }
        for (int row = 0; row < keys.length; row++) {
            keys[row] = Math.addExact(Math.multiplyExact(keys[row], days), (long) counts.periodStart(row) - firstDay);
        }
        return keys;
    }
}
