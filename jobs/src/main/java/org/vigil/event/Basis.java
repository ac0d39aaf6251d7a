package org.vigil.event;

import java.util.Arrays;
import java.util.Optional;

/** Why a community is tested for an event. */
public enum Basis {
    /** The event was itself an attack on the community. */
    DIRECTLY_ATTACKED("directly-attacked", "The event was itself an attack on the community"),
    /** A named source reported a rise after the event. */
    RISE_REPORTED("rise-reported", "A named source reported a rise after the event"),
    /** No such ground. */
    EXPLORATORY("exploratory", "No such ground");

    private final String code;
    private final String label;

    Basis(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Returns the code that tables and catalogues write. */
    public String code() {
        return code;
    }

    /** Returns the name for readers. */
    public String label() {
        return label;
    }

    /** Finds the constant with a code, empty if there is none. */
    public static Optional<Basis> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
