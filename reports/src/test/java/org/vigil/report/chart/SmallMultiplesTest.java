package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SmallMultiplesTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 6);

    private static SmallMultiples.Panel panel(String label, String shortLabel, double highest) {
        List<SmallMultiples.Point> points = new ArrayList<>();
        for (int week = 0; week < 52; week++) {
            points.add(
                    new SmallMultiples.Point(START.plusWeeks(week), OptionalDouble.of(highest * week / 51), week > 47));
        }
        return new SmallMultiples.Panel(label, shortLabel, "12", points, OptionalDouble.of(3), false);
    }

    private static List<SmallMultiples.Panel> panels(int count) {
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            panels.add(panel("Panel " + i, "P" + i, 10));
        }
        return panels;
    }

    private static String svg(Drawing drawing) {
        return SvgPicture.of(drawing, "id", "title", "text").replaceAll("\\s+", " ");
    }

    @Test
    void drawsAllPanelsOnTheScaleOfTheHighest() {
        List<SmallMultiples.Panel> panels = List.of(panel("Low", "L", 10), panel("High", "H", 240));

        String picture = svg(new SmallMultiples(panels, "Weekly numbers.", 658, 200));

        assertTrue(picture.contains("Weekly numbers. All panels 0 to 250, January 2025 to December 2025."), picture);
        assertTrue(picture.contains("Dashed: provisional."), picture);
    }

    @Test
    void shortensNamesInsteadOfScalingThem() {
        List<SmallMultiples.Panel> panels = new ArrayList<>(panels(58));
        panels.add(panel("Kensington and Chelsea", "Kens. & Chel.", 10));
        panels.add(panel("Kensington and Chelsea", "Kensington, Chelsea", 10));

        String picture = svg(new SmallMultiples(panels, "", 658, 640));

        assertTrue(picture.contains(">Kens. &amp; Chel.<"), picture);
        assertTrue(picture.contains(">Kensington,\u2026<"), picture);
    }

    @Test
    void breaksLinesWhereValuesAreMissingAndHatchesWhereTheyAreHidden() {
        SmallMultiples.Panel whole = panel("Whole", "W", 10);
        List<SmallMultiples.Point> gap = new ArrayList<>(whole.points());
        gap.remove(20);
        List<SmallMultiples.Point> hidden = new ArrayList<>(whole.points());
        for (int week = 20; week < 24; week++) {
            hidden.set(week, new SmallMultiples.Point(START.plusWeeks(week), OptionalDouble.empty(), false));
        }

        String withGap = svg(new SmallMultiples(List.of(whole, with(gap)), "", 658, 200));
        String withHidden = svg(new SmallMultiples(List.of(whole, with(hidden)), "", 658, 200));

        assertEquals(2, moves(withGap) - moves(svg(new SmallMultiples(List.of(whole, whole), "", 658, 200))));
        assertTrue(!withGap.contains("[c]"), withGap);
        assertTrue(withHidden.contains(">[c]<") && withHidden.contains("Hatched: not shown [c]."), withHidden);
    }

    private static SmallMultiples.Panel with(List<SmallMultiples.Point> points) {
        return new SmallMultiples.Panel("Name", "N", "12", points, OptionalDouble.of(3), false);
    }

    /** Beginnings in all paths of the picture: those of lines, and those of the areas beneath them. */
    private static int moves(String picture) {
        return Pattern.compile(" d=\"([^\"]*)\"")
                .matcher(picture)
                .results()
                .mapToInt(path -> path.group(1).split("M", -1).length - 1)
                .sum();
    }

    @Test
    void hasRoomForManyPanelsAndSaysWhereItHasNone() {
        for (int count = 2; count <= 60; count++) {
            SmallMultiples grid = new SmallMultiples(panels(count), "How.", 658, 640);
            assertEquals(640, grid.height());
        }
        assertEquals(
                "60 panels have no room in 658 x 300 pixels",
                assertThrows(IllegalArgumentException.class, () -> new SmallMultiples(panels(60), "", 658, 300))
                        .getMessage());
        assertEquals(
                "A picture has 1 to 60 panels, not 61",
                assertThrows(IllegalArgumentException.class, () -> new SmallMultiples(panels(61), "", 658, 900))
                        .getMessage());
    }
}
