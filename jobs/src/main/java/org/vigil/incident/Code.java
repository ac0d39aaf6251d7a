package org.vigil.incident;

/**
 * One code of a closed list.
 *
 * @param code lower-case word with hyphens, never reused for another meaning
 * @param label name for readers
 * @param definition what belongs under the code
 */
public record Code(String code, String label, String definition) {
    /** Refuses a code that is not a lower-case word with hyphens, and a blank label or definition. */
    public Code {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Cannot make a code: found '" + code
                    + "'; expected lower-case letters and digits with hyphens between");
        }
        if (label.isBlank() || definition.isBlank()) {
            throw new IllegalArgumentException(
                    "Cannot make the code '" + code + "': found a blank label or definition; expected both");
        }
    }
}
