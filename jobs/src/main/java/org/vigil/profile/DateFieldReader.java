package org.vigil.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigil.declaration.Declaration;

/** Reads how a date is read: from one column by patterns, or from a year and a month column. */
final class DateFieldReader {
    /** Where Java would put a two-digit year if nothing else were said; never used, because a short year needs a declared pivot. */
    private static final int UNUSED_PIVOT_YEAR = 2000;

    private DateFieldReader() {}

    /** The reading of a date field; nothing if a column is missing, which is a problem. */
    static Optional<FieldReading> read(Declaration declared) {
        if (declared.has("year-column") || declared.has("month-column")) {
            List.of("column", "patterns", "locale", "pivot-year").stream()
                    .filter(declared::has)
                    .forEach(key -> declared.problem(
                            key,
                            declared.name(key) + " stands beside year-column and month-column",
                            "one way of reading",
                            "Remove " + key + " or the other two."));
            Optional<String> year = DeclaredColumns.column(declared, "year-column");
            Optional<String> month = DeclaredColumns.column(declared, "month-column");
            Optional<Field> notAfter = declared.findOneOf("not-after", dates());
            return year.isPresent() && month.isPresent()
                    ? Optional.of(new FieldReading.YearAndMonth(year.get(), month.get(), notAfter))
                    : Optional.empty();
        }
        if (declared.has("not-after")) {
            declared.problem(
                    "not-after",
                    declared.name("not-after") + " is declared for a date in one column",
                    "",
                    "It corrects dates of a year and a month column only; remove it.");
        }
        Optional<String> column = DeclaredColumns.column(declared, "column");
        List<String> patterns = declared.has("patterns") ? declared.texts("patterns") : List.of("yyyy-MM-dd");
        Locale locale = locale(declared);
        for (String pattern : patterns) {
            checkPattern(declared, pattern);
        }
        int pivotYear = declared.findWholeNumber("pivot-year", 1900, 2099).orElse(UNUSED_PIVOT_YEAR);
        return column.map(name -> new FieldReading.Date(name, patterns, locale, pivotYear));
    }

    private static void checkPattern(Declaration declared, String pattern) {
        String what = declared.name("patterns") + " \"" + pattern + "\"";
        Optional<String> fault = DatePatterns.findFault(pattern);
        if (fault.isPresent()) {
            declared.problem(
                    "patterns",
                    what + " " + fault.get(),
                    "letters of java.time, as dd/MM/yyyy",
                    "Write yyyy for the year, MM for the month and dd for the day.");
            return;
        }
        if (DatePatterns.needsLocale(pattern) && !declared.has("locale")) {
            declared.problem(
                    "patterns",
                    what + " has names of months or days but no locale",
                    "a language",
                    "Add locale: en-US, or the language of the file; names differ, as Sep and Sept.");
        }
        if (DatePatterns.needsPivotYear(pattern) && !declared.has("pivot-year")) {
            declared.problem(
                    "patterns",
                    what + " has a year of two digits but no pivot-year",
                    "the first year it can mean",
                    "Add pivot-year: 1990 to read 91 as 1991 and 20 as 2020.");
        }
    }

    private static Locale locale(Declaration declared) {
        Optional<String> tag = declared.findText("locale");
        boolean isKnown = tag.isEmpty()
                || Arrays.stream(Locale.getAvailableLocales())
                        .anyMatch(locale -> locale.toLanguageTag().equals(tag.get())
                                && !locale.getLanguage().isEmpty());
        if (!isKnown) {
            declared.problem(
                    "locale",
                    declared.name("locale") + " is \"" + tag.orElse("") + "\"",
                    "a language tag such as en-US or en-GB",
                    "Write language-COUNTRY.");
        }
        return tag.map(Locale::forLanguageTag).orElse(Locale.ROOT);
    }

    private static Map<String, Field> dates() {
        return new TreeMap<>(Map.of(
                Field.OCCURRED_DATE.code(), Field.OCCURRED_DATE, Field.RECORDED_DATE.code(), Field.RECORDED_DATE));
    }

    /** Reports a limit that is no date of its own; needs all fields, because either date may stand first. */
    static void checkNotAfter(Declaration declared, Map<Field, FieldReading> fields) {
        fields.forEach((field, reading) -> {
            if (reading instanceof FieldReading.YearAndMonth month) {
                month.notAfter()
                        .filter(other -> other == field || !(fields.get(other) instanceof FieldReading.Date))
                        .ifPresent(other -> declared.problem(
                                field.code(),
                                declared.name(field.code()) + ".not-after is " + other.code()
                                        + ", which is not a date read from one column",
                                "the other date of the profile",
                                "Declare fields." + other.code() + " or remove not-after."));
            }
        });
    }
}
