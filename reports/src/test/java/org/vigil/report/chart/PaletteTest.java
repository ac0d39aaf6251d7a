package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void measuresContrastAsWcagDoes() {
        assertEquals(21.0, Palette.contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(10.25, Palette.contrast(Palette.NAVY, Color.WHITE), 0.005);
    }

    @Test
    void drawsEveryLineAndBarAtThreeToOneOnWhite() {
        Palette.LINES.forEach(c -> assertTrue(Palette.contrast(c, Color.WHITE) >= 3, c.toString()));
        assertTrue(Palette.contrast(Palette.BLUE, Color.WHITE) >= 3);
        assertTrue(Palette.contrast(Palette.DOT, Color.WHITE) >= 3);
        assertTrue(Palette.contrast(Palette.AXIS, Color.WHITE) >= 3);
    }

    @Test
    void writesEveryLabelAtFourAndAHalfToOne() {
        Palette.LINE_LABELS.forEach(c -> assertTrue(Palette.contrast(c, Color.WHITE) >= 4.5, c.toString()));
        for (Color text : List.of(Palette.MUTED, Palette.INK, Palette.PLUM)) {
            assertTrue(Palette.contrast(text, Color.WHITE) >= 4.5, text.toString());
        }
        Palette.SEQUENTIAL.forEach(c -> assertTrue(Palette.contrast(Palette.textOn(c), c) >= 4.5, c.toString()));
    }
}
