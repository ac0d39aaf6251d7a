package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Counts by week as bars from 0 with the line of what was expected and the upper bound over them; weeks above the bound are dark.
 *
 * <p>Weeks that may still change have a dashed outline, with the estimate of their final count above; hidden weeks are hatched.
 */
public final class SurveillanceChart implements Drawing {
    /**
     * One week.
     *
     * @param bar its count
     * @param expected number expected from the weeks before; empty where no model could say
     * @param bound highest number that is not remarkable; empty where no model could say
     */
    public record Week(BarSeriesChart.Bar bar, OptionalDouble expected, OptionalDouble bound) {
        private double highest() {
            return Math.max(bar.highest(), Math.max(expected.orElse(0), bound.orElse(0)));
        }

        private boolean isAbove() {
            return !bar.kind().isHatched() && bound.isPresent() && bar.value() > bound.getAsDouble();
        }
    }

    /** Height of a plot on a first page, with the labels of its events. */
    public static final int COMPACT = 150;

    /** Height of a plot that has a section of its own, with the labels of its events. */
    public static final int TALL = 260;

    private static final int SMALLEST_PLOT_HEIGHT = 100;
    private static final int SPACE = 8;
    private static final double RIGHT_MARGIN = 6;
    private static final double LABEL_ROOM = 92;
    private static final double DASHED_INSET = 1.5;
    private static final double LEADER = 11;
    private static final BasicStroke EXPECTED = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final BasicStroke BOUND =
            new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {6f, 3f}, 0f);
    /** White beneath a line, or it would be lost on dark bars. */
    private static final BasicStroke CASING = new BasicStroke(3.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private final List<Week> weeks;
    private final int plotHeight;
    private final Scale scale;
    private final double left;
    private final double right;
    private final ChartHead head;
    private final EventLabels labels;

    /**
     * A chart of weeks.
     *
     * @param unit what the values count, shown at the top left
     * @param weeks weeks in order, at least one; gaps are left empty
     * @param events events inside the time shown, the most relevant first; those are left out whose labels find no clear place
     * @param breaks breaks in series inside the time shown, drawn as solid lines with labels
     * @param plotHeight height of the plot and of the labels above it together, so that a page has room for them whatever is marked;
     *     {@link #COMPACT} or {@link #TALL}, or any other from {@value #SMALLEST_PLOT_HEIGHT}
     */
    public SurveillanceChart(
            String unit, List<Week> weeks, List<EventMarker> events, List<EventMarker> breaks, int plotHeight) {
        if (weeks.isEmpty()) {
            throw new IllegalArgumentException("A surveillance chart needs at least one week");
        }
        if (plotHeight < SMALLEST_PLOT_HEIGHT) {
            throw new IllegalArgumentException(
                    "A surveillance chart is at least " + SMALLEST_PLOT_HEIGHT + " high, not " + plotHeight);
        }
        this.weeks = List.copyOf(weeks);
        this.plotHeight = plotHeight;
        this.scale =
                Scale.from0To(weeks.stream().mapToDouble(Week::highest).max().orElse(0));
        this.left = AxisWidth.of(scale);
        boolean hasLines = weeks.stream()
                .anyMatch(w -> w.expected().isPresent() || w.bound().isPresent());
        this.right = WIDTH - (hasLines ? LABEL_ROOM : RIGHT_MARGIN);
        this.head = new ChartHead(unit, key());
        double perDay = (right - left) / (to().toEpochDay() - from().toEpochDay());
        this.labels = EventLabels.choose(
                events,
                breaks,
                Math.min(EventLabels.MOST_LANES, (plotHeight - SMALLEST_PLOT_HEIGHT) / MarkerLayout.LANE_HEIGHT),
                day -> left + perDay * (day.toEpochDay() - from().toEpochDay()),
                left,
                WIDTH);
    }

    /** The events that are marked, the most relevant first. */
    public List<EventMarker> marked() {
        return labels.marked();
    }

    private LocalDate from() {
        return weeks.get(0).bar().from();
    }

    private LocalDate to() {
        return weeks.get(weeks.size() - 1).bar().to().plusDays(1);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return head.height() + labels.height() + SPACE + plotHeight() + TimeAxis.HEIGHT;
    }

    private int plotHeight() {
        return Math.max(SMALLEST_PLOT_HEIGHT, plotHeight - labels.height());
    }

    @Override
    public void paint(Graphics2D g) {
        XyFrame frame = new XyFrame(
                new Rectangle2D.Double(
                        left, (double) head.height() + labels.height() + SPACE, right - left, plotHeight()),
                (double) from().toEpochDay(),
                (double) to().toEpochDay(),
                scale.top(),
                scale.step());
        Ink ink = new Ink(g);
        frame.paintGrid(ink, scale);
        frame.labelRange(g, scale);
        TimeAxis.paint(g, frame, from(), to());
        head.paint(ink);
        weeks.forEach(week -> paintBar(ink, frame, week));
        paintLine(g, frame, Week::expected, EXPECTED, Palette.INK);
        paintLine(g, frame, Week::bound, BOUND, Palette.ORANGE);
        ink.line(left, frame.bottom(), right, frame.bottom(), Palette.AXIS, 1f);
        labels.paintAbove(ink, head.height(), frame.top(), frame.bottom());
        hiddenRuns(frame).forEach(ink::confidential);
        paintEnds(ink, frame);
    }

    private static void paintBar(Ink ink, XyFrame frame, Week week) {
        BarSeriesChart.Bar bar = week.bar();
        if (bar.kind().isHatched()) {
            boolean isHidden = bar.kind() == BarSeriesChart.Kind.HIDDEN;
            ink.hatch(BarSeriesChart.place(frame, bar, isHidden ? frame.top() : frame.y(bar.value())));
            return;
        }
        Color colour = week.isAbove() ? Palette.NAVY : Palette.PALE_BAR;
        Rectangle2D place = BarSeriesChart.place(frame, bar, frame.y(bar.value()));
        if (bar.kind() == BarSeriesChart.Kind.PROVISIONAL) {
            paintProvisional(ink, place, colour);
        } else {
            ink.fill(place, colour);
        }
        bar.estimate().ifPresent(estimate -> BarSeriesChart.paintEstimate(ink, frame, bar, estimate));
    }

    /** Dashes around a bar that leave it a white edge, so that they are seen on a dark one too. */
    private static void paintProvisional(Ink ink, Rectangle2D place, Color colour) {
        double inset = Math.min(DASHED_INSET, place.getWidth() / 5);
        double height = Math.max(0, place.getHeight() - inset);
        ink.fill(
                new Rectangle2D.Double(
                        place.getX() + inset, place.getMaxY() - height, place.getWidth() - 2 * inset, height),
                colour);
        ink.dashedOutline(place, Palette.NAVY, 0.9f);
    }

    /** A line through the middles of neighbouring weeks, level to the outer edges of the first and the last. */
    private void paintLine(
            Graphics2D g, XyFrame frame, Function<Week, OptionalDouble> value, BasicStroke stroke, Color colour) {
        Path2D line = new Path2D.Double();
        Optional<Week> before = Optional.empty();
        for (Week week : weeks) {
            OptionalDouble at = value.apply(week);
            boolean isJoined = before.isPresent()
                    && before.get().bar().to().plusDays(1).equals(week.bar().from());
            if (before.isPresent() && (at.isEmpty() || !isJoined)) {
                line.lineTo(endX(frame, before.get()), line.getCurrentPoint().getY());
                before = Optional.empty();
            }
            if (at.isPresent()) {
                double y = frame.y(at.getAsDouble());
                if (before.isEmpty()) {
                    line.moveTo(frame.x(week.bar().from()), y);
                }
                line.lineTo((frame.x(week.bar().from()) + endX(frame, week)) / 2, y);
                before = Optional.of(week);
            }
        }
        before.ifPresent(
                week -> line.lineTo(endX(frame, week), line.getCurrentPoint().getY()));
        g.setColor(Color.WHITE);
        g.setStroke(CASING);
        g.draw(line);
        g.setColor(colour);
        g.setStroke(stroke);
        g.draw(line);
    }

    private static double endX(XyFrame frame, Week week) {
        return frame.x(week.bar().to().plusDays(1));
    }

    /** Places of hidden weeks, neighbours together. */
    private List<Rectangle2D> hiddenRuns(XyFrame frame) {
        List<Rectangle2D> runs = new ArrayList<>();
        boolean isAfterHidden = false;
        for (Week week : weeks) {
            boolean isHidden = week.bar().kind() == BarSeriesChart.Kind.HIDDEN;
            if (isHidden) {
                Rectangle2D place = BarSeriesChart.place(frame, week.bar(), frame.top());
                if (isAfterHidden) {
                    place.add(runs.remove(runs.size() - 1));
                }
                runs.add(place);
            }
            isAfterHidden = isHidden;
        }
        return runs;
    }

    /** The names of both lines at the right, each beside the last value of its line. */
    private void paintEnds(Ink ink, XyFrame frame) {
        List<End> ends = new ArrayList<>();
        end(frame, "Upper bound", Week::bound, Palette.ORANGE_TEXT).ifPresent(ends::add);
        end(frame, "Expected", Week::expected, Palette.INK).ifPresent(ends::add);
        double[] centres = LabelStack.spread(
                ends.stream().map(End::y).toList(),
                ends.stream().map(end -> (double) Ink.LINE_HEIGHT).toList(),
                frame.top() - 8,
                frame.bottom());
        for (int i = 0; i < ends.size(); i++) {
            End end = ends.get(i);
            ink.line(end.x() + 2, end.y(), right + LEADER, centres[i], end.colour(), 1f);
            ink.left(end.name(), HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, end.colour(), right + LEADER + 3, centres[i] + 4);
        }
    }

    private record End(String name, double x, double y, Color colour) {}

    private Optional<End> end(XyFrame frame, String name, Function<Week, OptionalDouble> value, Color colour) {
        for (int i = weeks.size() - 1; i >= 0; i--) {
            OptionalDouble last = value.apply(weeks.get(i));
            if (last.isPresent()) {
                return Optional.of(new End(name, endX(frame, weeks.get(i)), frame.y(last.getAsDouble()), colour));
            }
        }
        return Optional.empty();
    }

    private List<Key.Entry> key() {
        List<Key.Entry> entries = new ArrayList<>();
        boolean hasDark = weeks.stream().anyMatch(Week::isAbove);
        boolean hasProvisional = weeks.stream().anyMatch(w -> w.bar().kind() == BarSeriesChart.Kind.PROVISIONAL);
        boolean hasEstimates = weeks.stream().anyMatch(w -> w.bar().estimate().isPresent());
        boolean hasHatched = weeks.stream().anyMatch(w -> w.bar().kind().isHatched());
        if (hasDark) {
            entries.add(new Key.Entry("Above upper bound", (ink, box) -> ink.fill(box, Palette.NAVY)));
        }
        if (hasDark || hasProvisional) {
            entries.add(
                    new Key.Entry(hasDark ? "Other weeks" : "Recorded", (ink, box) -> ink.fill(box, Palette.PALE_BAR)));
        }
        if (hasProvisional) {
            entries.add(new Key.Entry("Provisional", (ink, box) -> paintProvisional(ink, box, Palette.PALE_BAR)));
        }
        if (hasEstimates) {
            entries.add(new Key.Entry("Estimated final, 95% interval", BarSeriesChart::paintEstimateSwatch));
        }
        if (hasHatched) {
            entries.add(new Key.Entry("Not shown " + Ink.CONFIDENTIAL, Ink::hatch));
        }
        return entries;
    }
}
