package org.vigil.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vigil.report.text.NumberText;

/** What was recorded around an event, unit by unit, over the band of what would be usual: one small chart a community, each on its own scale. */
public final class EventCurveChart implements Drawing {
    /** More panels than this are not drawn. */
    public static final int MOST_PANELS = Panels.MOST;

    /**
     * One week or month. Between units that are no neighbours there is no line.
     *
     * @param offset 0 for the first unit of the event
     * @param recorded empty where the source does not cover it
     * @param usual the number that would be usual; empty where there is no estimate, as are both ends of the band
     * @param isProvisional whether the number may still change
     */
    public record Unit(
            int offset,
            OptionalLong recorded,
            OptionalDouble usual,
            OptionalLong usualLower,
            OptionalLong usualUpper,
            boolean isProvisional) {
        private boolean hasBand() {
            return usual.isPresent() && usualLower.isPresent() && usualUpper.isPresent();
        }

        private double highest() {
            return (double) Math.max(recorded.orElse(0), usualUpper.orElse(0));
        }
    }

    /**
     * One community.
     *
     * @param label its name
     * @param units in order, at least one
     */
    public record Panel(String label, List<Unit> units) {
        public Panel {
            units = List.copyOf(units);
            if (units.isEmpty()) {
                throw new IllegalArgumentException("Panel " + label + " has no units");
            }
        }
    }

    private static final int KEY_HEIGHT = 24;
    private static final int ALONE_HEIGHT = 226;
    private static final int BESIDE_HEIGHT = 188;
    private static final int HEAD = 36;
    private static final int LABEL_EVERY = 4;
    private static final double DOT = 2.6;

    private final String unit;
    private final List<Panel> panels;
    private final Panels places;

    /**
     * A chart of up to {@value #MOST_PANELS} communities.
     *
     * @param unit word for the unit of time: week, calendar week or month
     */
    public EventCurveChart(String unit, List<Panel> panels) {
        this.unit = unit;
        this.panels = List.copyOf(panels);
        this.places = new Panels(panels.size(), panels.size() == 1 ? ALONE_HEIGHT : BESIDE_HEIGHT);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return KEY_HEIGHT + places.height();
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        paintKey(g, ink);
        List<Rectangle2D> all = places.places();
        for (int i = 0; i < panels.size(); i++) {
            Rectangle2D place = all.get(i);
            paintPanel(
                    g,
                    ink,
                    panels.get(i),
                    new Rectangle2D.Double(
                            place.getX(), place.getY() + KEY_HEIGHT, place.getWidth(), place.getHeight()));
        }
    }

    private void paintPanel(Graphics2D g, Ink ink, Panel panel, Rectangle2D place) {
        List<Unit> units = panel.units();
        int first = units.get(0).offset();
        int last = units.get(units.size() - 1).offset();
        Scale scale =
                Scale.from0To(units.stream().mapToDouble(Unit::highest).max().orElse(0));
        PanelFrame frame = new PanelFrame(ink, place, HEAD, scale, first, last);
        ink.left(panel.label(), HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.INK, place.getMinX(), place.getMinY() + 14);
        paintBand(g, ink, frame, units);
        frame.paintGrid();
        units.stream().filter(Unit::hasBand).forEach(one -> {
            double y = frame.y(one.usual().orElseThrow());
            ink.line(frame.left(one.offset()), y, frame.left(one.offset() + 1), y, Palette.MUTED, 1.4f);
        });
        paintRecorded(g, ink, frame, units);
        frame.paintBase();
        for (int offset = first; offset <= last; offset++) {
            if (offset % LABEL_EVERY == 0) {
                frame.labelAt(offset > 0 ? "+" + offset : NumberText.count(offset), frame.middle(offset));
            }
        }
        if (first <= 0 && last >= 0) {
            double x = frame.left(0);
            ink.dashed(x, place.getMinY() + 20, x, frame.bottom(), Palette.INK, 1f);
            ink.left("Event", HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.INK, x + 4, place.getMinY() + 30);
        }
    }

    private static void paintBand(Graphics2D g, Ink ink, PanelFrame frame, List<Unit> units) {
        g.setColor(Palette.PALE_BLUE);
        for (Unit one : units) {
            if (one.hasBand()) {
                double top = y(frame, one.usualUpper());
                double bottom = y(frame, one.usualLower());
                g.fill(new Rectangle2D.Double(
                        frame.left(one.offset()), top, frame.slotWidth(), Math.max(1, bottom - top)));
            }
        }
        // Pale areas lie below 3 to 1 with white; their upper edge does not.
        units.stream().filter(Unit::hasBand).forEach(one -> {
            double top = y(frame, one.usualUpper());
            ink.line(frame.left(one.offset()), top, frame.left(one.offset() + 1), top, Palette.DOT, 0.8f);
        });
    }

    private static void paintRecorded(Graphics2D g, Ink ink, PanelFrame frame, List<Unit> units) {
        List<Unit> known = new ArrayList<>(units);
        known.removeIf(one -> one.recorded().isEmpty());
        for (int i = 1; i < known.size(); i++) {
            Unit from = known.get(i - 1);
            Unit to = known.get(i);
            if (to.offset() > from.offset() + 1) {
                continue;
            }
            double x1 = frame.middle(from.offset());
            double y1 = y(frame, from.recorded());
            double x2 = frame.middle(to.offset());
            double y2 = y(frame, to.recorded());
            if (to.isProvisional()) {
                ink.dashed(x1, y1, x2, y2, Palette.NAVY, 1.8f);
            } else {
                ink.line(x1, y1, x2, y2, Palette.NAVY, 2f);
            }
        }
        for (Unit one : known) {
            paintDot(g, ink, frame.middle(one.offset()), y(frame, one.recorded()), one.isProvisional());
        }
    }

    private static double y(PanelFrame frame, OptionalLong count) {
        return frame.y((double) count.orElseThrow());
    }

    private static void paintDot(Graphics2D g, Ink ink, double x, double y, boolean isHollow) {
        Ellipse2D dot = new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        g.setColor(isHollow ? Color.WHITE : Palette.NAVY);
        g.fill(dot);
        ink.outline(dot, Palette.NAVY, 1.2f);
    }

    private void paintKey(Graphics2D g, Ink ink) {
        double x = 0;
        ink.line(x, 9, x + 20, 9, Palette.NAVY, 2f);
        paintDot(g, ink, x + 10, 9, false);
        x = keyText(ink, "Recorded", x + 26);
        if (panels.stream().flatMap(p -> p.units().stream()).anyMatch(Unit::isProvisional)) {
            ink.dashed(x, 9, x + 20, 9, Palette.NAVY, 1.8f);
            paintDot(g, ink, x + 10, 9, true);
            x = keyText(ink, "Provisional", x + 26);
        }
        g.setColor(Palette.PALE_BLUE);
        g.fill(new Rectangle2D.Double(x, 3, 20, 12));
        ink.line(x, 3, x + 20, 3, Palette.DOT, 0.8f);
        ink.line(x, 9, x + 20, 9, Palette.MUTED, 1.4f);
        keyText(ink, "Usual, and where 95 of 100 usual " + unit + "s lie", x + 26);
        ink.right(
                Character.toUpperCase(unit.charAt(0)) + unit.substring(1) + "s from the event",
                HouseFont.REGULAR,
                Ink.SMALL_SIZE,
                Palette.MUTED,
                WIDTH,
                13);
    }

    private static double keyText(Ink ink, String text, double x) {
        ink.left(text, HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, x, 13);
        return x + HouseFont.REGULAR.width(text, Ink.SMALL_SIZE) + 18;
    }
}
