package org.vigil.attribution;

import java.util.Locale;

/** What the publisher changed of an incident that both releases know. */
public enum ChangedAspect {
    DATE,
    AREA,
    COMMUNITY,
    RECORD_CLASS,
    INCIDENT_COUNT,
    /** It was withdrawn and counts again. */
    REINSTATED;

    /** Its name for machines. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for people. */
    public String label() {
        return code().replace('_', ' ');
    }
}
