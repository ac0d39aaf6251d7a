package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RandomEffectsTest {
    /** Cases and others among vaccinated, then among controls: 13 trials of BCG vaccine, Colditz, G. A. and others (1994), JAMA 271, 698–702. */
    private static final int[][] TRIALS = {
        {4, 119, 11, 128},
        {6, 300, 29, 274},
        {3, 228, 11, 209},
        {62, 13536, 248, 12619},
        {33, 5036, 47, 5761},
        {180, 1361, 372, 1079},
        {8, 2537, 10, 619},
        {505, 87886, 499, 87892},
        {29, 7470, 45, 7232},
        {17, 1699, 65, 1600},
        {186, 50448, 141, 27197},
        {5, 2493, 3, 2338},
        {27, 16886, 29, 17825},
    };

    /** Expected: scipy 1.17.1's brentq on the defining equation and its t.ppf; τ² is 0.3181 in metafor's documentation too. */
    @Test
    void agreesWithTheReference() {
        double[] ratios = new double[TRIALS.length];
        double[] variances = new double[TRIALS.length];
        for (int i = 0; i < ratios.length; i++) {
            double vaccinated = TRIALS[i][0] + TRIALS[i][1];
            double controls = TRIALS[i][2] + TRIALS[i][3];
            ratios[i] = Math.log(TRIALS[i][0] / vaccinated) - Math.log(TRIALS[i][2] / controls);
            variances[i] = 1.0 / TRIALS[i][0] - 1 / vaccinated + 1.0 / TRIALS[i][2] - 1 / controls;
        }
        RandomEffects found = RandomEffects.of(ratios, variances);
        assertEquals(13, found.count());
        assertEquals(0.318068452205024, found.betweenVariance(), 1e-12);
        assertEquals(-0.7149681534934442, found.mean(), 1e-12);
        assertEquals(-1.10909838120224, found.lower(), 1e-9);
        assertEquals(-0.3208379257846485, found.upper(), 1e-9);
        assertEquals(0.9233033795415325, found.betweenShare(), 1e-12);
    }

    @Test
    void estimatesThatDifferLessThanTheirErrorsHaveNoVarianceBetween() {
        RandomEffects found = RandomEffects.of(new double[] {1, 1.1, 0.9}, new double[] {1, 1, 2});
        assertEquals(0, found.betweenVariance());
        assertEquals(0, found.betweenShare());
        assertEquals((1 + 1.1 + 0.45) / 2.5, found.mean(), 1e-15);
        // Student's 97.5 % point of two degrees of freedom.
        assertEquals(4.302652729911275 / Math.sqrt(2.5), found.upper() - found.mean(), 1e-9);
    }

    @Test
    void aGreaterVarianceBetweenMakesWeightsEqual() {
        RandomEffects found = RandomEffects.of(new double[] {-50, 0, 50}, new double[] {1e-4, 1e-2, 1});
        assertEquals(2500, found.betweenVariance(), 1);
        assertEquals(0, found.mean(), 0.01);
        assertTrue(found.betweenShare() > 0.999 && found.betweenShare() < 1);
    }

    @Test
    void refusesWhatCannotBePooled() {
        assertThrows(IllegalArgumentException.class, () -> RandomEffects.of(new double[] {1}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> RandomEffects.of(new double[] {1, 2}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> RandomEffects.of(new double[] {1, 2}, new double[] {1, 0}));
        assertThrows(
                IllegalArgumentException.class,
                () -> RandomEffects.of(new double[] {1, Double.NaN}, new double[] {1, 1}));
    }
}
