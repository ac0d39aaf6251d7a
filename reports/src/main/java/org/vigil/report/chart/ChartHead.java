package org.vigil.report.chart;

import java.util.List;

/** The line above a plot: what is counted, and the key at its right; a key that is too wide has lines of its own beneath. */
final class ChartHead {
    private static final int HEIGHT = 22;
    private static final double BASELINE = 13;
    private static final double GAP = 24;

    private final String unit;
    private final Key key;
    private final boolean isBeside;

    ChartHead(String unit, List<Key.Entry> entries) {
        this.unit = Ink.cut(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Drawing.WIDTH);
        this.key = new Key(entries, Drawing.WIDTH);
        double room = Drawing.WIDTH - HouseFont.SEMI_BOLD.width(this.unit, Ink.TEXT_SIZE) - GAP;
        this.isBeside = key.lineCount() <= 1 && key.width() <= room;
    }

    int height() {
        return HEIGHT + (isBeside ? 0 : key.height());
    }

    void paint(Ink ink) {
        ink.left(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, 0, BASELINE);
        if (isBeside) {
            key.paint(ink, Drawing.WIDTH - key.width(), BASELINE);
        } else {
            key.paint(ink, 0, BASELINE + Key.LINE_HEIGHT);
        }
    }
}
