package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FunnelLimitsTest {

    /** Interpolated Poisson quantiles computed in R with qpois and ppois. */
    @ParameterizedTest
    @CsvFileSource(resources = "funnel_limits.csv", useHeadersInDisplayName = true)
    void agreesWithTheReferenceImplementation(double expected, double p, double ratio) {
        assertEquals(ratio, FunnelLimits.ratioLimit(expected, p), 1e-9);
    }

    @Test
    void keepsPoissonLimitsWhereAreasVaryByChanceOnly() {
        FunnelLimits limits = new FunnelLimits(new double[] {100, 101, 99}, new double[] {1e5, 1e5, 1e5});

        assertEquals(1, limits.dispersion());
        assertEquals(100, limits.commonRatePer100k(), 1e-9);
        assertEquals(119.580894852, limits.limitPer100k(1e5, FunnelLimits.UPPER_95), 1e-6);
    }

    /** z = -5 and 5, so that phi = 25 and limits are five times as wide. */
    @Test
    void widensLimitsByTheSquareRootOfTheDispersion() {
        FunnelLimits limits = new FunnelLimits(new double[] {50, 150}, new double[] {1e5, 1e5});

        assertEquals(25, limits.dispersion(), 1e-9);
        assertEquals(100 + 5 * 19.580894852, limits.limitPer100k(1e5, FunnelLimits.UPPER_95), 1e-6);
    }
}
