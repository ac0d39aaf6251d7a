package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarSeriesChartTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static BarSeriesChart chart(List<EventMarker> events) {
        List<BarSeriesChart.Bar> bars = new ArrayList<>();
        for (int week = 0; week < 104; week++) {
            LocalDate monday = START.plusWeeks(week);
            bars.add(new BarSeriesChart.Bar(
                    monday, monday.plusDays(6), 10 + week % 7, BarSeriesChart.Kind.FINAL, Optional.empty()));
        }
        return new BarSeriesChart("Incidents", bars, events, List.of());
    }

    private static EventMarker event(String name, int day) {
        return new EventMarker(START.plusDays(day), name, "a day");
    }

    @Test
    void keepsTheHeightThatAFirstPageHasRoomForHoweverManyEventsThereAre() {
        List<EventMarker> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(event("Event with quite a long name, in a city, number " + i, 40 + 50 * i));
        }

        BarSeriesChart crowded = chart(events);

        assertEquals(chart(List.of()).height(), crowded.height());
        assertTrue(
                crowded.marked().size() >= 3 && crowded.marked().size() <= 6,
                crowded.marked().toString());
    }

    @Test
    void leavesOutTheLessRelevantEventsWhereThreeLinesOfLabelsAreFull() {
        List<EventMarker> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            events.add(event("Event with quite a long name, number " + i, 8 + 3 * i));
        }

        assertEquals(events.subList(0, 3), chart(events).marked());
    }

    @Test
    void hatchesWhatIsNotShownAndDrawsNoBarThere() {
        assertEquals(0, lines(BarSeriesChart.Kind.FINAL));
        assertTrue(lines(BarSeriesChart.Kind.AT_MOST) > 0, "up to the most that it can be");
        assertTrue(
                lines(BarSeriesChart.Kind.HIDDEN) > lines(BarSeriesChart.Kind.AT_MOST),
                "from top to bottom: " + lines(BarSeriesChart.Kind.HIDDEN));
    }

    /** Lines in the picture of three weeks, beyond those where all are final. */
    private static int lines(BarSeriesChart.Kind middle) {
        return count(middle) - count(BarSeriesChart.Kind.FINAL);
    }

    private static int count(BarSeriesChart.Kind middle) {
        List<BarSeriesChart.Bar> bars = new ArrayList<>();
        for (int week = 0; week < 3; week++) {
            LocalDate monday = START.plusWeeks(week);
            bars.add(new BarSeriesChart.Bar(
                    monday,
                    monday.plusDays(6),
                    week == 1 ? 5 : 20,
                    week == 1 ? middle : BarSeriesChart.Kind.FINAL,
                    Optional.empty()));
        }
        String picture =
                SvgPicture.of(new BarSeriesChart("Incidents", bars, List.of(), List.of()), "id", "title", "text");
        return picture.split("[ML]\\d", -1).length;
    }

    @Test
    void shortensANameAtACommaOrBetweenWords() {
        assertEquals("Attack on a shop, Town", EventLabels.shortened("Attack on a shop, Town"));
        assertEquals(
                "Attack on a festival event",
                EventLabels.shortened("Attack on a festival event, Long Beach Name, Capital City"));
        assertEquals(
                "Announcement of a decision by the\u2026",
                EventLabels.shortened("Announcement of a decision by the highest court of appeal in the country"));
    }
}
