package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Charts of what models say: curves around an event, dates without one, ratios. */
class StudyChartsTest {
    private static EventCurveChart curve(int provisionalFrom, int panels) {
        List<EventCurveChart.Unit> units = new ArrayList<>();
        for (int week = -8; week <= 11; week++) {
            units.add(new EventCurveChart.Unit(
                    week,
                    OptionalLong.of(20 + week),
                    OptionalDouble.of(20),
                    OptionalLong.of(12),
                    OptionalLong.of(28),
                    week >= provisionalFrom));
        }
        return new EventCurveChart("week", Collections.nCopies(panels, new EventCurveChart.Panel("Jewish", units)));
    }

    private static RatioChart.Row row(double ratio, double lower, OptionalDouble upper) {
        return new RatioChart.Row("Event", "2 Oct 2025", ratio, lower, upper, true);
    }

    private static int dashes(Drawing drawing) {
        return SvgPicture.of(drawing, "id", "title", "text").split("stroke-dasharray", -1).length;
    }

    @Test
    void dashesProvisionalUnits() {
        assertTrue(dashes(curve(8, 1)) > dashes(curve(12, 1)));
    }

    private static EventCurveChart.Panel panel(int highest) {
        List<EventCurveChart.Unit> units = new ArrayList<>();
        for (int week = -8; week <= 11; week++) {
            units.add(new EventCurveChart.Unit(
                    week,
                    OptionalLong.of(week == 2 ? highest : 3),
                    OptionalDouble.of(3),
                    OptionalLong.of(1),
                    OptionalLong.of(6),
                    false));
        }
        return new EventCurveChart.Panel("Community", units);
    }

    private static int count(String text, Drawing drawing) {
        return SvgPicture.of(drawing, "id", "title", "text").split(">" + text + "<", -1).length - 1;
    }

    @Test
    void drawsCommunitiesOnOneScaleWhereTheyAreCompared() {
        List<EventCurveChart.Panel> panels = List.of(panel(37), panel(15));

        assertEquals(1, count("40", new EventCurveChart("week", panels)));
        assertEquals(2, count("40", EventCurveChart.onOneScale("week", panels)));
    }

    @Test
    void setsThreeComparedCommunitiesInOneRow() {
        List<EventCurveChart.Panel> three = List.of(panel(37), panel(15), panel(5));

        assertEquals(
                EventCurveChart.onOneScale("week", three.subList(0, 2)).height(),
                EventCurveChart.onOneScale("week", three).height());
        assertTrue(new EventCurveChart("week", three).height()
                > EventCurveChart.onOneScale("week", three).height());
    }

    @Test
    void namesThePeakSinceTheEventAndTheTimeBefore() {
        EventCurveChart chart = new EventCurveChart("week", List.of(panel(37)));

        assertEquals(1, count("37", chart));
        assertEquals(1, count("Before", chart));
        assertEquals(1, count("Event", chart));
    }

    @Test
    void setsPanelsBesideAndBeneathEachOther() {
        assertEquals(curve(12, 2).height() * 2 - curve(12, 4).height(), 22);
        assertThrows(IllegalArgumentException.class, () -> curve(12, 5));
    }

    @Test
    void drawsTwiceAndHalfEquallyFarFromOne() {
        RatioChart chart = new RatioChart("Ratio", List.of(row(3, 0.6, OptionalDouble.of(7))));

        assertEquals(chart.x(1) - chart.x(0.5), chart.x(2) - chart.x(1), 1e-9);
        assertEquals(chart.x(2) - chart.x(1), chart.x(8) - chart.x(4), 1e-9);
    }

    @Test
    void keepsWhatHasNoUpperLimitInsideThePicture() {
        RatioChart chart =
                new RatioChart("Ratio", List.of(row(0, 0, OptionalDouble.of(0.4)), row(90, 2, OptionalDouble.empty())));

        assertTrue(chart.x(90) < chart.width());
        assertEquals(chart.x(0), chart.x(0.25), 1e-9);
        assertTrue(SvgPicture.of(chart, "id", "title", "text").contains("×90.0"));
    }

    @Test
    void marksTheEventAmongDatesWithoutOne() {
        PlaceboHistogram with = new PlaceboHistogram(List.of(new PlaceboHistogram.Panel(
                "Jewish", List.of(new PlaceboHistogram.Step(-1, 40, false), new PlaceboHistogram.Step(8, 0, true)))));
        PlaceboHistogram without = new PlaceboHistogram(List.of(new PlaceboHistogram.Panel(
                "Jewish", List.of(new PlaceboHistogram.Step(-1, 40, false), new PlaceboHistogram.Step(8, 0, false)))));

        assertTrue(dashes(with) > dashes(without));
    }
}
