package org.vigil.incident;

import java.util.Arrays;
import java.util.Optional;

/** Which date of an incident a figure is arranged by. */
public enum DateBasis {
    /** Date it happened. */
    OCCURRED("occurred", "Date it happened"),
    /** Date it was recorded. */
    RECORDED("recorded", "Date it was recorded");

    private final String code;
    private final String label;

    DateBasis(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Returns the code that tables and profiles write. */
    public String code() {
        return code;
    }

    /** Returns the name for readers. */
    public String label() {
        return label;
    }

    /** Finds the constant with a code, empty if there is none. */
    public static Optional<DateBasis> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
