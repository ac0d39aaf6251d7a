package org.vigil.event;

/** How the estimate of a window was made, or why there is none. */
public enum EffectStatus {
    /** The whole model. */
    OK("ok", true),
    /** One level instead of season and trend, or fewer terms, because too little was recorded or for too short a time. */
    REDUCED_MODEL("reduced_model", true),
    /** Nothing was recorded in the baseline: what is usual follows from its length alone. */
    ZERO_BASELINE("zero_baseline", true),
    /** Other events in the same or adjacent units cannot be told apart; the estimate is that of all of them. */
    NOT_SEPARABLE("not_separable", true),
    /** More than 40 % of the baseline were raised after earlier events, so that nothing was left out and nothing can be said. */
    CONTAMINATED_BASELINE("contaminated_baseline", true),
    /** Too few units before the event. */
    INSUFFICIENT_HISTORY("insufficient_history", false),
    /** A change of measurement is too near to know the level after it. */
    SHORT_AFTER_BREAK("short_after_break", false),
    /** No model settled. */
    NOT_CONVERGED("not_converged", false),
    /** The window is not over, or not covered as a whole. */
    PARTIAL("partial", false);

    private final String code;
    private final boolean hasEstimate;

    EffectStatus(String code, boolean hasEstimate) {
        this.code = code;
        this.hasEstimate = hasEstimate;
    }

    public String code() {
        return code;
    }

    /** Whether there is an estimate. */
    public boolean hasEstimate() {
        return hasEstimate;
    }
}
