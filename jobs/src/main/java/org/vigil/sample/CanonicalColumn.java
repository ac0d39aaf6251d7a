package org.vigil.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of the canonical layout in the order in which the extracts hold them. */
enum CanonicalColumn {
    INCIDENT_ID,
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
    WITHDRAWN;

    /** Where its field stands in a row, from 0. */
    int place() {
        return Arrays.asList(values()).indexOf(this);
    }

    /** The header line without its line end. */
    static String header() {
        return Arrays.stream(values())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}
