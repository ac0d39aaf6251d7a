package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A small run of the simulation that the benchmark has at full size. */
final class SimulatedCoverageTest {
    @Test
    void intervalsOfSeriesWithoutAnEventHoldWhatWasDrawn() {
        SimulatedCoverage coverage = SimulatedCoverage.of(new SimulatedSeries(5, 1.5, 0, 0, 0.05), 120, 7);
        double covered = 0;
        double above = 0;
        for (int window = 0; window < 4; window++) {
            covered += coverage.covered()[window] / 4;
            above += coverage.above()[window] / 4;
        }
        // Of 480 windows, with a Monte Carlo error of about one in a hundred.
        assertTrue(covered > 0.92 && covered < 0.995, "covered " + covered);
        assertTrue(above < 0.055, "above " + above);
        double trueWeek = 7 * 5 * 1.1 * (1 + 0.3 / 7);
        assertEquals(trueWeek, coverage.expected()[0], 0.05 * trueWeek);
    }
}
