package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.incident.ReferenceFileException;

final class SeriesBreaksTest {
    private static final SeriesBreaks UK = SeriesBreaks.load("uk");

    @Test
    void theMetropolitanPoliceSeriesBreaksOnceAtItsChangeOfRecordingSystem() {
        List<SeriesBreak> breaks = UK.applyingTo(List.of("met")).stream()
                .filter(SeriesBreak::isBreak)
                .toList();

        assertEquals(
                List.of("met-connect"), breaks.stream().map(SeriesBreak::id).toList());
        assertEquals(LocalDate.of(2024, 2, 28), breaks.get(0).start());
    }

    @Test
    void aChangeOfAnotherForceDoesNotApplyToTheMetropolitanPolice() {
        assertTrue(UK.applyingTo(List.of("met")).stream()
                .noneMatch(made -> made.id().equals("greater-manchester-system-change")));
        assertTrue(UK.applyingTo(List.of("england-wales")).stream()
                .anyMatch(made -> made.id().equals("greater-manchester-system-change")));
    }

    @Test
    void theAwarenessWeekRunsFromTheSecondToTheThirdSaturdayOfOctober() {
        List<SeriesBreak> weeks = UK.breaks().stream()
                .filter(made -> made.id().startsWith("hate-crime-awareness-week-"))
                .toList();

        assertTrue(weeks.stream()
                .allMatch(week -> week.start().getDayOfWeek() == DayOfWeek.SATURDAY
                        && week.start().getDayOfMonth() >= 8
                        && week.start().getDayOfMonth() <= 14
                        && week.end().equals(Optional.of(week.start().plusDays(7)))));
        assertTrue(weeks.stream().anyMatch(week -> week.start().equals(LocalDate.of(2023, 10, 14))));
    }

    @Test
    void theFederalFileMarksTheFirstYearsOfItsCategories() {
        assertEquals(
                List.of(1991, 1997, 2004, 2012, 2013, 2015),
                SeriesBreaks.load("us").applyingTo(List.of("fbi-hate-crime")).stream()
                        .map(made -> made.start().getYear())
                        .toList());
    }

    @Test
    void statesEveryFaultOfAListAtOnce() {
        String text = """
                version: '1'
                breaks:
                  - id: a
                    applies-to: [met]
                    start: '2024-02-30'
                    name: A
                    effect: Something
                    is-break: true
                    source: not checked
                  - id: a
                    applies-to: []
                    start: '2024-02-28'
                    name: A
                    effect: Something
                    is-break: true
                    source: not checked
                """;

        assertEquals(
                "Cannot use own.yaml: found 3 faults [a: found start '2024-02-30'; expected a date as 2023-10-07; "
                        + "a: found a blank text or no applies-to; expected name, effect, source (or 'not checked') and at"
                        + " least one source or scope; a: found twice; expected each id once]; expected none of these.",
                assertThrows(ReferenceFileException.class, () -> SeriesBreaks.parse("own.yaml", text))
                        .getMessage());
    }
}
