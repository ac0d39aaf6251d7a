package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class QuantileTest {
    private static final double[] SAMPLE = {7, -2, 3.5, 10, 0, 3.5, 12, 1};

    @Test
    void interpolatesAsTheDefaultOfR() {
        // h = 7 * p over the ordered sample -2, 0, 1, 3.5, 3.5, 7, 10, 12, as quantile(x, p, type = 7) has it.
        assertEquals(-2, Quantile.of(SAMPLE, 0));
        assertEquals(0.75, Quantile.of(SAMPLE, 0.25), 1e-12);
        assertEquals(3.5, Quantile.of(SAMPLE, 0.5), 1e-12);
        assertEquals(10.6, Quantile.of(SAMPLE, 0.9), 1e-12);
        assertEquals(12, Quantile.of(SAMPLE, 1));
    }

    @Test
    void takesTheMeanOfTheMiddleTwoAsTheMedian() {
        assertEquals(2.5, Quantile.of(new double[] {4, 1, 3, 2}, 0.5));
    }

    @Test
    void isTheOnlyNumberOfASampleOfOne() {
        assertEquals(5, Quantile.of(new double[] {5}, 0.9));
    }

    @Test
    void leavesTheSampleAsItWas() {
        double[] sample = {3, 1, 2};
        assertEquals(2, Quantile.of(sample, 0.5));
        assertArrayEquals(new double[] {3, 1, 2}, sample);
    }

    @Test
    void refusesAnEmptySample() {
        assertEquals(
                "No quantile 0.5 of 0 numbers; expected at least one number and a probability from 0 to 1",
                assertThrows(IllegalArgumentException.class, () -> Quantile.of(new double[0], 0.5))
                        .getMessage());
    }
}
