package org.vigil.release;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Sorts row numbers by several columns of numbers without a comparator.
 *
 * <p>Every column is reduced to a number from 0 up; columns are folded one after the other into a single number per row, first column
 * highest. Whenever the folded number would need more bits than there are, it is replaced by its dense rank, which needs no more bits than
 * the row number. So any number of columns works, and the sort itself is that of a {@code long[]}.
 */
final class KeyOrder {
    private final int rowCount;
    private final int rowBits;
    private long[] folded;
    private long largest;
    private int[] sorted = {};

    KeyOrder(int rowCount) {
        this.rowCount = rowCount;
        this.rowBits = bits(Math.max(0, rowCount - 1));
        this.folded = new long[rowCount];
    }

    /** Adds the next column; {@code values} has one number per row and is overwritten. */
    void thenBy(long[] values) {
        long largestValue = startAtZero(values);
        if (bits(largest) + bits(largestValue) > 63) {
            largest = rank(folded);
            largestValue = rank(values);
        }
        int shift = bits(largestValue);
        for (int row = 0; row < rowCount; row++) {
            folded[row] = folded[row] << shift | values[row];
        }
        largest = largest << shift | largestValue;
    }

    /** Row numbers in ascending order of the columns given so far; equal rows stay in the order they came. */
    int[] rows() {
        if (bits(largest) + rowBits > 63) {
            largest = rank(folded);
        }
        long[] packed = new long[rowCount];
        for (int row = 0; row < rowCount; row++) {
            packed[row] = folded[row] << rowBits | row;
        }
        Arrays.sort(packed);
        long rowMask = (1L << rowBits) - 1;
        sorted = new int[rowCount];
        for (int i = 0; i < rowCount; i++) {
            sorted[i] = (int) (packed[i] & rowMask);
        }
        return sorted.clone();
    }

    /** A row whose columns equal those of another row, after {@link #rows()}. */
    OptionalInt findDuplicate() {
        for (int i = 1; i < sorted.length; i++) {
            if (folded[sorted[i - 1]] == folded[sorted[i]]) {
                return OptionalInt.of(sorted[i]);
            }
        }
        return OptionalInt.empty();
    }

    /** Moves values to start at 0 and returns the largest; ranks them where their spread does not fit a positive long. */
    private static long startAtZero(long[] values) {
        if (values.length == 0) {
            return 0;
        }
        long min = Arrays.stream(values).min().getAsLong();
        long max = Arrays.stream(values).max().getAsLong();
        if (max - min < 0) {
            return rank(values);
        }
        for (int row = 0; row < values.length; row++) {
            values[row] -= min;
        }
        return max - min;
    }

    /** Replaces every value by its position among the distinct values and returns the largest position. */
    private static long rank(long[] values) {
        long[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        for (int row = 0; row < values.length; row++) {
            values[row] = Arrays.binarySearch(distinct, values[row]);
        }
        return Math.max(0, distinct.length - 1);
    }

    private static int bits(long largest) {
        return Long.SIZE - Long.numberOfLeadingZeros(largest);
    }
}
