package org.vigil.nowcast;

import java.util.Arrays;

/**
 * Incidents by week and by weeks of delay, as far as they can be known at the end of the last row's week: the row that is {@code h} rows before the last
 * knows its delays 0 to {@code h}.
 */
public final class ReportingTriangle {
    private final int[][] counts;
    private final int maximumDelay;

    private ReportingTriangle(int[][] counts, int maximumDelay) {
        this.counts = counts;
        this.maximumDelay = maximumDelay;
    }

    /**
     * Copies what is known. Where more incidents were taken back than added the count is below 0; it is set against the next shorter delay, until nothing
     * is below 0.
     *
     * @param counts by week, oldest first, by weeks of delay from 0 to the longest; what cannot be known yet may hold anything
     */
    public static ReportingTriangle of(int[][] counts) {
        if (counts.length == 0 || counts[0].length < 2) {
            throw new IllegalArgumentException(
                    "Found " + counts.length + " weeks of " + (counts.length == 0 ? 0 : counts[0].length)
                            + " delays; expected at least one week of two delays");
        }
        int[][] known = new int[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            if (counts[row].length != counts[0].length) {
                throw new IllegalArgumentException("Found weeks of " + counts[0].length + " and of "
                        + counts[row].length + " delays; expected the same number in each");
            }
            known[row] = Arrays.copyOf(counts[row], Math.min(counts[row].length, counts.length - row));
            settleNegatives(known[row]);
        }
        return new ReportingTriangle(known, counts[0].length - 1);
    }

    private static void settleNegatives(int[] row) {
        for (int delay = row.length - 1; delay > 0; delay--) {
            if (row[delay] < 0) {
                row[delay - 1] += row[delay];
                row[delay] = 0;
            }
        }
        row[0] = Math.max(0, row[0]);
    }

    public int rows() {
        return counts.length;
    }

    /** Longest delay in weeks; an incident has one of this many and one more delays. */
    public int maximumDelay() {
        return maximumDelay;
    }

    /** Rows after a row: how many weeks of delay it knows. */
    public int horizon(int row) {
        return counts.length - 1 - row;
    }

    public boolean isKnown(int row, int delay) {
        return delay <= horizon(row);
    }

    /** Incidents of a week with a delay that is known. */
    public int count(int row, int delay) {
        return counts[row][delay];
    }

    /** All incidents of a week that are known. */
    public int reported(int row) {
        return Arrays.stream(counts[row]).sum();
    }

    /** Incidents of all weeks that are known. */
    public long sum() {
        long sum = 0;
        for (int row = 0; row < counts.length; row++) {
            sum += reported(row);
        }
        return sum;
    }

    /** What was known so many weeks earlier. */
    ReportingTriangle asOfWeeksAgo(int weeks) {
        int rows = counts.length - weeks;
        int[][] then = new int[rows][];
        for (int row = 0; row < rows; row++) {
            then[row] = Arrays.copyOf(counts[row], Math.min(maximumDelay + 1, rows - row));
        }
        return new ReportingTriangle(then, maximumDelay);
    }

    /** The last rows, or all if there are no more. */
    ReportingTriangle latest(int rows) {
        return rows >= counts.length
                ? this
                : new ReportingTriangle(Arrays.copyOfRange(counts, counts.length - rows, counts.length), maximumDelay);
    }
}
