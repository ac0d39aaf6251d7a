package org.vigil.identifier;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What one value looks like. Takes time in proportion to its length, of which {@value #LONGEST} characters count: every pattern has a bounded reach
 * from every place.
 */
public final class ValueSigns {
    /** Characters of a value that are looked at; an identifier that stands behind so many is in a text that is refused for what it is. */
    static final int LONGEST = 4096;

    /** Digits of the shortest number given to a person. */
    private static final int FEWEST_DIGITS = 9;

    private ValueSigns() {}

    /** Every kind that the value shows signs of, once each, in the order of the kinds. */
    static List<Sign> of(String value) {
        return of(value, true);
    }

    /** As {@link #of(String)}, without what is made of digits, which needs no look where digits mean something else. */
    static List<Sign> ofWords(String value) {
        return of(value, false);
    }

    private static List<Sign> of(String value, boolean isDigitsToo) {
        String text = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
        if (text.isBlank()) {
            return List.of();
        }
        Map<IdentifierKind, Sign> signs = new EnumMap<>(IdentifierKind.class);
        Consumer<Sign> found = sign -> signs.merge(sign.kind(), sign, (one, other) -> one.isCertain() ? one : other);
        Letters letters = Letters.in(text);
        if (letters.digits == text.length() && letters.digits < FEWEST_DIGITS) {
            return List.of();
        }
        if (isDigitsToo && letters.digits >= FEWEST_DIGITS) {
            NumberSigns.find(text, found);
        }
        if (isDigitsToo && letters.digits > 0) {
            PlaceSigns.find(text, found);
        }
        if (letters.hasMarks) {
            MarkSigns.findAddress(text, found);
        }
        if (letters.hasLetters) {
            if (isDigitsToo && letters.digits > 0) {
                MarkSigns.findMark(text, found);
            }
            PersonSigns.find(text, letters.digits > 0, found);
        }
        return List.copyOf(signs.values());
    }

    /** The first kind that the value leaves no doubt about. */
    public static Optional<IdentifierKind> findCertain(String value) {
        return of(value).stream().filter(Sign::isCertain).map(Sign::kind).findFirst();
    }

    /** The first kind that the value shows any sign of. */
    public static Optional<IdentifierKind> find(String value) {
        return of(value).stream().map(Sign::kind).findFirst();
    }

    /** What a text is made of; most values are short numbers or words, and few detectors concern those. */
    private record Letters(int digits, boolean hasLetters, boolean hasMarks) {
        static Letters in(String text) {
            int digits = 0;
            boolean hasLetters = false;
            boolean hasMarks = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= '0' && c <= '9') {
                    digits++;
                } else if (Character.isLetter(c)) {
                    hasLetters = true;
                } else if (c != ' ') {
                    hasMarks = true;
                }
            }
            return new Letters(digits, hasLetters, hasMarks);
        }
    }
}
