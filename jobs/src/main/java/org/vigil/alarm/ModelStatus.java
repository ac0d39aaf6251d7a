package org.vigil.alarm;

/** Which model the bound of a week comes from, or why there is none. */
public enum ModelStatus {
    /** The whole method. */
    OK("ok"),
    /** Without season or trend, because too little was recorded or the whole model did not settle. */
    REDUCED_MODEL("reduced_model"),
    /** Nothing was recorded in the baseline: a bound from nothing but its length. */
    ZERO_BASELINE("zero_baseline"),
    /** Less than three years since a break in series or the start: harmonics in place of the levels of the season. */
    MEDIUM_HISTORY("medium_history"),
    /** A few weeks of small counts: a bound from their sum. */
    SHORT_HISTORY("short_history"),
    /** Too few weeks for any bound. */
    INSUFFICIENT_HISTORY("insufficient_history"),
    /** No model settled. */
    NOT_CONVERGED("not_converged"),
    /** The week is not over, or not covered as a whole. */
    PARTIAL("partial");

    private final String code;

    ModelStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
