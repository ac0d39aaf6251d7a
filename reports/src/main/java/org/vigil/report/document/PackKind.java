package org.vigil.report.document;

import java.util.Arrays;
import java.util.Optional;

/** What a pack is about; configurations and commands name it by its code. */
public enum PackKind {
    WHOLE_AREA("whole-area"),
    AREA("areas"),
    COMMUNITY("communities"),
    EVENT("events");

    private final String code;

    PackKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PackKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
