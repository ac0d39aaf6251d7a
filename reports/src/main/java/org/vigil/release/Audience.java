package org.vigil.release;

import com.fasterxml.jackson.annotation.JsonValue;

/** For whom a release is made. */
public enum Audience {
    /** Exact figures, for people inside who are cleared to see them. */
    RESTRICTED("restricted"),
    /** Figures that have passed disclosure control, for everybody. */
    PUBLIC("public");

    private final String code;

    Audience(String code) {
        this.code = code;
    }

    /** The word in the manifest and in the path of the release. */
    @JsonValue
    public String code() {
        return code;
    }
}
