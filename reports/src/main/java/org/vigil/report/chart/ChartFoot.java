package org.vigil.report.chart;

import java.util.List;

/** The line beneath a map or a calendar: what is counted, then the key; a long name of what is counted has a line of its own. */
final class ChartFoot {
    private static final double ASCENT = 11;
    private static final double GAP = 18;
    private static final double WIDEST_BESIDE_KEY = 170;

    private final String unit;
    private final double unitWidth;
    private final boolean isBeside;
    private final Key key;

    ChartFoot(String unit, List<Key.Entry> entries) {
        this.unit = Ink.cut(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Drawing.WIDTH);
        this.unitWidth = HouseFont.SEMI_BOLD.width(this.unit, Ink.TEXT_SIZE);
        this.isBeside = unitWidth <= WIDEST_BESIDE_KEY;
        this.key = new Key(entries, isBeside ? Drawing.WIDTH - unitWidth - GAP : Drawing.WIDTH);
    }

    int height() {
        return Math.max(Key.LINE_HEIGHT, key.height() + (isBeside ? 0 : Key.LINE_HEIGHT));
    }

    void paint(Ink ink, double top) {
        double baseline = top + ASCENT;
        ink.left(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, 0, baseline);
        key.paint(ink, isBeside ? unitWidth + GAP : 0, isBeside ? baseline : baseline + Key.LINE_HEIGHT);
    }
}
