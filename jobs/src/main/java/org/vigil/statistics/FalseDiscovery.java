package org.vigil.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * p-values of a family of tests, adjusted so that of those at most q, a share of q is expected to be false. {@code NaN} stays {@code NaN} and does not count
 * as a test.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /** Benjamini, Y. and Hochberg, Y. (1995), Journal of the Royal Statistical Society B 57, 289–300: for tests that are independent or rise together. */
    public static double[] benjaminiHochberg(double[] p) {
        return adjusted(p, 1);
    }

    /** Benjamini, Y. and Yekutieli, D. (2001), Annals of Statistics 29, 1165–1188: however the tests hang together. */
    public static double[] benjaminiYekutieli(double[] p) {
        double factor = 0;
        for (int i = tests(p); i > 0; i--) {
            factor += 1.0 / i;
        }
        return adjusted(p, factor);
    }

    /** q₍ᵢ₎ = the least of factor · m p₍ⱼ₎ / j over j ≥ i, at most 1. */
    private static double[] adjusted(double[] p, double factor) {
        int[] descending = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted((left, right) -> Double.compare(p[right], p[left]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double least = 1;
        for (int i = 0; i < descending.length; i++) {
            int rank = descending.length - i;
            least = Math.min(least, factor * descending.length / rank * p[descending[i]]);
            adjusted[descending[i]] = least;
        }
        return adjusted;
    }

    private static int tests(double[] p) {
        return (int) Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
    }
}
