package org.vigil.attribution;

import java.util.List;
import java.util.Locale;

/** Why a published figure moved. */
public enum Cause {
    /** Incidents that no extract of the first release knew, of a day of the series after the last that it covered. */
    NEW_RECORDS("new records"),
    /** Incidents that no extract of the first release knew, although it covered their day of the series. */
    LATE_RECORDS("late records"),
    /** Incidents that counted in the first release and that the publisher has withdrawn or dropped. */
    WITHDRAWN("withdrawn"),
    /** Incidents of both whose date, area, community, record class or number the publisher has changed; the cell left and the cell entered say so. */
    RECLASSIFICATION("reclassification"),
    /** Incidents of both about which the publisher says the same in words that a profile or code list now reads otherwise. */
    PROFILE_OR_CODE_LIST("profile or code list"),
    /** The stored incidents do not explain it: configuration, program, coverage, tolerance or a later rule of publication does. */
    MODEL_OR_POLICY("model or policy"),
    /** The store does not hold what a release was made from. */
    NOT_ATTRIBUTABLE("not attributable");

    /** The causes that stored incidents show. */
    static final List<Cause> STORED =
            List.of(NEW_RECORDS, LATE_RECORDS, WITHDRAWN, RECLASSIFICATION, PROFILE_OR_CODE_LIST);

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Its name for machines. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
