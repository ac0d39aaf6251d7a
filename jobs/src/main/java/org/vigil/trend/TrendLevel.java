package org.vigil.trend;

import java.io.Serializable;
import org.vigil.series.Grain;

/**
 * The level of a series in a month, without season and chance.
 *
 * @param method how it was found
 * @param unit weeks or months
 * @param level incidents a unit
 * @param trend trend component, in square roots of incidents a unit; 0 where the method has none
 * @param seasonal seasonal component, in square roots of incidents a unit; 0 where the method has none
 */
public record TrendLevel(TrendMethod method, Grain unit, double level, double trend, double seasonal)
        implements Serializable {
    /** Whether trend and season were told apart. */
    public boolean hasComponents() {
        return method == TrendMethod.SEASONAL_TREND;
    }
}
