package org.vigil.statistics;

/**
 * How wide the windows of a decomposition are; see {@link SeasonalDecomposition}.
 *
 * @param period units of a season, at least 2
 * @param seasonalWidth seasons that a value of the seasonal component draws on, odd; 0 where the season is the same throughout
 * @param trendWidth units that a value of the trend draws on, odd
 * @param lowpassWidth units of the filter that takes the level out of the season, odd
 */
public record StlSettings(int period, int seasonalWidth, int trendWidth, int lowpassWidth) {
    /** Refuses widths that are not odd and a season of less than two units. */
    public StlSettings {
        boolean isOdd = trendWidth % 2 == 1 && lowpassWidth % 2 == 1 && (seasonalWidth == 0 || seasonalWidth % 2 == 1);
        if (period < 2 || !isOdd) {
            throw new IllegalArgumentException("Found a season of " + period + " units and windows of " + seasonalWidth
                    + ", " + trendWidth + " and " + lowpassWidth + "; expected at least 2 units and odd windows");
        }
    }

    /**
     * A season that is the same throughout, with the windows of R's {@code stl(s.window = "periodic")}: a trend of one and a half seasons, a filter of one.
     * For 52 weeks they are 79 and 53.
     */
    public static StlSettings periodic(int period) {
        return new StlSettings(period, 0, (period * 3 / 2 + 1) | 1, period | 1);
    }

    boolean isPeriodic() {
        return seasonalWidth == 0;
    }
}
