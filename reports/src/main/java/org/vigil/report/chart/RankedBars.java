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
    private static final double WIDEST_LABEL = 230;
    private static final int MOST_LABEL_LINES = 3;

    private final String unit;
    private final List<Bar> bars;
    private final List<List<String>> labels;
    private final double labelWidth;
    private final double numberWidth;
    private final double highest;

    public RankedBars(String unit, List<Bar> bars) {
        this.unit = unit;
        this.bars = List.copyOf(bars);
        this.labels = bars.stream()
                .map(b -> Ink.lines(b.label(), HouseFont.REGULAR, Ink.TEXT_SIZE, WIDEST_LABEL, MOST_LABEL_LINES))
                .toList();
        this.labelWidth = labels.stream()
                .flatMap(List::stream)
                .mapToDouble(line -> HouseFont.REGULAR.width(line, Ink.TEXT_SIZE))
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
        return HEAD + rowsHeight() + 4;
    }

    private int rowsHeight() {
        return labels.stream().mapToInt(RankedBars::rowHeight).sum();
    }

    private static int rowHeight(List<String> label) {
        return ROW + (label.size() - 1) * Ink.LINE_HEIGHT;
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        double left = Math.ceil(labelWidth) + LABEL_MARGIN;
        double room = WIDTH - left - numberWidth - LABEL_MARGIN;
        String above = Ink.cut(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, WIDTH - left);
        ink.left(above, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, left, 13);
        double y = HEAD;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            List<String> label = labels.get(i);
            double length = room * bar.value() / highest;
            for (int line = 0; line < label.size(); line++) {
                double baseline = y + 13 + line * (double) Ink.LINE_HEIGHT;
                ink.right(
                        label.get(line), HouseFont.REGULAR, Ink.TEXT_SIZE, Palette.INK, left - LABEL_MARGIN, baseline);
            }
            double middle = y + rowHeight(label) / 2.0;
            g.setColor(Palette.BLUE);
            g.fill(new Rectangle2D.Double(left, middle - ROW / 2.0 + 3, length, ROW - 6));
            ink.left(
                    NumberText.count(bar.value()),
                    HouseFont.SEMI_BOLD,
                    Ink.TEXT_SIZE,
                    Palette.INK,
                    left + length + 6,
                    middle + 4);
            y += rowHeight(label);
        }
        ink.line(left, HEAD, left, y, Palette.AXIS, 1f);
    }
}
