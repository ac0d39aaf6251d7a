package org.vigil.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the date of an extract stands in its file name: {@code london_{yyyy-MM-dd}.csv}, with {@code *} for any letters. */
final class ExtractDatePattern {
    private static final Pattern FORM = Pattern.compile("([^{}]*)\\{([^{}]+)}([^{}]*)");

    private final Pattern name;
    private final DateTimeFormatter format;

    private ExtractDatePattern(Pattern name, DateTimeFormatter format) {
        this.name = name;
        this.format = format;
    }

    /** Nothing if it has not exactly one date in braces, or if the date does not give year, month and day. */
    static Optional<ExtractDatePattern> parse(String pattern) {
        Matcher form = FORM.matcher(pattern);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(form.group(2), Locale.ROOT);
            LocalDate probe = LocalDate.of(2023, 10, 7);
            if (!LocalDate.parse(probe.format(format), format).equals(probe)) {
                return Optional.empty();
            }
            String expression = ExtractFiles.quoted(form.group(1)) + "(.+)" + ExtractFiles.quoted(form.group(3));
            return Optional.of(new ExtractDatePattern(Pattern.compile(expression), format));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The date in a file name, if the name fits. */
    Optional<LocalDate> find(String fileName) {
        Matcher matcher = name.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(matcher.group(1), format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
