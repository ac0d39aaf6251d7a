package org.vigil.geography;

import java.util.Arrays;
import java.util.Optional;

/** What an area is. */
public enum AreaKind {
    /** Everything that a source covers, records without an area included. */
    WHOLE_AREA("whole-area"),
    /** A borough of London or of New York City. */
    BOROUGH("borough"),
    /** A patrol borough of the New York Police Department: a whole borough or half of one. */
    PATROL_BOROUGH("patrol-borough"),
    /** A police precinct. */
    PRECINCT("precinct"),
    /** A state, district, territory or federal body of the United States. */
    STATE("state"),
    /** A value that stands where an area is expected and is none: a command at airports, or unknown. */
    NOT_A_BOROUGH("not-a-borough");

    private final String code;

    AreaKind(String code) {
        this.code = code;
    }

    /** Returns the code that tables write. */
    public String code() {
        return code;
    }

    /** Finds the kind with a code, empty if there is none. */
    public static Optional<AreaKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
