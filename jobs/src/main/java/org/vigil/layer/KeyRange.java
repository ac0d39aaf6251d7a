package org.vigil.layer;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A range of incident keys, by their high 64 bits.
 *
 * @param from lowest high bits, unsigned, inclusive
 * @param to highest high bits, unsigned, inclusive
 */
public record KeyRange(long from, long to) implements Serializable {
    /** Every key. */
    public static final KeyRange ALL = new KeyRange(0, -1);

    public KeyRange {
        if (Long.compareUnsigned(from, to) > 0) {
            throw new IllegalArgumentException("Key range is upside down: " + Long.toHexString(from) + " to "
                    + Long.toHexString(to) + "; expected the lower end first");
        }
    }

    /**
     * The keys of one of so many partitions of equal width: those whose high bits × partitions / 2⁶⁴, rounded down, are {@code partition}.
     * The lowest of the 64 bits decides nothing.
     */
    public static KeyRange of(int partition, int partitions) {
        if (partition < 0 || partition >= partitions) {
            throw new IllegalArgumentException(
                    "Partition " + partition + " of " + partitions + "; expected 0 to " + (partitions - 1));
        }
        return new KeyRange(start(partition, partitions) << 1, (start(partition + 1, partitions) << 1) - 1);
    }

    public boolean contains(long keyHigh) {
        return Long.compareUnsigned(keyHigh, from) >= 0 && Long.compareUnsigned(keyHigh, to) <= 0;
    }

    /** The lowest upper 63 bits of a partition: partition × 2⁶³ / partitions, rounded up. */
    private static long start(int partition, int partitions) {
        BigInteger wide = BigInteger.valueOf(partition).shiftLeft(63);
        BigInteger divisor = BigInteger.valueOf(partitions);
        return wide.add(divisor).subtract(BigInteger.ONE).divide(divisor).longValue();
    }
}
