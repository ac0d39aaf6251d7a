package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    @Test
    void pushesLabelsApartAndKeepsThemInside() {
        double[] centres = LabelStack.spread(List.of(50.0, 52.0, 98.0), List.of(14.0, 14.0, 14.0), 0, 100);

        assertArrayEquals(new double[] {50, 64, 93}, centres, 1e-9);
    }

    @Test
    void stepsInRoundNumbersFromZero() {
        assertEquals(new Scale(500, 2500), Scale.from0To(2458));
        assertEquals(new Scale(1, 4), Scale.from0To(0));
        assertEquals(new Scale(20, 80), Scale.from0To(80));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void placesMarkersSoThatNoLabelCoversAnother(int seed) {
        Random random = new Random(seed);
        List<EventMarker> markers = new ArrayList<>();
        List<Double> lines = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            markers.add(
                    new EventMarker(LocalDate.EPOCH, "Event with a name " + "x".repeat(random.nextInt(12)), "1 Jan"));
            lines.add(40 + 20.0 * i + 100 * i * random.nextDouble());
        }
        lines.sort(Double::compare);

        List<MarkerLayout.Placed> placed = new MarkerLayout(markers, lines, 30, 658).placed();

        assertEquals(6, placed.size());
        for (MarkerLayout.Placed a : placed) {
            assertTrue(a.x() >= 30 && a.x() + a.width() <= 658.5, "seed " + seed + ": " + a);
            for (MarkerLayout.Placed b : placed) {
                boolean overlap =
                        !a.equals(b) && a.lane() == b.lane() && a.x() < b.x() + b.width() && b.x() < a.x() + a.width();
                assertTrue(!overlap, "seed " + seed + ": " + a + " covers " + b);
            }
        }
    }

    @Test
    void cutsTileColoursAtRoundQuintiles() {
        assertArrayEquals(
                new double[] {120, 140, 160, 180},
                TileMap.bounds(new double[] {101, 112, 121, 133, 142, 151, 162, 171, 183, 199}),
                1e-9);
    }

    @Test
    void wrapsTextAtSpacesOnly() {
        assertEquals(
                List.of("Lesbian, gay", "and bisexual"),
                Ink.wrap("Lesbian, gay and bisexual", HouseFont.REGULAR, 12f, 75));
    }
}
