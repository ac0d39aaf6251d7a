package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.vigil.report.text.NumberText;

/** Up to four lines from 0, each labelled at its end with its name and last value. */
public final class LineChart implements Drawing {
    /** More lines than this cannot be told apart. */
    public static final int MOST_LINES = 4;

    /**
     * One line.
     *
     * @param label its name
     * @param points in order of date; where one is missing the line is broken
     */
    public record Line(String label, List<Point> points) {
        public Line {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("Line " + label + " has no points");
            }
        }

        private Point last() {
            return points.get(points.size() - 1);
        }
    }

    /**
     * One value.
     *
     * @param date where it stands
     * @param value at least 0
     */
    public record Point(LocalDate date, double value) {}

    private static final int PLOT_HEIGHT = 236;
    private static final int HEAD = 30;
    private static final int LABEL_WIDTH = 142;
    private static final int MOST_NAME_LINES = 3;
    private static final double LONE_POINT = 5;

    private final String unit;
    private final int longestStepDays;
    private final List<Line> lines;
    private final Scale scale;
    private final List<List<String>> labels;

    /**
     * A chart of lines.
     *
     * @param unit what the values count, shown at the top left
     * @param longestStepDays points further apart are not joined, because something is missing between them
     */
    public LineChart(String unit, int longestStepDays, List<Line> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("A line chart has 1 to " + MOST_LINES + " lines, not " + lines.size());
        }
        this.unit = Ink.cut(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, WIDTH);
        this.longestStepDays = longestStepDays;
        this.lines = List.copyOf(lines);
        this.scale = Scale.from0To(lines.stream()
                .flatMap(l -> l.points().stream())
                .mapToDouble(Point::value)
                .max()
                .orElse(0));
        this.labels = lines.stream().map(LineChart::label).toList();
    }

    /** Name and last value; the value stays whole. */
    private static List<String> label(Line line) {
        double width = LABEL_WIDTH - 18.0;
        String value = NumberText.count(Math.round(line.last().value()));
        List<String> texts =
                new ArrayList<>(Ink.lines(line.label(), HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, width, MOST_NAME_LINES));
        String lastWithValue = texts.get(texts.size() - 1) + " " + value;
        if (HouseFont.SEMI_BOLD.width(lastWithValue, Ink.TEXT_SIZE) <= width) {
            texts.set(texts.size() - 1, lastWithValue);
        } else {
            texts.add(value);
        }
        return texts;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEAD + PLOT_HEIGHT + TimeAxis.HEIGHT;
    }

    @Override
    public void paint(Graphics2D g) {
        LocalDate from = lines.stream()
                .map(l -> l.points().get(0).date())
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate to = lines.stream()
                .map(l -> l.last().date())
                .max(LocalDate::compareTo)
                .orElseThrow();
        if (!to.isAfter(from)) {
            to = from.plusDays(1);
        }
        double left = AxisWidth.of(scale);
        XyFrame frame = new XyFrame(
                new Rectangle2D.Double(left, HEAD, WIDTH - LABEL_WIDTH - left, PLOT_HEIGHT),
                (double) from.toEpochDay(),
                (double) to.toEpochDay(),
                scale.top(),
                scale.step());
        XYSeriesCollection dataset = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultItemLabelFont(HouseFont.REGULAR.at(Ink.TEXT_SIZE));
        for (int i = 0; i < lines.size(); i++) {
            for (XYSeries piece : pieces(lines.get(i), i)) {
                int series = dataset.getSeriesCount();
                dataset.addSeries(piece);
                renderer.setSeriesPaint(series, Palette.LINES.get(i));
                renderer.setSeriesStroke(series, new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                // A point without neighbours would not be seen as a line.
                renderer.setSeriesShapesVisible(series, piece.getItemCount() == 1);
                renderer.setSeriesShape(
                        series, new Ellipse2D.Double(-LONE_POINT / 2, -LONE_POINT / 2, LONE_POINT, LONE_POINT));
            }
        }
        frame.add(dataset, renderer);
        frame.paint(g);
        frame.labelRange(g, scale);
        TimeAxis.paint(g, frame, from, to);
        new Ink(g).left(unit, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, 0, 13);
        paintLabels(g, frame);
    }

    private void paintLabels(Graphics2D g, XyFrame frame) {
        List<Double> wanted = lines.stream().map(l -> frame.y(l.last().value())).toList();
        List<Double> heights = labels.stream()
                .map(l -> (double) l.size() * Ink.LINE_HEIGHT + 2)
                .toList();
        double[] centres = LabelStack.spread(wanted, heights, HEAD - 8, frame.bottom() + 8);
        Ink ink = new Ink(g);
        for (int i = 0; i < lines.size(); i++) {
            Color line = Palette.LINES.get(i);
            double endX = frame.x(lines.get(i).last().date());
            ink.line(endX + 3, wanted.get(i), endX + 12, centres[i], line, 1f);
            double baseline = centres[i] - (labels.get(i).size() - 1) * Ink.LINE_HEIGHT / 2.0 + 4;
            for (String text : labels.get(i)) {
                ink.left(
                        text,
                        HouseFont.SEMI_BOLD,
                        Ink.TEXT_SIZE,
                        Palette.LINE_LABELS.get(i),
                        frame.right() + 15,
                        baseline);
                baseline += Ink.LINE_HEIGHT;
            }
        }
    }

    /** The line cut where points are missing. */
    private List<XYSeries> pieces(Line line, int index) {
        List<XYSeries> pieces = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (Point point : line.points()) {
            if (pieces.isEmpty() || before.plusDays(longestStepDays).isBefore(point.date())) {
                pieces.add(new XYSeries(index + "." + pieces.size()));
            }
            pieces.get(pieces.size() - 1).add((double) point.date().toEpochDay(), point.value());
            before = point.date();
        }
        return pieces;
    }
}
