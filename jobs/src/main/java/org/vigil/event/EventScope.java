package org.vigil.event;

import java.util.Arrays;
import java.util.Optional;

/** How far an event reached, the widest place named. */
public enum EventScope {
    /** London. */
    LONDON("london", "London"),
    /** England. */
    ENGLAND("england", "England"),
    /** England and Wales. */
    ENGLAND_AND_WALES("england-wales", "England and Wales"),
    /** United Kingdom. */
    UK("uk", "United Kingdom"),
    /** One state of the United States. */
    US_STATE("us-state", "One state of the United States"),
    /** United States. */
    US("us", "United States"),
    /** Europe. */
    EUROPE("europe", "Europe"),
    /** International. */
    INTERNATIONAL("international", "International");

    private final String code;
    private final String label;

    EventScope(String code, String label) {
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
    public static Optional<EventScope> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
