package org.vigil.report.chart;

import java.awt.geom.Rectangle2D;
import org.vigil.report.text.NumberText;

/** Axes of one small chart: slots of equal width from left to right, counts from 0 upwards. */
final class PanelFrame {
    private static final int FOOT = 22;

    private final Ink ink;
    private final Scale scale;
    private final Rectangle2D plot;
    private final int firstSlot;
    private final double slotWidth;

    /**
     * Axes inside a place.
     *
     * @param place the whole panel
     * @param head room above the plot
     * @param firstSlot number of the first slot
     * @param lastSlot number of the last slot
     */
    PanelFrame(Ink ink, Rectangle2D place, int head, Scale scale, int firstSlot, int lastSlot) {
        this.ink = ink;
        this.scale = scale;
        this.firstSlot = firstSlot;
        double left = place.getMinX() + AxisWidth.of(scale);
        this.plot = new Rectangle2D.Double(
                left, place.getMinY() + head, place.getMaxX() - left, place.getHeight() - head - FOOT);
        this.slotWidth = plot.getWidth() / (lastSlot - firstSlot + 1);
    }

    void paintGrid() {
        for (double tick : scale.ticks()) {
            ink.line(plot.getMinX(), y(tick), plot.getMaxX(), y(tick), Palette.GRID, 1f);
            ink.right(
                    NumberText.count(Math.round(tick)),
                    HouseFont.REGULAR,
                    Ink.TEXT_SIZE,
                    Palette.MUTED,
                    plot.getMinX() - 8,
                    y(tick) + 4);
        }
    }

    void paintBase() {
        ink.line(plot.getMinX(), bottom(), plot.getMaxX(), bottom(), Palette.AXIS, 1f);
    }

    /** Writes a label beneath a place on the horizontal axis, kept inside the panel. */
    void labelAt(String text, double x) {
        double half = HouseFont.REGULAR.width(text, Ink.TEXT_SIZE) / 2;
        ink.line(x, bottom(), x, bottom() + 4, Palette.AXIS, 1f);
        ink.centre(
                text,
                HouseFont.REGULAR,
                Ink.TEXT_SIZE,
                Palette.MUTED,
                Math.min(x, plot.getMaxX() - half),
                bottom() + 17);
    }

    /** Left edge of a slot. */
    double left(int slot) {
        return plot.getMinX() + (slot - firstSlot) * slotWidth;
    }

    double middle(int slot) {
        return left(slot) + slotWidth / 2;
    }

    double slotWidth() {
        return slotWidth;
    }

    double y(double value) {
        return plot.getMaxY() - plot.getHeight() * value / scale.top();
    }

    double top() {
        return plot.getMinY();
    }

    double bottom() {
        return plot.getMaxY();
    }
}
