package org.vigil.incident;

import java.util.Arrays;
import java.util.Optional;

/** How exact a date is. */
public enum DatePrecision {
    /** Day. */
    DAY("day", "Day"),
    /** Month. */
    MONTH("month", "Month");

    private final String code;
    private final String label;

    DatePrecision(String code, String label) {
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
    public static Optional<DatePrecision> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
