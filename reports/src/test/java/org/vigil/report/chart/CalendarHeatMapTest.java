package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CalendarHeatMapTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 12, 30);

    private static String steps(long... counts) {
        CountSteps steps = CountSteps.of(counts);
        return IntStream.range(0, steps.size()).mapToObj(steps::text).collect(Collectors.joining(", "));
    }

    private static CalendarHeatMap calendar(int days, List<EventMarker> events) {
        List<CalendarHeatMap.Day> all = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            all.add(new CalendarHeatMap.Day(MONDAY.plusDays(i), OptionalLong.of(i % 20)));
        }
        return new CalendarHeatMap("Incidents a day", all, events, Optional.empty());
    }

    private static String svg(Drawing drawing) {
        return SvgPicture.of(drawing, "id", "title", "text");
    }

    @Test
    void cutsShadesAtRoundNumbersAndKeepsTheDarkestForFewDays() {
        assertEquals(
                "under 65, 65 to 79, 80 to 94, 95 to 104, 105 and over",
                steps(LongStream.rangeClosed(50, 105).toArray()));
        assertEquals(
                "0, 1 to 2, 3 to 4, 5 and over", steps(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5));
    }

    @Test
    void needsFewerShadesWhereCountsHardlyDiffer() {
        assertEquals("7", steps(7, 7, 7));
        assertEquals(
                "0, 1 and over",
                steps(LongStream.range(0, 60).map(day -> day == 30 ? 2 : 0).toArray()));
        CountSteps two = CountSteps.of(new long[] {0, 1});
        assertEquals(
                List.of(Palette.SEQUENTIAL.get(0), Palette.SEQUENTIAL.get(4)), List.of(two.colour(0), two.colour(1)));
    }

    @Test
    void setsMoreThanFiftyThreeWeeksInBlocksBeneathEachOther() {
        int oneYear = calendar(371, List.of()).height();
        int twoYears = calendar(728, List.of()).height();

        assertTrue(calendar(372, List.of()).height() > oneYear);
        assertEquals(calendar(372, List.of()).height(), twoYears);
    }

    @Test
    void hatchesHiddenDaysAndLeavesDaysWithoutARecordBlank() {
        CalendarHeatMap hidden = new CalendarHeatMap(
                "Incidents a day",
                List.of(
                        new CalendarHeatMap.Day(MONDAY, OptionalLong.of(1)),
                        new CalendarHeatMap.Day(MONDAY.plusDays(1), OptionalLong.empty())),
                List.of(),
                Optional.empty());
        CalendarHeatMap missing = new CalendarHeatMap(
                "Incidents a day",
                List.of(
                        new CalendarHeatMap.Day(MONDAY, OptionalLong.of(1)),
                        new CalendarHeatMap.Day(MONDAY.plusDays(2), OptionalLong.of(1))),
                List.of(),
                Optional.empty());

        assertTrue(svg(hidden).contains(">[c]<") && svg(hidden).contains("Not shown [c]"));
        assertTrue(!svg(missing).contains("[c]"));
    }

    @Test
    void outlinesTheDaysOfTheEventsThatItNames() {
        List<EventMarker> events = List.of(
                new EventMarker(MONDAY.plusDays(100), "An event", "9 Apr 2025"),
                new EventMarker(MONDAY.minusDays(1), "One before", "29 Dec 2024"));
        CalendarHeatMap calendar = calendar(364, events);
        Color orange = Palette.ORANGE;
        String stroke = "stroke=\"rgb(" + orange.getRed() + "," + orange.getGreen() + "," + orange.getBlue() + ")\"";

        assertEquals(events.subList(0, 1), calendar.marked());
        assertEquals(2, svg(calendar).split(Pattern.quote(stroke), -1).length);
    }

    @Test
    void refusesACalendarWithoutDays() {
        assertEquals(
                "A calendar needs at least one day",
                assertThrows(IllegalArgumentException.class, () -> calendar(0, List.of()))
                        .getMessage());
    }
}
