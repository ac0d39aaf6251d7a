package org.vigil.incident;

import java.util.Arrays;
import java.util.Optional;

/** What kind of record an incident is; classes are counted apart and terrorism-related records never enter a hate crime total. */
public enum RecordClass {
    /** Crime. */
    CRIME("crime", "Crime"),
    /** Non-crime incident. */
    NON_CRIME_INCIDENT("non-crime-incident", "Non-crime incident"),
    /** Terrorism-related offence. */
    TERRORISM_RELATED("terrorism-related", "Terrorism-related offence");

    private final String code;
    private final String label;

    RecordClass(String code, String label) {
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
    public static Optional<RecordClass> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
