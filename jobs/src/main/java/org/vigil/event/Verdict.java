package org.vigil.event;

/** All that a report says of a window; that there was no increase is never said. */
public enum Verdict {
    /** The ratio lies above 1 for certain. */
    ABOVE_USUAL(
            "above_usual",
            "above usual",
            "More were recorded than in 95 of 100 usual windows, and than chance among all tests explains"),
    /** The ratio lies below 1 for certain. */
    BELOW_USUAL(
            "below_usual",
            "below usual",
            "Fewer were recorded than in 95 of 100 usual windows, and than chance among all tests explains"),
    /** The ratio lies near 1 for certain. */
    CLOSE_TO_USUAL("close_to_usual", "close to usual", "The interval of the ratio lies within 0.8 and 1.25"),
    /** Neither, though a rise to three times the usual would have been found. */
    NO_CLEAR_CHANGE(
            "no_clear_change",
            "no clear change",
            "Neither; to be said with how large a rise cannot be ruled out, the upper limit of the ratio"),
    /** Fewer than one incident is usual, or not even three times the usual would have been found. */
    TOO_FEW_TO_SAY(
            "too_few_to_say",
            "too few to say",
            "Fewer than one incident is usual, or not even three times as many as usual would have been found for certain");

    private static final double LEAST_EXPECTED = 1;
    private static final double MOST_Q = 0.10;
    private static final double NEAR_LOWER = 0.8;
    private static final double NEAR_UPPER = 1.25;
    private static final double MOST_DETECTABLE = 3;

    private final String code;
    private final String words;
    private final String meaning;

    Verdict(String code, String words, String meaning) {
        this.code = code;
        this.words = words;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    /** The words for readers. */
    public String words() {
        return words;
    }

    /** What the words say, for readers. */
    public String meaning() {
        return meaning;
    }

    /**
     * The verdict on a window.
     *
     * @param q p adjusted for the family of tests; {@code NaN} for a margin, which is in none and goes by its interval alone
     */
    static Verdict of(Estimate estimate, double q) {
        boolean isClear = Double.isNaN(q) || q <= MOST_Q;
        if (estimate.expected() < LEAST_EXPECTED) {
            return TOO_FEW_TO_SAY;
        }
        if (isClear && estimate.ratioLower() > 1) {
            return ABOVE_USUAL;
        }
        if (isClear && estimate.ratioUpper() < 1) {
            return BELOW_USUAL;
        }
        if (estimate.detectableRatio() > MOST_DETECTABLE) {
            return TOO_FEW_TO_SAY;
        }
        return estimate.ratioLower() >= NEAR_LOWER && estimate.ratioUpper() <= NEAR_UPPER
                ? CLOSE_TO_USUAL
                : NO_CLEAR_CHANGE;
    }
}
