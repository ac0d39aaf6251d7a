package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Counts by period as bars from 0, with dated events above. Provisional and partial periods are pale with a thin edge. */
public final class BarSeriesChart implements Drawing {
    /**
     * One period.
     *
     * @param from first day
     * @param to last day
     * @param value what was counted, at least 0; the most that it can be where only that is known
     * @param kind whether the count may still change, or is not shown
     * @param estimate what it will come to when it no longer changes; empty where there is no estimate
     */
    public record Bar(LocalDate from, LocalDate to, double value, Kind kind, Optional<FinalCount> estimate) {
        private double highest() {
            return Math.max(value, estimate.map(FinalCount::upper).orElse(0.0));
        }
    }

    /** An estimate of a final count with its 95 % interval. */
    public record FinalCount(double estimate, double lower, double upper) {}

    /** How a bar is drawn. */
    public enum Kind {
        FINAL,
        /** The count may still change. */
        PROVISIONAL,
        /** Nothing is known but the most that it can be: hatched up to there. */
        AT_MOST,
        /** Nothing is shown: hatched from top to bottom, so that nobody takes it for none. */
        HIDDEN;

        private boolean isHatched() {
            return this == AT_MOST || this == HIDDEN;
        }
    }

    /** Labels and plot share this height, so that a first page has room for them whatever is marked. */
    private static final int LABELS_AND_PLOT_HEIGHT = 222;

    private static final int MOST_LANES = 3;
    private static final int MOST_EVENTS = 6;
    private static final int SMALLEST_PLOT_HEIGHT = 100;
    private static final double WIDEST_LABEL = 200;
    private static final String ELLIPSIS = "\u2026";
    private static final int HEAD = 22;
    private static final double RIGHT_MARGIN = 6;
    private static final double GAP_SHARE = 0.12;
    private static final double MOST_HALF_CAP = 4;
    private static final double HATCH_STEP = 4;

    private final String unit;
    private final List<Bar> bars;
    private final List<EventMarker> markers;
    private final List<EventMarker> breaks;
    private final Scale scale;
    private final double left;
    private final MarkerLayout layout;
    private final boolean hasProvisional;
    private final boolean hasHatched;
    private final boolean hasEstimates;

    /**
     * A chart of periods in order.
     *
     * @param unit what the values count, shown at the top left
     * @param bars periods in order, at least one; gaps are left empty
     * @param markers events inside the time shown, the most relevant first; those are left out whose labels find no clear place in the
     *     three lines of labels
     * @param breaks breaks in series inside the time shown, drawn as solid lines with labels
     */
    public BarSeriesChart(String unit, List<Bar> bars, List<EventMarker> markers, List<EventMarker> breaks) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("A bar chart needs at least one period");
        }
        this.unit = unit;
        this.bars = List.copyOf(bars);
        this.breaks = List.copyOf(breaks);
        this.scale = Scale.from0To(bars.stream().mapToDouble(Bar::highest).max().orElse(0));
        this.left = AxisWidth.of(scale);
        this.hasProvisional = bars.stream().anyMatch(b -> b.kind() == Kind.PROVISIONAL);
        this.hasHatched = bars.stream().anyMatch(b -> b.kind().isHatched());
        this.hasEstimates = bars.stream().anyMatch(b -> b.estimate().isPresent());
        List<EventMarker> chosen = new ArrayList<>();
        MarkerLayout clear = layout(chosen);
        for (EventMarker marker : markers) {
            if (chosen.size() < MOST_EVENTS && chosen.size() + this.breaks.size() < MarkerLayout.MOST_MARKERS) {
                chosen.add(marker);
                MarkerLayout tried = layout(chosen);
                if (tried.isClearWithin(MOST_LANES)) {
                    clear = tried;
                } else {
                    chosen.remove(marker);
                }
            }
        }
        this.markers = List.copyOf(chosen);
        this.layout = clear;
    }

    /** The events that are marked, the most relevant first. */
    public List<EventMarker> marked() {
        return markers;
    }

    private MarkerLayout layout(List<EventMarker> events) {
        List<EventMarker> all = new ArrayList<>();
        events.forEach(e -> all.add(new EventMarker(e.date(), shortened(e.name()), e.dateText())));
        all.addAll(breaks);
        double perDay = (WIDTH - RIGHT_MARGIN - left) / (to().toEpochDay() - from().toEpochDay());
        List<Double> xs = all.stream()
                .map(m -> left + perDay * (m.date().toEpochDay() - from().toEpochDay()))
                .toList();
        return new MarkerLayout(all, xs, left, WIDTH);
    }

    /** A name that fits a label: without what follows a comma where that is enough, otherwise cut between words and marked as cut. */
    static String shortened(String name) {
        String rest = name;
        while (!fits(rest) && rest.contains(",")) {
            rest = rest.substring(0, rest.lastIndexOf(','));
        }
        if (fits(rest)) {
            return rest;
        }
        while (!fits(rest + ELLIPSIS) && rest.contains(" ")) {
            rest = rest.substring(0, rest.lastIndexOf(' '));
        }
        return rest + ELLIPSIS;
    }

    private static boolean fits(String name) {
        return HouseFont.SEMI_BOLD.width(name, Ink.SMALL_SIZE) <= WIDEST_LABEL;
    }

    private LocalDate from() {
        return bars.get(0).from();
    }

    private LocalDate to() {
        return bars.get(bars.size() - 1).to().plusDays(1);
    }

    private int plotHeight() {
        return Math.max(SMALLEST_PLOT_HEIGHT, LABELS_AND_PLOT_HEIGHT - lanes());
    }

    private int lanes() {
        return layout.laneCount() * MarkerLayout.LANE_HEIGHT;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEAD + lanes() + 8 + plotHeight() + TimeAxis.HEIGHT;
    }

    @Override
    public void paint(Graphics2D g) {
        double top = HEAD + lanes() + 8;
        XyFrame frame = new XyFrame(
                new Rectangle2D.Double(left, top, WIDTH - RIGHT_MARGIN - left, plotHeight()),
                (double) from().toEpochDay(),
                (double) to().toEpochDay(),
                scale.top(),
                scale.step());
        frame.add(dataset(), renderer());
        frame.paint(g);
        frame.labelRange(g, scale);
        TimeAxis.paint(g, frame, from(), to());

        Ink ink = new Ink(g);
        bars.stream().filter(bar -> bar.kind().isHatched()).forEach(bar -> paintHatched(g, frame, bar));
        bars.forEach(bar -> bar.estimate().ifPresent(estimate -> paintEstimate(g, ink, frame, bar, estimate)));
        ink.left(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, 0, 13);
        if (hasProvisional || hasHatched) {
            paintKey(g, ink);
        }
        for (MarkerLayout.Placed p : layout.placed()) {
            if (breaks.contains(p.marker())) {
                ink.line(p.lineX(), labelTop(p) + 2, p.lineX(), frame.bottom(), Palette.ORANGE, 1.6f);
            } else {
                ink.dashed(p.lineX(), labelTop(p) + 2, p.lineX(), frame.bottom(), Palette.INK, 1f);
            }
        }
        layout.placed().forEach(p -> paintLabel(g, ink, p));
    }

    private static void paintHatched(Graphics2D g, XyFrame frame, Bar bar) {
        double a = frame.x(bar.from());
        double b = frame.x(bar.to().plusDays(1));
        double gap = (b - a) * GAP_SHARE;
        double top = bar.kind() == Kind.HIDDEN ? frame.top() : frame.y(bar.value());
        hatch(g, new Rectangle2D.Double(a + gap, top, b - a - 2 * gap, frame.bottom() - top));
    }

    /** Slanted lines, each cut to the place by arithmetic: clipping would cost every picture a clip path. */
    private static void hatch(Graphics2D g, Rectangle2D place) {
        g.setColor(Palette.MUTED);
        g.setStroke(new BasicStroke(0.7f));
        for (double up = HATCH_STEP; up < place.getWidth() + place.getHeight(); up += HATCH_STEP) {
            double left = Math.max(0, up - place.getHeight());
            double right = Math.min(place.getWidth(), up);
            g.draw(new Line2D.Double(
                    place.getX() + left,
                    place.getMaxY() - (up - left),
                    place.getX() + right,
                    place.getMaxY() - (up - right)));
        }
    }

    /** A dashed bar up to the estimate, and its interval as a line with ends. */
    private static void paintEstimate(Graphics2D g, Ink ink, XyFrame frame, Bar bar, FinalCount estimate) {
        double a = frame.x(bar.from());
        double b = frame.x(bar.to().plusDays(1));
        double gap = (b - a) * GAP_SHARE;
        double top = frame.y(estimate.estimate());
        g.setColor(Palette.NAVY);
        g.setStroke(Ink.dashes(0.9f));
        g.draw(new Rectangle2D.Double(a + gap, top, b - a - 2 * gap, frame.y(bar.value()) - top));
        double middle = (a + b) / 2;
        double half = Math.min(MOST_HALF_CAP, (b - a) / 4);
        ink.line(middle, frame.y(estimate.lower()), middle, frame.y(estimate.upper()), Palette.INK, 1.1f);
        for (double end : new double[] {estimate.lower(), estimate.upper()}) {
            ink.line(middle - half, frame.y(end), middle + half, frame.y(end), Palette.INK, 1.1f);
        }
    }

    private double labelTop(MarkerLayout.Placed p) {
        return HEAD + lanes() - (p.lane() + 1) * (double) MarkerLayout.LANE_HEIGHT;
    }

    private void paintLabel(Graphics2D g, Ink ink, MarkerLayout.Placed p) {
        double top = labelTop(p);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(p.x() - 1, top + 1, p.width() + 2, MarkerLayout.LANE_HEIGHT - 2.0));
        Color colour = breaks.contains(p.marker()) ? Palette.ORANGE_TEXT : Palette.INK;
        ink.left(p.marker().name(), HouseFont.SEMI_BOLD, Ink.SMALL_SIZE, colour, p.x(), top + 12);
        ink.left(p.marker().dateText(), HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, p.x(), top + 25);
    }

    /** From the right: what may change, what is final, what is estimated, what is not shown. */
    private void paintKey(Graphics2D g, Ink ink) {
        double x = WIDTH;
        if (hasProvisional) {
            x = keyText(ink, "Provisional or partial", x);
            Rectangle2D pale = keyBox(x);
            g.setColor(Palette.PALE_BLUE);
            g.fill(pale);
            g.setColor(Palette.BLUE);
            g.setStroke(new BasicStroke(0.9f));
            g.draw(pale);
            x = keyText(ink, "Final", x - 34);
            g.setColor(Palette.BLUE);
            g.fill(keyBox(x));
            x -= 34;
        }
        if (hasEstimates) {
            x = keyText(ink, "Estimated final, 95% interval", x);
            g.setColor(Palette.NAVY);
            g.setStroke(Ink.dashes(0.9f));
            g.draw(keyBox(x));
            ink.line(x - 10.5, 1, x - 10.5, 8, Palette.INK, 1.1f);
            x -= 34;
        }
        if (hasHatched) {
            x = keyText(ink, "Not shown", x);
            hatch(g, keyBox(x));
        }
    }

    /** Writes a text of the key that ends at x, and tells where it begins. */
    private static double keyText(Ink ink, String text, double x) {
        double start = x - HouseFont.REGULAR.width(text, Ink.SMALL_SIZE);
        ink.left(text, HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, start, 13);
        return start;
    }

    private static Rectangle2D keyBox(double textStart) {
        return new Rectangle2D.Double(textStart - 16, 3, 11, 11);
    }

    private XYIntervalSeriesCollection dataset() {
        XYIntervalSeries settled = new XYIntervalSeries("final");
        XYIntervalSeries provisional = new XYIntervalSeries("provisional");
        for (Bar bar : bars) {
            if (bar.kind().isHatched()) {
                continue;
            }
            double a = bar.from().toEpochDay();
            double b = bar.to().toEpochDay() + 1;
            double gap = (b - a) * GAP_SHARE;
            XYIntervalSeries series = bar.kind() == Kind.FINAL ? settled : provisional;
            series.add((a + b) / 2, a + gap, b - gap, bar.value(), 0, bar.value());
        }
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(settled);
        dataset.addSeries(provisional);
        return dataset;
    }

    private static XYBarRenderer renderer() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setSeriesPaint(0, Palette.BLUE);
        renderer.setSeriesOutlinePaint(0, Palette.BLUE);
        renderer.setSeriesOutlineStroke(0, new BasicStroke(0.2f));
        renderer.setSeriesPaint(1, Palette.PALE_BLUE);
        renderer.setSeriesOutlinePaint(1, Palette.BLUE);
        renderer.setSeriesOutlineStroke(1, new BasicStroke(0.9f));
        renderer.setDefaultItemLabelFont(HouseFont.REGULAR.at(Ink.TEXT_SIZE));
        return renderer;
    }
}
