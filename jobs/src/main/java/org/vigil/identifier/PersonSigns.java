package org.vigil.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Names of people, dates of birth, and text that people wrote about people. */
final class PersonSigns {
    private static final Set<String> GIVEN_NAMES = givenNames();

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "rev",
            "revd",
            "reverend",
            "sir",
            "dame",
            "lady",
            "lord",
            "imam",
            "rabbi",
            "sheikh",
            "sgt",
            "insp",
            "councillor",
            "cllr");

    /** Words that stand in the names of places, bodies and offences, and in no person's. */
    private static final Set<String> NOT_OF_A_NAME = Set.of(
            "and",
            "of",
            "the",
            "upon",
            "with",
            "by",
            "in",
            "on",
            "at",
            "for",
            "to",
            "not",
            "other",
            "or",
            "city",
            "county",
            "town",
            "township",
            "village",
            "borough",
            "parish",
            "street",
            "road",
            "park",
            "hill",
            "green",
            "heath",
            "common",
            "court",
            "police",
            "sheriff",
            "department",
            "dept",
            "office",
            "university",
            "college",
            "school",
            "station",
            "hospital",
            "council",
            "district",
            "north",
            "south",
            "east",
            "west",
            "central",
            "island",
            "beach",
            "springs",
            "falls",
            "heights",
            "lake",
            "river",
            "valley",
            "grove",
            "crime",
            "offence",
            "offense",
            "assault",
            "theft",
            "harassment",
            "anti",
            "unknown");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.-]{0,29}");
    private static final Pattern ACCENTS = Pattern.compile("[\\p{M}.]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}'’]+");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 5;

    private static final Pattern FULL_DATE = Pattern.compile(
            "(?i)[0-3]?[0-9][ ./-](?:[01]?[0-9]|[a-z]{3,9})[ ./,-]{1,2}(?:19|20)?[0-9]{2}"
                    // The month first.
                    + "|[01]?[0-9][ ./-][0-3]?[0-9][ ./,-]{1,2}(?:19|20)?[0-9]{2}"
                    + "|[0-3]?[0-9](?:st|nd|rd|th)(?: of)? [a-z]{3,9},? (?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[ ./-]?[01][0-9][ ./-]?[0-3][0-9]|[a-z]{3,9} [0-3]?[0-9](?:st|nd|rd|th)?,? (?:19|20)[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[T ][0-9]{1,2}:[0-9]{2}.{0,24}$");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?:19|20)[0-9]{2}[ ./-]?[01][0-9][ ./-]?[0-3][0-9]");
    private static final Pattern YEAR_LAST = Pattern.compile("^.*?([0-9]{4}|[0-9]{2})$");
    private static final int LONGEST_DATE = 45;
    private static final Pattern BORN =
            Pattern.compile("(?i)(?<!\\p{L})(?:d\\.? ?o\\.? ?b|born|birth|birthday)(?!\\p{L})[^0-9]{0,12}(?:"
                    + FULL_DATE.pattern() + ")");

    private static final int FREE_TEXT_LETTERS = 40;
    private static final int FREE_TEXT_WORDS = 7;
    private static final Pattern SENTENCE_END = Pattern.compile("[\\p{L}\\p{N})\"'’][.!?](?:\\s|$)");
    private static final Set<String> SPOKEN = Set.of(
            "the", "a", "an", "was", "were", "is", "are", "he", "she", "they", "him", "her", "his", "their", "them",
            "i", "me", "my", "we", "us", "our", "who", "had", "has", "have", "when", "then", "said", "told", "called",
            "that", "and", "but", "from", "at", "to", "with", "because", "after", "while", "by", "on");
    private static final int FEWEST_SPOKEN = 3;

    private PersonSigns() {}

    static void find(String text, boolean hasDigits, Consumer<Sign> found) {
        String value = stripped(text);
        if (hasDigits && BORN.matcher(text).find()) {
            found.accept(Sign.certain(IdentifierKind.DATE_OF_BIRTH));
        }
        if (!hasDigits && value.length() <= LONGEST_NAME && isName(value)) {
            found.accept(Sign.possible(IdentifierKind.NAME));
        }
        if (value.length() >= FREE_TEXT_LETTERS && isFreeText(value)) {
            found.accept(Sign.possible(IdentifierKind.FREE_TEXT));
        }
    }

    /** Without blanks at both ends, also those that do not break. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The year of a value that is a day of the calendar and nothing else but a time; of two digits that year of 1930 to 2029. */
    static OptionalInt findYear(String value) {
        if (value.length() > LONGEST_DATE || value.chars().noneMatch(Character::isDigit)) {
            return OptionalInt.empty();
        }
        String day = TIME.matcher(value).replaceFirst("");
        if (!FULL_DATE.matcher(day).matches()) {
            return OptionalInt.empty();
        }
        String digits = YEAR_FIRST.matcher(day).matches()
                ? day.substring(0, 4)
                : YEAR_LAST.matcher(day).replaceFirst("$1");
        int year = Integer.parseInt(digits);
        return OptionalInt.of(year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year);
    }

    /** A title and a word; or two to four words, the given name first or behind a comma; or a given name alone. */
    private static boolean isName(String value) {
        int comma = value.indexOf(',');
        String turned =
                comma < 0 ? value : stripped(value.substring(comma + 1)) + " " + stripped(value.substring(0, comma));
        List<String> words = Arrays.asList(BLANKS.split(turned));
        if (words.size() > MOST_WORDS
                || words.stream().anyMatch(w -> !WORD.matcher(w).matches())) {
            return false;
        }
        List<String> plain = words.stream().map(PersonSigns::plain).toList();
        if (plain.stream().anyMatch(NOT_OF_A_NAME::contains)) {
            return false;
        }
        boolean isTitled = words.size() > 1 && TITLES.contains(plain.get(0));
        boolean isCapitalised = words.stream().skip(isTitled ? 1 : 0).anyMatch(w -> Character.isUpperCase(w.charAt(0)));
        String first = plain.get(isTitled ? 1 : 0);
        String simple = first.indexOf('-') > 0 ? first.substring(0, first.indexOf('-')) : first;
        return isCapitalised && (isTitled || GIVEN_NAMES.contains(simple));
    }

    private static boolean isFreeText(String value) {
        if (!SENTENCE_END.matcher(value).find()) {
            return false;
        }
        List<String> words = Arrays.asList(NO_WORD.split(value));
        return words.size() >= FREE_TEXT_WORDS
                && words.stream()
                                .filter(word -> SPOKEN.contains(word.toLowerCase(Locale.ROOT)))
                                .count()
                        >= FEWEST_SPOKEN;
    }

    private static String plain(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.chars().allMatch(c -> c >= 'a' && c <= 'z')
                ? small
                : ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD))
                        .replaceAll("");
    }

    private static Set<String> givenNames() {
        try (InputStream in = PersonSigns.class.getResourceAsStream("given_names.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new HashSet<>(text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split(" +")))
                    .filter(name -> !name.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of given names could not be read", e);
        }
    }
}
