package org.vigil.cube;

import java.util.Locale;

/** A further characteristic by which incidents are broken down, for the whole area and by quarter. */
public enum Dimension {
    OFFENCE_GROUP,
    LOCATION_TYPE,
    CONTEXT,
    REPORTING_SOURCE,
    STRAND;

    /** The published code: {@code offence_group}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
