package org.vigil.release;

import com.fasterxml.jackson.annotation.JsonValue;

/** For whom a release is made. A public one needs figures that have passed disclosure control. */
public enum Audience {
    /** Exact figures, for people inside who are cleared to see them. */
    RESTRICTED("restricted");

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
