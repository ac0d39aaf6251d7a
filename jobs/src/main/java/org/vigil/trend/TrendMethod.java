package org.vigil.trend;

/** How the level of a series is told from season and chance. */
public enum TrendMethod {
    /** For series of at least 3 incidents a unit and more than two years without a break. */
    SEASONAL_TREND(
            "seasonal-trend",
            "Seasonal decomposition by local regression",
            "STL (Cleveland and others 1990) of the square roots of counts, the season the same in every year; the level is that of incidents again"),
    /** For all others. */
    CENTRED_MEAN(
            "centred-mean",
            "Centred mean of a quarter of a year",
            "Mean of 13 weeks, or of 3 months, around each; for series with fewer than 3 incidents a week or month, or too short for a season");

    private final String code;
    private final String label;
    private final String definition;

    TrendMethod(String code, String label, String definition) {
        this.code = code;
        this.label = label;
        this.definition = definition;
    }

    /** Code in the published tables. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String definition() {
        return definition;
    }
}
