package org.vigil.incident;

import java.util.Arrays;
import java.util.Optional;

/** A monitored strand of hate crime in England and Wales. */
public enum Strand {
    /** Disability. */
    DISABILITY("disability", "Disability"),
    /** Race. */
    RACE("race", "Race"),
    /** Religion. */
    RELIGION("religion", "Religion"),
    /** Sexual orientation. */
    SEXUAL_ORIENTATION("sexual-orientation", "Sexual orientation"),
    /** Transgender identity. */
    TRANSGENDER("transgender", "Transgender identity");

    private final String code;
    private final String label;

    Strand(String code, String label) {
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
    public static Optional<Strand> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
