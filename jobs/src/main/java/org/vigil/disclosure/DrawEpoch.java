package org.vigil.disclosure;

import java.util.regex.Pattern;

/**
 * Under which key figures are drawn.
 *
 * @param epoch epoch of the master key, from 1
 * @param check a value that only the right key gives, 32 hexadecimal digits
 */
public record DrawEpoch(int epoch, String check) {
    private static final Pattern CHECK = Pattern.compile("[0-9a-f]{32}");

    public DrawEpoch {
        if (epoch < 1 || !CHECK.matcher(check).matches()) {
            throw new IllegalArgumentException("Found epoch " + epoch + " and a check value of " + check.length()
                    + " characters; expected 1 or more, and 32 hexadecimal digits");
        }
    }
}
