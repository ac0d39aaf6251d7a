package org.vigil.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ColumnSignsTest {
    @Test
    void oneAddressIsOneTooManyWhateverTheColumnIs() {
        Map<String, Integer> column = values(99, i -> "label " + i);
        column.put("jane@example.org", 1);
        for (ColumnRole role : ColumnRole.values()) {
            assertEquals("refused: an e-mail address", told(column, role), role.name());
        }
    }

    @Test
    void recordNumbersDatesAndCountsMayBeMadeOfDigits() {
        Map<String, Integer> column = values(50, i -> String.valueOf(7_700_900_000L + i));
        column.put("943 476 5919", 1);
        assertEquals("", told(column, ColumnRole.RECORD_NUMBER));
        assertEquals("", told(column, ColumnRole.COUNT));
        assertEquals("refused: an NHS number, a long number", told(column, ColumnRole.LABEL));
        assertEquals("refused: an NHS number; remarked: a long number", told(column, ColumnRole.UNREAD));
    }

    @Test
    void chanceIsNoSign() {
        // One in eleven of ten digits has a valid check digit, one in ten of sixteen.
        assertEquals(
                "remarked: a long number",
                told(values(400, i -> String.valueOf(4_000_000_000L + 37L * i)), ColumnRole.UNREAD));
        assertEquals(
                "remarked: a long number",
                told(values(400, i -> String.valueOf(4_000_000_000_000_000L + 37L * i)), ColumnRole.UNREAD));
    }

    @Test
    void namesHaveToBeMany() {
        List<String> given = List.of("Priya", "George", "Fatima", "Oliver", "Ngozi", "Tomasz");
        assertEquals("refused: a person's name", told(values(6, i -> given.get(i) + " Doe"), ColumnRole.UNREAD));
        Map<String, Integer> places = values(94, i -> "Place " + i);
        places.putAll(values(6, i -> given.get(i)));
        assertEquals("", told(places, ColumnRole.UNREAD));
    }

    @Test
    void datesOfLivesLieFurtherApartThanDatesOfEvents() {
        Map<String, Integer> births =
                values(60, i -> LocalDate.of(1940 + i, 3, 1).toString());
        Map<String, Integer> arrests =
                values(60, i -> LocalDate.of(2010 + i / 6, 3, 1 + i % 6).toString());
        assertEquals("refused: a date of birth", told(births, ColumnRole.UNREAD));
        assertEquals("", told(arrests, ColumnRole.UNREAD));
        assertEquals("refused: a date of birth", told(arrests, ColumnRole.LABEL));
        assertEquals("", told(births, ColumnRole.DATE));
    }

    @Test
    void sentencesOfAListAreNoFreeText() {
        IntFunction<String> sentence = i -> "The man said to her that she should go home, and hit her " + i + " times.";
        assertEquals("refused: free text", told(values(20, sentence), ColumnRole.UNREAD));
        Map<String, Integer> definitions = values(20, sentence);
        definitions.replaceAll((value, count) -> 40);
        assertEquals("", told(definitions, ColumnRole.UNREAD));
    }

    @Test
    void anEmptyColumnShowsNothing() {
        assertEquals("", told(Map.of(), ColumnRole.UNREAD));
    }

    private static Map<String, Integer> values(int count, IntFunction<String> value) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            values.merge(value.apply(i), 1, Integer::sum);
        }
        return values;
    }

    private static String told(Map<String, Integer> column, ColumnRole role) {
        List<ColumnSign> signs = ColumnSigns.of(column, role);
        String refused = labels(signs, true);
        String remarked = labels(signs, false);
        return (refused.isEmpty() ? "" : "refused: " + refused)
                + (refused.isEmpty() || remarked.isEmpty() ? "" : "; ")
                + (remarked.isEmpty() ? "" : "remarked: " + remarked);
    }

    private static String labels(List<ColumnSign> signs, boolean isRefused) {
        return signs.stream()
                .filter(sign -> sign.isRefused() == isRefused)
                .map(sign -> sign.kind().label())
                .collect(Collectors.joining(", "));
    }
}
