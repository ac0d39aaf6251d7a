package org.vigil.release;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Arrays;

/** What was done to the figures of a release so that nobody can be told from them. */
@JsonDeserialize(using = Protection.FromCode.class)
public enum Protection {
    /** Nothing: a restricted release is exact. */
    NONE("none"),
    /** Counts are changed at random, small series stand in longer periods, and some figures are hidden. */
    CELL_KEY("cell-key"),
    /** Counts are exact, and small ones are hidden together with others. */
    SUPPRESS("suppress"),
    /** Everything is exact, because it has been public before. */
    ALREADY_PUBLIC("already-public");

    private final String code;

    Protection(String code) {
        this.code = code;
    }

    /** The word in configuration and manifest. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The protection of this code. */
    public static Protection of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Found the policy " + code + "; expected one of "
                        + Arrays.stream(values()).map(Protection::code).toList()));
    }

    /** Whether a published count may be another than was recorded, so that counts do not add up and a small change says nothing. */
    public boolean changesCounts() {
        return this == CELL_KEY;
    }

    /** Whether figures are hidden. */
    public boolean hidesCounts() {
        return this == CELL_KEY || this == SUPPRESS;
    }

    /** Manifests written before there were policies have none. */
    static final class FromCode extends StdDeserializer<Protection> {
        private static final long serialVersionUID = 1L;

        FromCode() {
            super(Protection.class);
        }

        @Override
        public Protection deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String code = parser.getText();
            try {
                return of(code);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(code, Protection.class, "expected a policy such as cell-key");
            }
        }

        @Override
        public Protection getAbsentValue(DeserializationContext context) {
            return NONE;
        }
    }
}
