package org.vigil.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Moments of the variates within four standard errors, and one stream that must never change. */
class DrawsTest {
    private static final int NUMBER = 20_000;

    @Test
    void poissonHasEqualMeanAndVariance() {
        for (double mean : new double[] {0.2, 3, 80}) {
            double[] moments = moments(draws -> draws.poisson(mean));
            assertEquals(mean, moments[0], 4 * Math.sqrt(mean / NUMBER));
            assertEquals(mean, moments[1], 4 * Math.sqrt((2 * mean * mean + mean) / NUMBER));
        }
    }

    @Test
    void gammaHasMeanOneAndVarianceOneOverShape() {
        double[] moments = moments(draws -> draws.gammaWithMeanOne(12));
        assertEquals(1, moments[0], 4 * Math.sqrt(1 / 12.0 / NUMBER));
        assertEquals(1 / 12.0, moments[1], 4 / 12.0 * Math.sqrt(2.5 / NUMBER));
    }

    @Test
    void geometricCountsFailures() {
        double[] moments = moments(draws -> draws.geometric(0.2));
        assertEquals(4, moments[0], 4 * Math.sqrt(20.0 / NUMBER));
        assertEquals(20, moments[1], 1.6);
    }

    @Test
    void streamIsTheSameOnEveryJavaVersion() {
        // SplitMix64 of the mixed seed, computed with whole numbers of Python
        Draws draws = Draws.of(1, 2, 3);
        assertEquals("0.7643960991473605", Double.toString(draws.uniform()));
    }

    private static double[] moments(ToDoubleFunction<Draws> variate) {
        Draws draws = Draws.of(42, 0, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < NUMBER; i++) {
            double value = variate.applyAsDouble(draws);
            sum += value;
            squares += value * value;
        }
        double mean = sum / NUMBER;
        return new double[] {mean, squares / NUMBER - mean * mean};
    }
}
