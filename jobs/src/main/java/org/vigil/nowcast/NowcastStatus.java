package org.vigil.nowcast;

/** Where the nowcast of a week comes from, or why there is none. */
public enum NowcastStatus {
    OK("ok", "Own delays", "The delays of the series itself"),
    REDUCED_MODEL(
            "reduced_model",
            "Delays of all incidents",
            "The delays of all incidents of the whole area, because the series has too few of its own"),
    INSUFFICIENT_HISTORY(
            "insufficient_history",
            "Too few weeks",
            "No estimate: fewer than 32 whole weeks since the start of the source or the last break in series"),
    ZERO_BASELINE(
            "zero_baseline",
            "Nothing recorded in its own week",
            "No estimate: in too many of the weeks to learn from, nothing was recorded in the week in which it happened"),
    DELAYS_NOT_KNOWN(
            "delays_not_known",
            "Delays not known",
            "No estimate: the source tells both the day of the incident and the day of its recording for less than 95 % of incidents"),
    DELAYS_TOO_LONG(
            "delays_too_long",
            "Delays too long",
            "No estimate: more than 5 % of incidents are recorded later than 14 weeks after their own"),
    EXTRACTS_NOT_WEEKLY(
            "extracts_not_weekly",
            "Extracts not weekly",
            "No estimate: the series is dated by recording, and the extracts are too few or too far apart to tell how late records appear in them"),
    MONTHS_ONLY("months_only", "Months only", "No estimate: the source knows months only");

    private final String code;
    private final String label;
    private final String definition;

    NowcastStatus(String code, String label, String definition) {
        this.code = code;
        this.label = label;
        this.definition = definition;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String definition() {
        return definition;
    }

    /** Whether there is an estimate. */
    public boolean isEstimated() {
        return this == OK || this == REDUCED_MODEL;
    }
}
