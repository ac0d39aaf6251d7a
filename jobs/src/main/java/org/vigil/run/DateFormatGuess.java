package org.vigil.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigil.incident.IncidentDate;
import org.vigil.interpret.DateWords;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;

/**
 * A column of dates that the profile's patterns do not read, and a pattern that does.
 *
 * @param field the field
 * @param column its column
 * @param unreadRecords records with a date that no pattern of the profile reads
 * @param records records with a date
 * @param pattern a common pattern that reads nearly all of them; none where no pattern does, or where several do and mean other days
 * @param rival a pattern that reads as many, with day and month exchanged
 * @param contradicted declared patterns that would read some of the dates as another day
 */
record DateFormatGuess(
        Field field,
        String column,
        long unreadRecords,
        long records,
        Optional<String> pattern,
        Optional<String> rival,
        List<String> contradicted) {
    DateFormatGuess {
        contradicted = List.copyOf(contradicted);
    }

    /** Share of unread dates from which the column, not its records, is the matter. */
    private static final double MANY = 0.1;

    private static final double NEARLY_ALL = 0.95;

    /** Distinct dates that are tried. */
    private static final int TRIED = 5_000;

    private static final List<String> DAYS = List.of(
            "yyyy-MM-dd",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "dd.MM.yyyy",
            "d.M.yyyy",
            "dd-MMM-yyyy",
            "dd-MMM-yy",
            "d MMM yyyy",
            "d MMMM yyyy",
            "dd/MM/yy",
            "MM/dd/yy");
    private static final List<String> TIMES =
            List.of("", "'T'HH:mm:ss", "'T'HH:mm:ss.SSS", "'T'HH:mm:ss'Z'", " HH:mm", " HH:mm:ss", " HH:mm:ss.SSS");

    /** Language of the names of months that a profile without a language gets. */
    static final String LOCALE = "en-US";

    /** First year that a year of two digits means in a profile that does not say. */
    static final int PIVOT_YEAR = 1990;

    /**
     * A guess, if many dates of the column cannot be read.
     *
     * @param dates records by the words of the column
     * @param extractDate day after which no date of the file can lie
     */
    static Optional<DateFormatGuess> of(
            Field field, FieldReading.Date reading, Map<String, Long> dates, LocalDate extractDate) {
        DateWords declared = new DateWords(reading);
        List<String> all = dates.keySet().stream()
                .filter(word -> !word.isEmpty())
                .sorted()
                .limit(TRIED)
                .toList();
        List<String> unread = all.stream()
                .filter(word -> declared.applyAsInt(word) == IncidentDate.INVALID)
                .toList();
        long records = all.stream().mapToLong(dates::get).sum();
        long unreadRecords = unread.stream().mapToLong(dates::get).sum();
        if (unreadRecords == 0 || unreadRecords < MANY * records) {
            return Optional.empty();
        }
        List<String> fitting = candidates()
                .filter(pattern -> share(words(reading, pattern), unread, extractDate) >= NEARLY_ALL)
                .toList();
        if (fitting.isEmpty()) {
            return Optional.of(new DateFormatGuess(
                    field, reading.column(), unreadRecords, records, Optional.empty(), Optional.empty(), List.of()));
        }
        String best = fitting.stream()
                .max(Comparator.comparingDouble((String pattern) -> share(words(reading, pattern), all, extractDate))
                        .thenComparing(fitting::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
        DateWords guess = words(reading, best);
        double reads = share(guess, all, extractDate);
        Optional<String> rival = fitting.stream()
                .filter(other -> !other.equals(best)
                        && share(words(reading, other), all, extractDate) >= Math.min(reads, NEARLY_ALL)
                        && contradicts(words(reading, other), guess, all))
                .findFirst();
        List<String> contradicted = reading.patterns().stream()
                .filter(pattern -> contradicts(words(reading, pattern), guess, all))
                .toList();
        return Optional.of(new DateFormatGuess(
                field,
                reading.column(),
                unreadRecords,
                records,
                rival.isPresent() ? Optional.empty() : Optional.of(best),
                rival.isPresent() ? Optional.of(best + " or " + rival.get()) : Optional.empty(),
                contradicted));
    }

    /** The patterns that the field should have: the guess before the declared ones, of which those that contradict it fall away. */
    List<String> patterns(FieldReading.Date reading) {
        List<String> patterns = new ArrayList<>();
        pattern.ifPresent(patterns::add);
        reading.patterns().stream()
                .filter(declared -> !contradicted.contains(declared) && !patterns.contains(declared))
                .forEach(patterns::add);
        return patterns;
    }

    static boolean needsLocale(String pattern) {
        return pattern.contains("MMM");
    }

    static boolean needsPivotYear(String pattern) {
        return pattern.replace("yyyy", "").contains("yy");
    }

    /** The finding in words; no date is repeated. */
    String sentence() {
        String found = String.format(
                Locale.ROOT,
                "Column \"%s\" (%s): %,d of %,d dates are in no format that the profile declares",
                column,
                field.code(),
                unreadRecords,
                records);
        if (rival.isPresent()) {
            return found + "; they fit " + rival.get()
                    + " alike, so that day and month cannot be told apart. Ask the publisher which it is.";
        }
        if (pattern.isEmpty()) {
            return found + "; no common format fits them. Ask the publisher which it is.";
        }
        return found + "; " + pattern.get() + " fits nearly all of them."
                + (contradicted.isEmpty()
                        ? ""
                        : " Beware: " + String.join(", ", contradicted)
                                + " would read others with day and month exchanged, so that the patch takes it away.");
    }

    private static Stream<String> candidates() {
        return Stream.concat(
                TIMES.stream().flatMap(time -> DAYS.stream().map(day -> day + time)), Stream.of("yyyy-MM", "MM/yyyy"));
    }

    private static DateWords words(FieldReading.Date reading, String pattern) {
        Locale locale = reading.locale().equals(Locale.ROOT) ? Locale.forLanguageTag(LOCALE) : reading.locale();
        return new DateWords(new FieldReading.Date(
                reading.column(),
                List.of(pattern),
                locale,
                needsPivotYear(pattern) ? PIVOT_YEAR : reading.pivotYear()));
    }

    private static double share(DateWords words, List<String> dates, LocalDate extractDate) {
        return (double) dates.stream()
                        .mapToInt(words)
                        .filter(date ->
                                IncidentDate.isKnown(date) && IncidentDate.epochDay(date) <= extractDate.toEpochDay())
                        .count()
                / dates.size();
    }

    private static boolean contradicts(DateWords a, DateWords b, List<String> dates) {
        return dates.stream().anyMatch(date -> {
            int x = a.applyAsInt(date);
            int y = b.applyAsInt(date);
            return IncidentDate.isKnown(x) && IncidentDate.isKnown(y) && x != y;
        });
    }
}
