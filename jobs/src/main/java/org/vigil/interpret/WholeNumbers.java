package org.vigil.interpret;

/** Whole numbers of at least 0 as publishers write them. */
final class WholeNumbers {
    static final int INVALID = -1;
    static final int EMPTY = -2;

    private WholeNumbers() {}

    /** The number, {@link #EMPTY} for an empty label, {@link #INVALID} for anything else, signs and decimals included. */
    static int read(String label) {
        if (label.isEmpty()) {
            return EMPTY;
        }
        if (label.length() > 9 || !label.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return INVALID;
        }
        return Integer.parseInt(label);
    }
}
