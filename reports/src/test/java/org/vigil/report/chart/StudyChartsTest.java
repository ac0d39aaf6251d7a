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

    @Test
    void setsPanelsBesideAndBeneathEachOther() {
        assertEquals(curve(12, 2).height() * 2 - curve(12, 4).height(), 24);
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
