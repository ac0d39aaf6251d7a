package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Marks of different meaning that touch or stand beside each other are told apart in greyscale: by a contrast of 3 to 1, or by something
 * that is not colour.
 *
 * <p>The pairs are declared here, not found in the pictures: a new mark is judged only when its pair is added, that a dash or a hatch
 * is really painted is the matter of each chart's own tests, and a line that crosses another mark in passing is not judged. Printers
 * differ in how they turn colour into grey; the measure is the relative luminance of WCAG 2.2.
 */
class GreyscaleTest {
    private static final double CONTRAST = 3;

    /** Two marks beside each other; {@code otherwise} is what tells them apart besides colour, empty where contrast alone does. */
    record Pair(String chart, String marks, Color one, Color other, String otherwise) {}

    static List<Pair> pairs() {
        return List.of(
                new Pair("BarSeriesChart", "final and provisional bar", Palette.BLUE, Palette.PALE_BLUE, ""),
                new Pair("BarSeriesChart", "provisional bar and page", Palette.PALE_BLUE, Color.WHITE, "outline"),
                new Pair("BarSeriesChart", "final bar and event line", Palette.BLUE, Palette.INK, ""),
                new Pair(
                        "SurveillanceChart", "week above the bound and other week", Palette.NAVY, Palette.PALE_BAR, ""),
                new Pair(
                        "SurveillanceChart",
                        "final and provisional week",
                        Palette.PALE_BAR,
                        Palette.PALE_BAR,
                        "dashed outline"),
                new Pair(
                        "SurveillanceChart",
                        "other week and page",
                        Palette.PALE_BAR,
                        Color.WHITE,
                        "label of the axis, table"),
                new Pair("SurveillanceChart", "expected and other week", Palette.INK, Palette.PALE_BAR, ""),
                new Pair(
                        "SurveillanceChart",
                        "expected and week above the bound",
                        Palette.INK,
                        Palette.NAVY,
                        "white casing"),
                new Pair("SurveillanceChart", "expected and upper bound", Palette.INK, Palette.ORANGE, "dash, label"),
                new Pair(
                        "SurveillanceChart",
                        "upper bound and other week",
                        Palette.ORANGE,
                        Palette.PALE_BAR,
                        "white casing, dash"),
                new Pair("SurveillanceChart", "event and break", Palette.INK, Palette.ORANGE, "dash, label"),
                new Pair(
                        "CalendarHeatMap",
                        "days far apart in number",
                        Palette.SEQUENTIAL.get(1),
                        Palette.SEQUENTIAL.get(3),
                        ""),
                new Pair("CalendarHeatMap", "hidden day and few", Palette.MUTED, Palette.SEQUENTIAL.get(0), "hatch"),
                new Pair("CalendarHeatMap", "event and darkest day", Palette.ORANGE, Palette.SEQUENTIAL.get(4), ""),
                new Pair(
                        "CalendarHeatMap",
                        "event and palest day",
                        Palette.ORANGE,
                        Palette.SEQUENTIAL.get(0),
                        "leader and label"),
                new Pair(
                        "TileMap",
                        "neighbouring steps",
                        Palette.SEQUENTIAL.get(2),
                        Palette.SEQUENTIAL.get(3),
                        "number in the tile"),
                new Pair(
                        "TileMap",
                        "tile without a figure and palest step",
                        Color.WHITE,
                        Palette.SEQUENTIAL.get(0),
                        "dashed outline"),
                new Pair(
                        "SmallMultiples",
                        "highlighted and other line",
                        Palette.NAVY,
                        Palette.DOT,
                        "width, weight of the value"),
                new Pair("SmallMultiples", "line and its area", Palette.DOT, Palette.PALE_GREY, ""),
                new Pair("SmallMultiples", "highlighted line and its area", Palette.NAVY, Palette.PALE_BLUE, ""),
                new Pair(
                        "SmallMultiples",
                        "line and rule",
                        Palette.DOT,
                        Palette.AXIS,
                        "straight through the panel, named in the words on reading"),
                new Pair("LineChart", "first and second line", Palette.NAVY, Palette.TURQUOISE, ""),
                new Pair("LineChart", "second and third line", Palette.TURQUOISE, Palette.PLUM, ""),
                new Pair("LineChart", "third and fourth line", Palette.PLUM, Palette.ORANGE, ""),
                new Pair("LineChart", "first and third line", Palette.NAVY, Palette.PLUM, "label at the end"),
                new Pair("LineChart", "second and fourth line", Palette.TURQUOISE, Palette.ORANGE, "label at the end"),
                new Pair("EventCurveChart", "recorded and band", Palette.NAVY, Palette.PALE_BLUE, ""),
                new Pair("EventCurveChart", "usual and band", Palette.MUTED, Palette.PALE_BLUE, ""),
                new Pair("EventCurveChart", "edge of the band and page", Palette.DOT, Color.WHITE, ""),
                new Pair("EventCurveChart", "before and after", Palette.PALE_GREY, Color.WHITE, "event line, words"),
                new Pair("EventCurveChart", "recorded and usual", Palette.NAVY, Palette.MUTED, "dots"),
                new Pair("PlaceboHistogram", "bar and event line", Palette.BLUE, Palette.INK, ""),
                new Pair("FunnelChart", "both limits", Palette.NAVY, Palette.TURQUOISE, ""),
                new Pair("FunnelChart", "area outside and inside the limits", Palette.PLUM, Palette.DOT, "size, label"),
                new Pair("RatioChart", "clear and unclear ratio", Palette.NAVY, Color.WHITE, ""));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void neighboursAreToldApartWithoutColour(Pair pair) {
        double contrast = Palette.contrast(pair.one(), pair.other());

        assertTrue(
                contrast >= CONTRAST || !pair.otherwise().isEmpty(),
                pair.chart() + ": " + pair.marks() + " differ by " + contrast + " to 1 only");
    }

    /** Steps that stand beside each other in a map or calendar differ by less than 3 to 1; their order still shows. */
    @Test
    void stepsFromFewToManyDarkenInGreyscale() {
        List<Color> steps = Palette.SEQUENTIAL;
        List<Double> contrasts =
                steps.stream().map(step -> Palette.contrast(step, Color.WHITE)).toList();

        IntStream.range(1, steps.size())
                .forEach(i -> assertTrue(contrasts.get(i) >= 1.3 * contrasts.get(i - 1), contrasts.toString()));
        assertEquals(10.25, contrasts.get(4), 0.005);
    }
}
