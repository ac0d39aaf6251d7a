package org.vigil.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A field of the canonical incident that a profile can read from a file. */
public enum Field {
    RECORD_CLASS,
    OCCURRED_DATE,
    RECORDED_DATE,
    AREA,
    TARGET_COMMUNITIES,
    STRANDS,
    OFFENCE_GROUP,
    LOCATION_TYPE,
    CONTEXT,
    REPORTING_SOURCE,
    OUTCOME,
    WITHDRAWN,
    INCIDENT_COUNT;

    /** The name in a profile: {@code target-communities}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it marks something beside the incident, so that no code at all is an answer too. */
    public boolean isMark() {
        return this == STRANDS || this == CONTEXT;
    }

    public static Optional<Field> find(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }
}
