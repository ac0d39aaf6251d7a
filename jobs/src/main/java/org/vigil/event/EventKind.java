package org.vigil.event;

import java.util.Arrays;
import java.util.Optional;

/** What kind of event it was. */
public enum EventKind {
    /** Terror attack. */
    TERROR_ATTACK("terror-attack", "Terror attack"),
    /** Hate event. */
    HATE_EVENT("hate-event", "Hate event"),
    /** Crime. */
    CRIME("crime", "Crime"),
    /** Disorder. */
    DISORDER("disorder", "Disorder"),
    /** Protest. */
    PROTEST("protest", "Protest"),
    /** Policing. */
    POLICING("policing", "Policing"),
    /** Trial. */
    TRIAL("trial", "Trial"),
    /** Inquiry. */
    INQUIRY("inquiry", "Inquiry"),
    /** Law. */
    LAW("law", "Law"),
    /** Politics. */
    POLITICS("politics", "Politics"),
    /** Election. */
    ELECTION("election", "Election"),
    /** Referendum. */
    REFERENDUM("referendum", "Referendum"),
    /** Campaign. */
    CAMPAIGN("campaign", "Campaign"),
    /** Conflict. */
    CONFLICT("conflict", "Conflict"),
    /** End of a conflict. */
    CONFLICT_END("conflict-end", "End of a conflict"),
    /** Health crisis. */
    HEALTH_CRISIS("health-crisis", "Health crisis"),
    /** Sport. */
    SPORT("sport", "Sport");

    private final String code;
    private final String label;

    EventKind(String code, String label) {
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
    public static Optional<EventKind> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
