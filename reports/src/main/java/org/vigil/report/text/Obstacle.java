package org.vigil.report.text;

/** Why two periods get no percentage. */
public enum Obstacle {
    NO_EARLIER_FIGURE("[x]", "the year before is not available"),
    HIDDEN("[c]", "one of the two counts is hidden"),
    VERY_FEW("[u]", "one of the two counts is none or very few"),
    PARTIAL_PERIOD("[z]", "one of the two periods is not whole"),
    BREAK_IN_SERIES("[b]", "there is a break in the series"),
    SMALL_BASE("[u]", "the base is under " + Comparison.SMALLEST_BASE),
    SMALL_CHANGED("[u]", "counts are changed and one of the two is under " + Comparison.SMALLEST_CHANGED);

    private final String shorthand;
    private final String clause;

    Obstacle(String shorthand, String clause) {
        this.shorthand = shorthand;
        this.clause = clause;
    }

    /** What stands in the cell instead of a percentage. */
    public String shorthand() {
        return shorthand;
    }

    /** The reason as a clause without capital and full stop. */
    public String clause() {
        return clause;
    }
}
