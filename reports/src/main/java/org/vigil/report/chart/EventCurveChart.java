package org.vigil.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vigil.report.text.NumberText;

/** What was recorded around an event, unit by unit, over the band of what would be usual: one small chart a community. */
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

    private static final int ALONE_HEIGHT = 230;
    private static final int BESIDE_HEIGHT = 192;
    private static final int HEAD = 40;
    private static final int UNITS_A_LABEL = 4;
    private static final int DAYS_A_LABEL = 7;
    private static final double BLANK = 6;
    private static final double DOT_SHARE = 0.3;
    private static final double DOT = 2.6;

    private final String unit;
    private final List<Panel> panels;
    private final List<Scale> scales;
    private final Panels places;
    private final ChartHead head;

    /**
     * A chart of up to {@value #MOST_PANELS} communities, each on its own scale.
     *
     * @param unit word for the unit of time: day, week, calendar week or month
     */
    public EventCurveChart(String unit, List<Panel> panels) {
        this(
                unit,
                panels,
                panels.stream().map(panel -> scale(List.of(panel))).toList(),
                Panels.inPairs(panels.size(), heightOf(panels)));
    }

    private EventCurveChart(String unit, List<Panel> panels, List<Scale> scales, Panels places) {
        this.unit = unit;
        this.panels = List.copyOf(panels);
        this.scales = List.copyOf(scales);
        this.places = places;
        this.head =
                new ChartHead(Character.toUpperCase(unit.charAt(0)) + unit.substring(1) + "s from the event", key());
    }

    /** A chart of up to {@value #MOST_PANELS} communities on one scale, so that their heights can be compared. */
    public static EventCurveChart onOneScale(String unit, List<Panel> panels) {
        Scale scale = scale(panels);
        return new EventCurveChart(
                unit,
                panels,
                Collections.nCopies(panels.size(), scale),
                Panels.inRows(panels.size(), heightOf(panels)));
    }

    private static int heightOf(List<Panel> panels) {
        return panels.size() == 1 ? ALONE_HEIGHT : BESIDE_HEIGHT;
    }

    private static Scale scale(List<Panel> panels) {
        return Scale.from0To(panels.stream()
                .flatMap(panel -> panel.units().stream())
                .mapToDouble(Unit::highest)
                .max()
                .orElse(0));
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return head.height() + places.height();
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        head.paint(ink);
        List<Rectangle2D> all = places.places();
        for (int i = 0; i < panels.size(); i++) {
            Rectangle2D place = all.get(i);
            paintPanel(
                    ink,
                    panels.get(i),
                    scales.get(i),
                    new Rectangle2D.Double(
                            place.getX(), place.getY() + head.height(), place.getWidth(), place.getHeight()));
        }
    }

    private void paintPanel(Ink ink, Panel panel, Scale scale, Rectangle2D place) {
        List<Unit> units = panel.units();
        int first = units.get(0).offset();
        int last = units.get(units.size() - 1).offset();
        boolean hasEvent = first <= 0 && last >= 0;
        PanelFrame frame = new PanelFrame(ink, place, HEAD, scale, first, last);
        String label = Ink.cut(panel.label(), HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, place.getWidth());
        ink.left(label, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.INK, place.getMinX(), place.getMinY() + 14);
        if (hasEvent) {
            frame.shadeBefore(frame.left(0));
        }
        paintBand(ink, frame, units);
        paintRecorded(ink, frame, units);
        frame.paintBase();
        int every = frame.labelEvery(unit.equals("day") ? DAYS_A_LABEL : UNITS_A_LABEL);
        for (int offset = first; offset <= last; offset++) {
            if (offset % every == 0) {
                frame.labelAt(offset > 0 ? "+" + offset : NumberText.count(offset), frame.middle(offset));
            }
        }
        if (hasEvent) {
            Rectangle2D word = frame.markEvent(frame.left(0));
            frame.nameBefore(frame.left(0), word);
            paintPeak(ink, frame, units, word);
        }
    }

    /** The highest number since the event, above its dot where the word of the event leaves room, otherwise beside it. */
    private static void paintPeak(Ink ink, PanelFrame frame, List<Unit> units, Rectangle2D taken) {
        Optional<Unit> peak = units.stream()
                .filter(one -> one.offset() >= 0 && one.recorded().orElse(0) > 0)
                .max(Comparator.comparingLong((Unit one) -> one.recorded().orElse(0))
                        .thenComparing(Comparator.comparingInt(Unit::offset).reversed()));
        peak.ifPresent(one -> {
            String text = NumberText.count(one.recorded().orElseThrow());
            double width = HouseFont.SEMI_BOLD.width(text, Ink.SMALL_SIZE);
            double x = frame.middle(one.offset());
            double y = y(frame, one.recorded());
            double above = Math.min(Math.max(x - width / 2, frame.left(0) + 3), frame.right() - width);
            Rectangle2D box = new Rectangle2D.Double(above, y - BLANK - 10, width, 13);
            boolean isClear = !box.intersects(taken);
            double right = x + BLANK + width <= frame.right() ? x + BLANK : x - BLANK - width;
            ink.left(
                    text,
                    HouseFont.SEMI_BOLD,
                    Ink.SMALL_SIZE,
                    Palette.NAVY,
                    isClear ? above : right,
                    isClear ? y - BLANK : y + 4);
        });
    }

    /** Band, its upper edge and the usual number, each as one path in steps: rectangles beside each other would show their seams. */
    private static void paintBand(Ink ink, PanelFrame frame, List<Unit> units) {
        Path2D band = new Path2D.Double();
        Path2D edge = new Path2D.Double();
        Path2D usual = new Path2D.Double();
        List<Unit> run = new ArrayList<>();
        for (Unit one : units) {
            boolean isNext =
                    !run.isEmpty() && one.offset() == run.get(run.size() - 1).offset() + 1;
            if (!one.hasBand() || !isNext) {
                addBand(band, frame, run);
                run.clear();
            }
            if (one.hasBand()) {
                addStep(edge, frame, one, y(frame, one.usualUpper()), !run.isEmpty());
                addStep(usual, frame, one, frame.y(one.usual().orElseThrow()), !run.isEmpty());
                run.add(one);
            }
        }
        addBand(band, frame, run);
        ink.fill(band, Palette.PALE_BLUE);
        frame.paintGrid();
        // Pale areas lie below 3 to 1 with white; their upper edge does not.
        ink.outline(edge, Palette.DOT, 0.8f);
        ink.outline(usual, Palette.MUTED, 1.4f);
    }

    private static void addStep(Path2D line, PanelFrame frame, Unit one, double y, boolean isJoined) {
        if (isJoined) {
            line.lineTo(frame.left(one.offset()), y);
        } else {
            line.moveTo(frame.left(one.offset()), y);
        }
        line.lineTo(frame.left(one.offset() + 1), y);
    }

    /** Adds neighbouring units: along their upper ends and back along their lower ones. */
    private static void addBand(Path2D band, PanelFrame frame, List<Unit> run) {
        if (run.isEmpty()) {
            return;
        }
        for (int i = 0; i < run.size(); i++) {
            addStep(band, frame, run.get(i), y(frame, run.get(i).usualUpper()), i > 0);
        }
        for (int i = run.size() - 1; i >= 0; i--) {
            double y = y(frame, run.get(i).usualLower());
            band.lineTo(frame.left(run.get(i).offset() + 1), y);
            band.lineTo(frame.left(run.get(i).offset()), y);
        }
        band.closePath();
    }

    private static void paintRecorded(Ink ink, PanelFrame frame, List<Unit> units) {
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
            paintDot(
                    ink,
                    frame.middle(one.offset()),
                    y(frame, one.recorded()),
                    Math.min(DOT, frame.slotWidth() * DOT_SHARE),
                    one.isProvisional() ? Color.WHITE : Palette.NAVY);
        }
    }

    private static double y(PanelFrame frame, OptionalLong count) {
        return frame.y((double) count.orElseThrow());
    }

    private static void paintDot(Ink ink, double x, double y, double radius, Color inside) {
        Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        ink.fill(dot, inside);
        ink.outline(dot, Palette.NAVY, 1.2f);
    }

    private List<Key.Entry> key() {
        List<Key.Entry> entries = new ArrayList<>();
        entries.add(new Key.Entry("Recorded", (ink, box) -> {
            ink.line(box.getMinX() - 2, box.getCenterY(), box.getMaxX(), box.getCenterY(), Palette.NAVY, 2f);
            paintDot(ink, box.getCenterX() - 1, box.getCenterY(), DOT, Palette.NAVY);
        }));
        if (panels.stream().flatMap(p -> p.units().stream()).anyMatch(Unit::isProvisional)) {
            entries.add(new Key.Entry("Provisional", (ink, box) -> {
                ink.dashed(box.getMinX() - 2, box.getCenterY(), box.getMaxX(), box.getCenterY(), Palette.NAVY, 1.8f);
                paintDot(ink, box.getCenterX() - 1, box.getCenterY(), DOT, Color.WHITE);
            }));
        }
        entries.add(new Key.Entry("Usual, and where 95 of 100 usual " + unit + "s lie", (ink, box) -> {
            ink.fill(box, Palette.PALE_BLUE);
            ink.line(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMinY(), Palette.DOT, 0.8f);
            ink.line(box.getMinX(), box.getCenterY(), box.getMaxX(), box.getCenterY(), Palette.MUTED, 1.4f);
        }));
        return entries;
    }
}
