package org.vigil.report.text;

import java.util.Optional;

/** The only words that a report uses for a count beside what is usual. That there was no increase is never said. */
public enum Verdict {
    ABOVE_USUAL("above_usual", "above usual"),
    BELOW_USUAL("below_usual", "below usual"),
    CLOSE_TO_USUAL("close_to_usual", "close to usual"),
    NO_CLEAR_CHANGE("no_clear_change", "no clear change"),
    TOO_FEW_TO_SAY("too_few_to_say", "too few to say");

    private final String code;
    private final String words;

    Verdict(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether the whole interval of the ratio lies on one side of 1. */
    public boolean isClear() {
        return this == ABOVE_USUAL || this == BELOW_USUAL;
    }

    /** The verdict with this code; empty where a release gives none. */
    public static Optional<Verdict> find(String code) {
        for (Verdict verdict : values()) {
            if (verdict.code.equals(code)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
