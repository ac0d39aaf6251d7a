package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reference values of PHEindicatormethods' phe_dsr. */
final class StandardisedRateTest {
    private static final List<ReferenceValues.Row> GROUPS = ReferenceValues.of("dobson_dsr.csv");

    @Test
    void agreesWithTheReference() {
        StandardisedRate found = StandardisedRate.of(
                        GROUPS.stream().mapToLong(r -> r.integer("count")).toArray(),
                        column("population"),
                        column("std_pop"),
                        0.95)
                .orElseThrow();
        assertEquals(GROUPS.get(0).number("dsr_100k"), found.rate() * 100_000, 1e-8);
        assertEquals(GROUPS.get(0).number("dobson_lo95"), found.interval().lower() * 100_000, 1e-8);
        assertEquals(GROUPS.get(0).number("dobson_hi95"), found.interval().upper() * 100_000, 1e-8);
        assertEquals(Interval.Method.DOBSON, found.interval().method());
    }

    /** With the composition of the standard the rate is the crude one, and its interval that of the count. */
    @Test
    void isTheCrudeRateWhereTheCompositionIsThatOfTheStandard() {
        double[] populations = {1000, 3000, 500};
        StandardisedRate found = StandardisedRate.of(
                        new long[] {4, 20, 1}, populations, Arrays.copyOf(populations, 3), 0.9)
                .orElseThrow();
        Interval crude = PoissonInterval.of(25, 0.9).scaledBy(1 / 4500.0);
        assertEquals(25 / 4500.0, found.rate(), 1e-15);
        assertEquals(crude.lower(), found.interval().lower(), 1e-12);
        assertEquals(crude.upper(), found.interval().upper(), 1e-12);
    }

    @Test
    void givesNoRateBelowTenIncidents() {
        double[] two = {100, 100};
        assertEquals(Optional.empty(), StandardisedRate.of(new long[] {4, 5}, two, two, 0.95));
        assertEquals(
                true, StandardisedRate.of(new long[] {5, 5}, two, two, 0.95).isPresent());
    }

    @Test
    void refusesGroupsThatDoNotGoTogether() {
        double[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> StandardisedRate.of(new long[2], one, one, 0.95));
        assertThrows(
                IllegalArgumentException.class, () -> StandardisedRate.of(new long[] {20}, new double[1], one, 0.95));
        assertThrows(
                IllegalArgumentException.class, () -> StandardisedRate.of(new long[] {20}, one, new double[1], 0.95));
        assertThrows(IllegalArgumentException.class, () -> StandardisedRate.of(new long[] {-1}, one, one, 0.95));
    }

    private static double[] column(String name) {
        return GROUPS.stream().mapToDouble(r -> r.number(name)).toArray();
    }
}
