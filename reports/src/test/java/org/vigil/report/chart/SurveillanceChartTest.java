package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveillanceChartTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final String NAVY_FILL = "fill=\"rgb(18,67,109)\"";

    private static SurveillanceChart.Week week(int week, double count, BarSeriesChart.Kind kind) {
        LocalDate monday = START.plusWeeks(week);
        return new SurveillanceChart.Week(
                new BarSeriesChart.Bar(monday, monday.plusDays(6), count, kind, Optional.empty()),
                OptionalDouble.of(10),
                OptionalDouble.of(15));
    }

    private static SurveillanceChart chart(int plotHeight, List<EventMarker> events, SurveillanceChart.Week... weeks) {
        return new SurveillanceChart("Incidents per week", List.of(weeks), events, List.of(), plotHeight);
    }

    private static String svg(Drawing drawing) {
        return SvgPicture.of(drawing, "id", "title", "text");
    }

    @Test
    void darkensWeeksAboveTheBoundAndNamesThemInTheKey() {
        String within = svg(chart(150, List.of(), week(0, 15, BarSeriesChart.Kind.FINAL)));
        String above = svg(chart(150, List.of(), week(0, 16, BarSeriesChart.Kind.FINAL)));

        assertTrue(!within.contains(NAVY_FILL) && !within.contains("Above upper bound"), within);
        assertTrue(above.contains(NAVY_FILL) && above.contains("Above upper bound"), above);
    }

    @Test
    void writesTheShorthandWhereHiddenWeeksAreWideEnoughTogether() {
        SurveillanceChart.Week[] year = IntStream.range(0, 104)
                .mapToObj(i -> week(i, 12, i == 50 || i == 51 ? BarSeriesChart.Kind.HIDDEN : BarSeriesChart.Kind.FINAL))
                .toArray(SurveillanceChart.Week[]::new);
        SurveillanceChart.Week[] half =
                IntStream.range(0, 52).mapToObj(i -> year[i + 25]).toArray(SurveillanceChart.Week[]::new);

        assertTrue(!svg(chart(150, List.of(), year)).contains(">[c]<"));
        assertTrue(svg(chart(150, List.of(), half)).contains(">[c]<"));
    }

    @Test
    void keepsTheHeightThatAPageHasRoomForHoweverManyEventsThereAre() {
        SurveillanceChart.Week[] weeks = IntStream.range(0, 52)
                .mapToObj(i -> week(i, 12, BarSeriesChart.Kind.FINAL))
                .toArray(SurveillanceChart.Week[]::new);
        List<EventMarker> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(new EventMarker(START.plusDays(10 + 28 * i), "Event with a name, number " + i, "a day"));
        }

        for (int height : new int[] {SurveillanceChart.COMPACT, SurveillanceChart.TALL}) {
            SurveillanceChart crowded = chart(height, events, weeks);
            assertEquals(chart(height, List.of(), weeks).height(), crowded.height());
            assertTrue(!crowded.marked().isEmpty());
        }
    }

    @Test
    void refusesWhatHasNoWeekOrNoRoom() {
        assertEquals(
                "A surveillance chart needs at least one week",
                assertThrows(IllegalArgumentException.class, () -> chart(150, List.of()))
                        .getMessage());
        SurveillanceChart.Week one = week(0, 12, BarSeriesChart.Kind.FINAL);
        assertEquals(
                "A surveillance chart is at least 100 high, not 99",
                assertThrows(IllegalArgumentException.class, () -> chart(99, List.of(), one))
                        .getMessage());
    }
}
