package org.vigil.sample;

import java.util.SplittableRandom;

/**
 * Random variates that are the same on every Java version: each is made here from the 64-bit outputs of one seeded stream.
 *
 * <p>Not safe for use by several threads.
 */
final class Draws {
    /** 2⁻⁵³: turns the upper 53 bits of an output into a number in [0, 1). */
    private static final double UNIT = 0x1.0p-53;

    /** Largest mean for which the product method below neither underflows nor takes long. */
    private static final double LARGEST_DIRECT_MEAN = 30;

    private final SplittableRandom bits;

    private Draws(long seed) {
        this.bits = new SplittableRandom(seed);
    }

    /** The stream of one purpose ({@code stream}) and one member of it; other streams of the same seed are unaffected by its use. */
    static Draws of(long seed, long stream, long member) {
        return new Draws(mix(mix(seed + 0x9E3779B97F4A7C15L * (stream + 1)) + 0x9E3779B97F4A7C15L * (member + 1)));
    }

    /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014): a bijection of 64 bits that leaves no visible pattern. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (bits.nextLong() >>> 11) * UNIT;
    }

    /** Uniform in 0 … {@code bound} − 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** True with the given probability. */
    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** Failures before the first success: 0, 1, 2 … with mean (1 − p) / p. */
    int geometric(double success) {
        return (int) (StrictMath.log(1 - uniform()) / StrictMath.log(1 - success));
    }

    /** Poisson variate; a mean above 30 is drawn as the sum of two halves (Poisson variables add). */
    int poisson(double mean) {
        if (mean > LARGEST_DIRECT_MEAN) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /** Gamma variate with mean 1 and variance 1 / {@code shape}, shape at least 1 (Marsaglia and Tsang 2000). */
    double gammaWithMeanOne(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double cube = 1 + c * x;
            double v = cube * cube * cube;
            if (v > 0 && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v / shape;
            }
        }
    }

    /** Standard normal variate (Box and Muller 1958; the second of the pair is not used). */
    private double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }
}
