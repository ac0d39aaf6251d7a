package org.vigil.cellkey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By how much a count is changed before it is published, for each of 256 cell keys: of all distributions of the change j of a count i with mean 0, variance V,
 * |j| ≤ D, i + j ≥ 0 and i + j not in 1 … s, the one of the largest entropy, p(j) ∝ exp(a j + b j²). Zero stays zero. From i = D + s + 1 on all counts have the same.
 *
 * <p>The 256 keys are dealt out to the changes by the integer part of 256 p, then by largest remainder (the smaller |j| first, then the smaller j), and stand in
 * the order of the changes. What that does to the mean is at most 0.016.
 *
 * <p>Fraser and Wooton (2005), A proposed method for confidentialising tabular output to protect against differencing; Marley and Leaver (2011), A method for
 * confidentialising user-defined tables. The entropy: Giessing (2016), Computational issues in the design of transition probabilities. The two Lagrange multipliers
 * come by Newton's method on the convex dual.
 */
public final class PerturbationTable {
    /** Number of cell keys. */
    public static final int KEYS = 256;

    /** Changes of up to 5 with a variance of 3; 1 and 2 are never published. */
    public static final PerturbationTable STANDARD = of(5, 3, 2);

    private static final int MOST_STEPS = 200;
    private static final double SMALLEST_GRADIENT = 1e-12;
    /** Near its minimum the dual cannot be computed more exactly. */
    private static final double ROUNDING = 1e-12;

    private final int largest;
    private final double variance;
    private final int gap;
    private final Row[] rows;

    private PerturbationTable(int largest, double variance, int gap, Row[] rows) {
        this.largest = largest;
        this.variance = variance;
        this.gap = gap;
        this.rows = rows;
    }

    /**
     * The table of some parameters.
     *
     * @param largest D, largest change, at least 1
     * @param variance V, above 0
     * @param gap s, largest count that is never published though it occurs, 0 or more
     * @throws IllegalArgumentException if no distribution has that variance within these bounds
     */
    public static PerturbationTable of(int largest, double variance, int gap) {
        if (largest < 1 || !(variance > 0) || gap < 0 || gap >= largest) {
            throw new IllegalArgumentException(
                    "Found a largest change of " + largest + ", a variance of " + variance + " and a gap of " + gap
                            + "; expected at least 1, more than 0, and 0 to less than the largest change");
        }
        Row[] rows = new Row[largest + gap + 1];
        for (int count = 1; count <= rows.length; count++) {
            rows[count - 1] = Row.of(support(count, largest, gap), variance);
        }
        return new PerturbationTable(largest, variance, gap, rows);
    }

    private static int[] support(int count, int largest, int gap) {
        return IntStream.rangeClosed(-Math.min(count, largest), largest)
                .filter(change -> count + change == 0 || count + change > gap)
                .toArray();
    }

    /** D: no published count differs by more from the exact one. */
    public int largest() {
        return largest;
    }

    /** V: variance of the change of a count above 0. */
    public double variance() {
        return variance;
    }

    /** s: no count of 1 to s is ever published. */
    public int gap() {
        return gap;
    }

    /** The smallest published count that stands for more than s incidents whatever its change. */
    public int leastBeyondDoubt() {
        return gap + largest + 1;
    }

    /**
     * The change of a count.
     *
     * @param count exact count, 0 or more
     * @param cellKey 0 to 255
     */
    public int change(long count, int cellKey) {
        if (count < 0 || cellKey < 0 || cellKey >= KEYS) {
            throw new IllegalArgumentException("Found a count of " + count + " with the cell key " + cellKey
                    + "; expected 0 or more and 0 to " + (KEYS - 1));
        }
        return count == 0 ? 0 : row(count).byKey[cellKey];
    }

    /** The count that is published for an exact one. */
    public long published(long count, int cellKey) {
        return count + change(count, cellKey);
    }

    /** Chance that a count is published as another, over all cell keys. */
    public double chance(long count, long published) {
        if (count == 0) {
            return published == 0 ? 1 : 0;
        }
        return Math.abs(published - count) > largest ? 0 : row(count).keysOf((int) (published - count)) / (double) KEYS;
    }

    /** The changes that a count may have, ascending. */
    List<Integer> changes(long count) {
        return IntStream.of(row(count).support).boxed().toList();
    }

    /** Probability of a change before the keys were dealt out. */
    double probability(long count, int change) {
        return row(count).probabilities[row(count).indexOf(change)];
    }

    /** Keys that lead to a change. */
    int keys(long count, int change) {
        return row(count).keysOf(change);
    }

    private Row row(long count) {
        return rows[(int) Math.min(count, rows.length) - 1];
    }

    /** The changes of one count. */
    private static final class Row {
        private final int[] support;
        private final double[] probabilities;
        private final int[] keys;
        private final int[] byKey = new int[KEYS];

        private Row(int[] support, double[] probabilities) {
            this.support = support;
            this.probabilities = probabilities;
            this.keys = deal(support, probabilities);
            int key = 0;
            for (int j = 0; j < support.length; j++) {
                Arrays.fill(byKey, key, key + keys[j], support[j]);
                key += keys[j];
            }
        }

        static Row of(int[] support, double variance) {
            double largestSquare = Arrays.stream(support)
                    .mapToDouble(j -> (double) j * j)
                    .max()
                    .orElse(0);
            double a = 0;
            double b = -1 / (2 * variance);
            for (int step = 0; step < MOST_STEPS; step++) {
                double[] p = probabilities(support, a, b);
                double mean = moment(support, p, 1);
                double square = moment(support, p, 2);
                double meanGap = mean;
                double squareGap = square - variance;
                if (Math.abs(meanGap) + Math.abs(squareGap) < SMALLEST_GRADIENT * largestSquare) {
                    return new Row(support, p);
                }
                double varianceOfJ = square - mean * mean;
                double covariance = moment(support, p, 3) - mean * square;
                double varianceOfSquare = moment(support, p, 4) - square * square;
                double determinant = varianceOfJ * varianceOfSquare - covariance * covariance;
                double towardsA = (varianceOfSquare * meanGap - covariance * squareGap) / determinant;
                double towardsB = (varianceOfJ * squareGap - covariance * meanGap) / determinant;
                double length = 1;
                while (length > 1e-10
                        && !(dual(support, variance, a - length * towardsA, b - length * towardsB)
                                <= dual(support, variance, a, b) + ROUNDING)) {
                    length /= 2;
                }
                a -= length * towardsA;
                b -= length * towardsB;
            }
            throw new IllegalArgumentException("Found no changes of a count among " + Arrays.toString(support)
                    + " with mean 0 and variance " + variance + "; expected parameters that leave room for them");
        }

        /** log Σ exp(a j + b j²) − b V: its minimum has the moments wanted. */
        private static double dual(int[] support, double variance, double a, double b) {
            double top = top(support, a, b);
            double sum = 0;
            for (int j : support) {
                sum += StrictMath.exp(a * j + b * j * j - top);
            }
            return StrictMath.log(sum) + top - b * variance;
        }

        private static double[] probabilities(int[] support, double a, double b) {
            double top = top(support, a, b);
            double[] p = Arrays.stream(support)
                    .mapToDouble(j -> StrictMath.exp(a * j + b * j * j - top))
                    .toArray();
            double sum = 0;
            for (double each : p) {
                sum += each;
            }
            for (int j = 0; j < p.length; j++) {
                p[j] /= sum;
            }
            return p;
        }

        private static double top(int[] support, double a, double b) {
            return Arrays.stream(support)
                    .mapToDouble(j -> a * j + b * j * j)
                    .max()
                    .orElse(0);
        }

        private static double moment(int[] support, double[] p, int order) {
            double sum = 0;
            for (int j = 0; j < support.length; j++) {
                double power = 1;
                for (int n = 0; n < order; n++) {
                    power *= support[j];
                }
                sum += p[j] * power;
            }
            return sum;
        }

        private static int[] deal(int[] support, double[] p) {
            int[] keys = new int[support.length];
            int dealt = 0;
            for (int j = 0; j < support.length; j++) {
                keys[j] = (int) Math.floor(KEYS * p[j]);
                dealt += keys[j];
            }
            List<Integer> byRemainder = new ArrayList<>();
            for (int j = 0; j < support.length; j++) {
                byRemainder.add(j);
            }
            byRemainder.sort(Comparator.comparingDouble((Integer j) -> keys[j] - KEYS * p[j])
                    .thenComparing(j -> Math.abs(support[j]))
                    .thenComparing(j -> support[j]));
            for (int left = 0; left < KEYS - dealt; left++) {
                keys[byRemainder.get(left)]++;
            }
            return keys;
        }

        int keysOf(int change) {
            int index = Arrays.binarySearch(support, change);
            return index < 0 ? 0 : keys[index];
        }

        int indexOf(int change) {
            int index = Arrays.binarySearch(support, change);
            if (index < 0) {
                throw new IllegalArgumentException(
                        "Found a change of " + change + "; expected one of " + Arrays.toString(support));
            }
            return index;
        }
    }
}
