package org.vigil.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.vigil.report.text.NumberText;

/** Counts as horizontal bars from 0, in the order given, each with its number. */
public final class RankedBars implements Drawing {
    /**
     * One bar.
     *
     * @param label its name
     * @param value at least 0
     */
    public record Bar(String label, long value) {}

    private static final int ROW = 18;
    private static final int HEAD = 22;
    private static final int LABEL_MARGIN = 10;

    private final String unit;
    private final List<Bar> bars;
    private final double labelWidth;
    private final double numberWidth;
    private final double highest;

    public RankedBars(String unit, List<Bar> bars) {
        this.unit = unit;
        this.bars = List.copyOf(bars);
        this.labelWidth = bars.stream()
                .mapToDouble(b -> HouseFont.REGULAR.width(b.label(), Ink.TEXT_SIZE))
                .max()
                .orElse(0);
        this.numberWidth = bars.stream()
                .mapToDouble(b -> HouseFont.SEMI_BOLD.width(NumberText.count(b.value()), Ink.TEXT_SIZE))
                .max()
                .orElse(0);
        this.highest = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEAD + bars.size() * ROW + 4;
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        double left = Math.ceil(labelWidth) + LABEL_MARGIN;
        double room = WIDTH - left - numberWidth - LABEL_MARGIN;
        ink.left(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, left, 13);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = HEAD + i * (double) ROW;
            double length = room * bar.value() / highest;
            ink.right(bar.label(), HouseFont.REGULAR, Ink.TEXT_SIZE, Palette.INK, left - LABEL_MARGIN, y + 13);
            g.setColor(Palette.BLUE);
            g.fill(new Rectangle2D.Double(left, y + 3, length, ROW - 6));
            ink.left(
                    NumberText.count(bar.value()),
                    HouseFont.SEMI_BOLD,
                    Ink.TEXT_SIZE,
                    Palette.INK,
                    left + length + 6,
                    y + 13);
        }
        ink.line(left, HEAD, left, HEAD + bars.size() * (double) ROW, Palette.AXIS, 1f);
    }
}
