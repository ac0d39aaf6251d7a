package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
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
        double highest() {
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

        boolean isHatched() {
            return this == AT_MOST || this == HIDDEN;
        }
    }

    /** Key, labels and plot share this height, so that a first page has room for them whatever is marked. */
    private static final int HEIGHT_ABOVE_AXIS = 252;

    private static final int SMALLEST_PLOT_HEIGHT = 100;
    private static final int SPACE = 8;
    private static final double RIGHT_MARGIN = 6;
    private static final double GAP_SHARE = 0.12;
    private static final double MOST_HALF_CAP = 4;

    private final List<Bar> bars;
    private final Scale scale;
    private final double left;
    private final ChartHead head;
    private final EventLabels labels;

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
        this.bars = List.copyOf(bars);
        this.scale = Scale.from0To(bars.stream().mapToDouble(Bar::highest).max().orElse(0));
        this.left = AxisWidth.of(scale);
        this.head = new ChartHead(unit, key());
        double perDay = (WIDTH - RIGHT_MARGIN - left) / (to().toEpochDay() - from().toEpochDay());
        this.labels = EventLabels.choose(
                markers,
                breaks,
                EventLabels.MOST_LANES,
                day -> left + perDay * (day.toEpochDay() - from().toEpochDay()),
                left,
                WIDTH);
    }

    /** The events that are marked, the most relevant first. */
    public List<EventMarker> marked() {
        return labels.marked();
    }

    private LocalDate from() {
        return bars.get(0).from();
    }

    private LocalDate to() {
        return bars.get(bars.size() - 1).to().plusDays(1);
    }

    private int plotHeight() {
        return Math.max(SMALLEST_PLOT_HEIGHT, HEIGHT_ABOVE_AXIS - SPACE - head.height() - labels.height());
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return head.height() + labels.height() + SPACE + plotHeight() + TimeAxis.HEIGHT;
    }

    @Override
    public void paint(Graphics2D g) {
        double top = (double) head.height() + labels.height() + SPACE;
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
        bars.stream().filter(bar -> bar.kind().isHatched()).forEach(bar -> paintHatched(ink, frame, bar));
        bars.forEach(bar -> bar.estimate().ifPresent(estimate -> paintEstimate(ink, frame, bar, estimate)));
        head.paint(ink);
        labels.paintAbove(ink, head.height(), frame.top(), frame.bottom());
    }

    private static void paintHatched(Ink ink, XyFrame frame, Bar bar) {
        ink.hatch(place(frame, bar, bar.kind() == Kind.HIDDEN ? frame.top() : frame.y(bar.value())));
    }

    /** Where a bar stands that reaches up to {@code top}. */
    static Rectangle2D place(XyFrame frame, Bar bar, double top) {
        double a = frame.x(bar.from());
        double b = frame.x(bar.to().plusDays(1));
        double gap = (b - a) * GAP_SHARE;
        return new Rectangle2D.Double(a + gap, top, b - a - 2 * gap, frame.bottom() - top);
    }

    /** A dashed bar up to the estimate, and its interval as a line with ends. */
    static void paintEstimate(Ink ink, XyFrame frame, Bar bar, FinalCount estimate) {
        Rectangle2D whole = place(frame, bar, frame.y(estimate.estimate()));
        double toCome = Math.max(0, frame.y(bar.value()) - whole.getY());
        ink.dashedOutline(
                new Rectangle2D.Double(whole.getX(), whole.getY(), whole.getWidth(), toCome), Palette.NAVY, 0.9f);
        double middle = whole.getCenterX();
        double half = Math.min(MOST_HALF_CAP, whole.getWidth() / 3);
        ink.line(middle, frame.y(estimate.lower()), middle, frame.y(estimate.upper()), Palette.INK, 1.1f);
        for (double end : new double[] {estimate.lower(), estimate.upper()}) {
            ink.line(middle - half, frame.y(end), middle + half, frame.y(end), Palette.INK, 1.1f);
        }
    }

    private List<Key.Entry> key() {
        List<Key.Entry> entries = new ArrayList<>();
        if (bars.stream().anyMatch(b -> b.kind().isHatched())) {
            entries.add(new Key.Entry("Not shown", Ink::hatch));
        }
        if (bars.stream().anyMatch(b -> b.estimate().isPresent())) {
            entries.add(new Key.Entry("Estimated final, 95% interval", BarSeriesChart::paintEstimateSwatch));
        }
        if (bars.stream().anyMatch(b -> b.kind() == Kind.PROVISIONAL)) {
            entries.add(new Key.Entry("Final", (ink, box) -> ink.fill(box, Palette.BLUE)));
            entries.add(new Key.Entry("Provisional or partial", (ink, box) -> {
                ink.fill(box, Palette.PALE_BLUE);
                ink.outline(box, Palette.BLUE, 0.9f);
            }));
        }
        return entries;
    }

    static void paintEstimateSwatch(Ink ink, Rectangle2D box) {
        ink.dashedOutline(box, Palette.NAVY, 0.9f);
        ink.line(box.getCenterX(), box.getMinY() - 2, box.getCenterX(), box.getCenterY(), Palette.INK, 1.1f);
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
