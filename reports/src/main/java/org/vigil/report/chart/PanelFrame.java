package org.vigil.report.chart;

import java.awt.geom.Rectangle2D;
import org.vigil.report.text.NumberText;

/** Axes of one small chart: slots of equal width from left to right, counts from 0 upwards. */
final class PanelFrame {
    private static final int FOOT = 22;
    private static final double ROOM_OF_LABEL = 40;
    private static final String EVENT = "Event";
    private static final String BEFORE = "Before";

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

    /** How many slots lie between two labels of the horizontal axis: a multiple of {@code unit} that leaves them room. */
    int labelEvery(int unit) {
        int every = unit;
        while (every * slotWidth < ROOM_OF_LABEL) {
            every *= 2;
        }
        return every;
    }

    /** Draws the line of the event with its word above the plot, to the left of it where the panel ends; returns where the word stands. */
    Rectangle2D markEvent(double x) {
        double baseline = top() - 10;
        ink.dashed(x, baseline - 10, x, bottom(), Palette.INK, 1f);
        double width = HouseFont.REGULAR.width(EVENT, Ink.SMALL_SIZE);
        double left = x + 4 + width > plot.getMaxX() ? x - 4 - width : x + 4;
        ink.left(EVENT, HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.INK, left, baseline);
        return new Rectangle2D.Double(left, baseline - 10, width, 13);
    }

    /** Shades the plot up to the event. */
    void shadeBefore(double x) {
        ink.fill(
                new Rectangle2D.Double(plot.getMinX(), top(), x - plot.getMinX(), plot.getHeight()), Palette.PALE_GREY);
    }

    /** Names the slots before the event, where they are wide enough and the word of the event does not stand there. */
    void nameBefore(double x, Rectangle2D eventWord) {
        double width = HouseFont.REGULAR.width(BEFORE, Ink.SMALL_SIZE);
        if (x - 6 - width >= plot.getMinX() && eventWord.getMinX() > x) {
            ink.right(BEFORE, HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, x - 6, top() - 10);
        }
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

    double left() {
        return plot.getMinX();
    }

    double right() {
        return plot.getMaxX();
    }

    double top() {
        return plot.getMinY();
    }

    double bottom() {
        return plot.getMaxY();
    }
}
