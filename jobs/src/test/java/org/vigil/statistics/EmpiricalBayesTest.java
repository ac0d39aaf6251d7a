package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reference values of spdep's EBest for Marshall's estimates, and of R's optim for the gamma–Poisson fit. */
final class EmpiricalBayesTest {
    private static final List<ReferenceValues.Row> AREAS = ReferenceValues.of("eb_smoothing.csv");

    @Test
    void marshallAgreesWithTheReference() {
        double[] expected = column("eb_marshall");
        double[] found = MarshallShrinkage.of(column("count"), column("population"));
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-9 * expected[i], AREAS.get(i).text("area"));
        }
    }

    @Test
    void gammaPoissonAgreesWithTheReference() {
        GammaPoisson found =
                GammaPoisson.of(column("count"), column("population")).orElseThrow();
        ReferenceValues.Row first = AREAS.get(0);
        assertEquals(first.number("gp_a"), found.shape(), 1e-3 * found.shape());
        assertEquals(first.number("gp_b"), found.rate(), 1e-3 * found.rate());
        assertEquals(first.number("gp_loglik"), found.logLikelihood(), 1e-6);
        for (ReferenceValues.Row area : AREAS) {
            double count = area.number("count");
            double population = area.number("population");
            Interval interval = found.interval(count, population, 0.95);
            near(area, "eb_gamma_poisson", found.estimate(count, population));
            near(area, "gp_lo95", interval.lower());
            near(area, "gp_hi95", interval.upper());
        }
    }

    @Test
    void drawsEveryAreaToTheCommonRateWhereNothingBeyondChanceVaries() {
        double[] people = {1000, 2000, 3000};
        double[] counts = {10, 20, 30};
        assertArrayEquals(new double[] {0.01, 0.01, 0.01}, MarshallShrinkage.of(counts, people), 1e-15);
        assertEquals(Optional.empty(), GammaPoisson.of(counts, people));
    }

    @Test
    void knowsNoRateAboveNothingWhereNothingWasCounted() {
        double[] people = {1000, 2000};
        assertArrayEquals(new double[2], MarshallShrinkage.of(new double[2], people), 0);
        assertEquals(Optional.empty(), GammaPoisson.of(new double[2], people));
    }

    @Test
    void refusesAreasWithoutPeopleAndCountsThatAreNone() {
        double[] one = {1};
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> GammaPoisson.of(one, new double[] {bad}));
            assertThrows(IllegalArgumentException.class, () -> MarshallShrinkage.of(one, new double[] {bad}));
        }
        assertThrows(IllegalArgumentException.class, () -> GammaPoisson.of(new double[] {-1}, one));
        assertThrows(IllegalArgumentException.class, () -> MarshallShrinkage.of(new double[2], one));
        assertThrows(IllegalArgumentException.class, () -> MarshallShrinkage.of(new double[0], new double[0]));
    }

    private static void near(ReferenceValues.Row area, String name, double found) {
        assertEquals(area.number(name), found, 1e-4 * area.number(name), area.text("area") + " " + name);
    }

    private static double[] column(String name) {
        return AREAS.stream().mapToDouble(r -> r.number(name)).toArray();
    }
}
