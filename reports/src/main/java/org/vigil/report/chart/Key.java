package org.vigil.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Swatches with their words, one after another, in as many lines as a width needs. */
final class Key {
    /**
     * One line of meaning.
     *
     * @param text what the swatch stands for
     * @param swatch paints it into a small square
     */
    record Entry(String text, BiConsumer<Ink, Rectangle2D> swatch) {
        private double width() {
            return SWATCH_WIDTH + HouseFont.REGULAR.width(text, Ink.SMALL_SIZE);
        }
    }

    static final int LINE_HEIGHT = 18;
    private static final double SWATCH = 11;
    private static final double SWATCH_WIDTH = 16;
    private static final double GAP = 18;

    private final List<List<Entry>> lines = new ArrayList<>();

    /** Breaks entries into lines; one that is wider than a line is cut. */
    Key(List<Entry> entries, double width) {
        double x = 0;
        for (Entry entry : entries) {
            Entry fitting = new Entry(
                    Ink.cut(entry.text(), HouseFont.REGULAR, Ink.SMALL_SIZE, width - SWATCH_WIDTH), entry.swatch());
            if (lines.isEmpty() || x + fitting.width() > width) {
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.get(lines.size() - 1).add(fitting);
            x += fitting.width() + GAP;
        }
    }

    int lineCount() {
        return lines.size();
    }

    int height() {
        return lines.size() * LINE_HEIGHT;
    }

    double width() {
        return lines.stream().mapToDouble(Key::width).max().orElse(0);
    }

    private static double width(List<Entry> line) {
        return line.stream().mapToDouble(Entry::width).sum() + GAP * (line.size() - 1);
    }

    /** Paints the key; the first line stands on {@code baseline}. */
    void paint(Ink ink, double left, double baseline) {
        double y = baseline;
        for (List<Entry> line : lines) {
            double x = left;
            for (Entry entry : line) {
                entry.swatch().accept(ink, new Rectangle2D.Double(x + 0.5, y - 10, SWATCH, SWATCH));
                ink.left(entry.text(), HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, x + SWATCH_WIDTH, y);
                x += entry.width() + GAP;
            }
            y += LINE_HEIGHT;
        }
    }
}
