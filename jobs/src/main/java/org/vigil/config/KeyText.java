package org.vigil.config;

import java.util.regex.Pattern;

/** Whether a text could be a key itself, written where only the place of one belongs. Such a text is never repeated. */
public final class KeyText {
    private static final Pattern HEXADECIMAL = Pattern.compile("(0[xX])?([0-9a-fA-F]{2}[ :-]?){31}[0-9a-fA-F]{2}");

    /** 32 bytes, with the alphabet of files or of addresses. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{43}=?");

    private KeyText() {}

    /** Whether a text spells 32 bytes. A path can be as long as Base64 of them, but rarely has capitals, small letters and digits all. */
    public static boolean isLike(String text) {
        String trimmed = text.strip();
        return HEXADECIMAL.matcher(trimmed).matches()
                || (BASE64.matcher(trimmed).matches()
                        && trimmed.chars().anyMatch(Character::isUpperCase)
                        && trimmed.chars().anyMatch(Character::isLowerCase)
                        && trimmed.chars().anyMatch(Character::isDigit));
    }
}
