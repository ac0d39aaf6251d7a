package org.vigil.alarm;

/** Which model the bound of a week comes from, or why there is none. */
public enum ModelStatus {
    OK("ok", "Whole method", "Seasons and trend of three to five years (Farrington Flexible)"),
    REDUCED_MODEL(
            "reduced_model",
            "Reduced model",
            "Without season or trend, because too little was recorded or the whole model did not settle"),
    ZERO_BASELINE(
            "zero_baseline",
            "Nothing recorded before",
            "Nothing was recorded in the weeks compared with; the bound follows from their number"),
    MEDIUM_HISTORY(
            "medium_history",
            "Medium history",
            "Less than three years since the start or a break in series; yearly wave and trend as far as they allow"),
    SHORT_HISTORY(
            "short_history",
            "Short history",
            "Less than 26 weeks since the start or a break in series; the bound follows from the sum of the last ones"),
    INSUFFICIENT_HISTORY(
            "insufficient_history",
            "Insufficient history",
            "Too few weeks since the start or a break in series, or a few weeks of many incidents: no bound"),
    NOT_CONVERGED(
            "not_converged",
            "Not converged",
            "No model of the history settled; a bound from the sum of the weeks where they counted little"),
    PARTIAL("partial", "Partial week", "The source does not cover all days of the week: no bound"),
    NOT_MODELLED("not_modelled", "Not modelled", "No bound; a public release does not say why");

    private final String code;
    private final String label;
    private final String definition;

    ModelStatus(String code, String label, String definition) {
        this.code = code;
        this.label = label;
        this.definition = definition;
    }

    public String code() {
        return code;
    }

    /** Name for people. */
    public String label() {
        return label;
    }

    /** What it says of the bound. */
    public String definition() {
        return definition;
    }
}
