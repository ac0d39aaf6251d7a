package org.vigil.trend;

import java.io.Serializable;
import org.vigil.statistics.Interval;
import org.vigil.statistics.RateRatio;

/**
 * How much one count differs from another, in percent of the other.
 *
 * @param percent 100 (x₁ / x₀ − 1); 0 where the two are the same
 * @param lower95 lower end of the exact conditional 95 % interval of the ratio, as a change
 * @param upper95 upper end
 */
public record PercentChange(double percent, double lower95, double upper95) implements Serializable {
    private static final double CONFIDENCE = 0.95;

    /**
     * The change from one count to another.
     *
     * @param count at least 0
     * @param before above 0
     */
    static PercentChange of(long count, long before) {
        RateRatio ratio = RateRatio.ofCounts(count, before);
        Interval interval = ratio.exact(CONFIDENCE).orElseThrow();
        return new PercentChange(
                percent(ratio.estimate().orElseThrow()), percent(interval.lower()), percent(interval.upper()));
    }

    private static double percent(double ratio) {
        return 100 * (ratio - 1);
    }
}
