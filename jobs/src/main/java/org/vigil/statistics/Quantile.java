package org.vigil.statistics;

import java.util.Arrays;

/**
 * Quantiles of a sample by linear interpolation between order statistics: with h = (n − 1)p, the value x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋+1₎ − x₍⌊h⌋₎),
 * order statistics counted from 0. Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996),
 * 361–365; the default of R.
 */
public final class Quantile {
    private Quantile() {}

    /**
     * The quantile of a sample.
     *
     * @param sample at least one finite number, in any order; not changed
     * @param probability from 0 (the smallest) to 1 (the largest); 0.5 is the median
     * @return in the unit of the sample
     */
    public static double of(double[] sample, double probability) {
        if (sample.length == 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("No quantile " + probability + " of " + sample.length
                    + " numbers; expected at least one number and a probability from 0 to 1");
        }
        double[] ordered = sample.clone();
        Arrays.sort(ordered);
        double position = (ordered.length - 1) * probability;
        int below = (int) position;
        int above = Math.min(below + 1, ordered.length - 1);
        return ordered[below] + (position - below) * (ordered[above] - ordered[below]);
    }
}
