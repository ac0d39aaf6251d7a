package org.vigil.incident;

import java.util.Arrays;
import java.util.Optional;

/** What a target community code stands for. */
public enum CommunityKind {
    /** One community. */
    COMMUNITY("community", "One community"),
    /** A flag that holds several communities, not broken down. */
    UMBRELLA("umbrella", "A flag that holds several communities, not broken down"),
    /** Several communities targeted together, never split. */
    MIXED_GROUP("mixed-group", "Several communities targeted together, never split"),
    /** A group outside the five monitored strands. */
    NOT_MONITORED("not-monitored", "A group outside the five monitored strands"),
    /** The publisher does not know or does not say. */
    UNKNOWN("unknown", "The publisher does not know or does not say");

    private final String code;
    private final String label;

    CommunityKind(String code, String label) {
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
    public static Optional<CommunityKind> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
