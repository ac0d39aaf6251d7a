package org.vigil.layer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row of a layer does to its incident. */
public enum Change {
    /** The store did not know it. */
    ADDED,
    /** The store knew it otherwise. */
    CHANGED,
    /** Said again, unchanged. */
    REAFFIRMED,
    /** Absent from a full extract: a row without content. */
    VANISHED,
    /** What the store held the same before an older extract arrived late. */
    RESTORED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The code that layer files write. */
    public String code() {
        return code;
    }

    /** Finds the constant with a code, empty if there is none. */
    public static Optional<Change> find(String code) {
        return Arrays.stream(values())
                .filter(change -> change.code.equals(code))
                .findFirst();
    }
}
