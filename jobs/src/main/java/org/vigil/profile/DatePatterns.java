package org.vigil.profile;

import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a {@code java.time} date pattern needs before it can be trusted: year and month, a language for names, a pivot for short years. */
final class DatePatterns {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern NAMES = Pattern.compile("[ML]{3,}|[Ea]");
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<![yu])(yy|uu)(?![yu])");

    private DatePatterns() {}

    /** Why no date can be read with it, or nothing. */
    static Optional<String> findFault(String pattern) {
        try {
            DateTimeFormatterBuilder formatter = new DateTimeFormatterBuilder();
            formatter.appendPattern(pattern);
        } catch (IllegalArgumentException e) {
            return Optional.of("is not a date pattern");
        }
        String letters = letters(pattern);
        if (letters.contains("Y") || letters.contains("D")) {
            return Optional.of("has the week year (Y) or the day of the year (D)");
        }
        if (!letters.matches(".*[yu].*") || !letters.matches(".*[ML].*")) {
            return Optional.of("has no year or no month");
        }
        return Optional.empty();
    }

    static boolean needsLocale(String pattern) {
        return NAMES.matcher(letters(pattern)).find();
    }

    static boolean needsPivotYear(String pattern) {
        return SHORT_YEAR.matcher(letters(pattern)).find();
    }

    static boolean hasDay(String pattern) {
        return letters(pattern).contains("d");
    }

    private static String letters(String pattern) {
        return QUOTED.matcher(pattern).replaceAll(" ");
    }
}
