package org.vigil.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigil.report.text.DateText;
import org.vigil.report.text.NumberText;

/**
 * Many series on one scale, each in a small panel of its own under its name and latest value. Highlighted panels are navy, the others
 * grey; spare places at the end say how to read them, or a line beneath does.
 */
public final class SmallMultiples implements Drawing {
    /** More panels than this are not drawn. */
    public static final int MOST_PANELS = 60;

    /**
     * One series.
     *
     * @param label its name
     * @param shortLabel a name for where the label has no room; cut where that has none either
     * @param latest the latest value as text, or its shorthand
     * @param points in order of date, each date once; a date that other panels have and this one lacks is a gap
     * @param reference what the series is compared with, such as its usual level: a thin rule
     * @param isHighlighted whether the panel is navy
     */
    public record Panel(
            String label,
            String shortLabel,
            String latest,
            List<Point> points,
            OptionalDouble reference,
            boolean isHighlighted) {
        public Panel {
            points = List.copyOf(points);
        }

        private double highest() {
            double highest = reference.orElse(0);
            for (Point point : points) {
                highest = Math.max(highest, point.value().orElse(0));
            }
            return highest;
        }
    }

    /**
     * One value.
     *
     * @param date where it stands
     * @param value at least 0; empty where it is not shown
     * @param isProvisional whether it may still change: dashed
     */
    public record Point(LocalDate date, OptionalDouble value, boolean isProvisional) {}

    private static final int MOST_COLUMNS = 6;
    private static final double NARROWEST_PANEL = 88;
    private static final double LOWEST_PLOT = 14;
    private static final double COLUMN_GAP = 14;
    private static final double ROW_GAP = 10;
    private static final double HEAD = 18;
    private static final double NAME_GAP = 6;
    private static final double MOST_VALUE_SHARE = 0.6;
    private static final double WIDE_TO_HIGH = 2.2;
    private static final double COST_OF_SPARE = 0.4;
    private static final double READING_GAP = 12;
    private static final double DOT = 2.4;
    private static final String HOW_TO_READ = "How to read";

    private final List<Panel> panels;
    private final int width;
    private final int height;
    private final Scale scale;
    private final List<LocalDate> dates;
    private final Map<LocalDate, Integer> slots = new HashMap<>();
    private final Grid grid;

    /** Panels in rows, and the words on how to read them: in the spare places of the last row, or beneath all rows. */
    private record Grid(
            int columns, int rows, double panelWidth, double rowHeight, List<String> reading, double textX) {
        private double plotHeight() {
            return rowHeight - HEAD - ROW_GAP;
        }

        private double left(int panel) {
            return panel % columns * (panelWidth + COLUMN_GAP);
        }

        private double top(int panel) {
            int row = panel / columns;
            return row * rowHeight;
        }
    }

    /**
     * Panels from left to right, row after row.
     *
     * @param panels one to {@value #MOST_PANELS}
     * @param howToRead what a value, the rule and the highlighting mean; scale, time shown, dashes and hatching are added
     * @param width whole width in pixels
     * @param height whole height in pixels, which decides the number of columns
     */
    public SmallMultiples(List<Panel> panels, String howToRead, int width, int height) {
        if (panels.isEmpty() || panels.size() > MOST_PANELS) {
            throw new IllegalArgumentException("A picture has 1 to " + MOST_PANELS + " panels, not " + panels.size());
        }
        this.panels = List.copyOf(panels);
        this.width = width;
        this.height = height;
        this.scale =
                Scale.from0To(panels.stream().mapToDouble(Panel::highest).max().orElse(0));
        TreeSet<LocalDate> all = new TreeSet<>();
        panels.forEach(panel -> panel.points().forEach(point -> all.add(point.date())));
        this.dates = List.copyOf(all);
        for (int i = 0; i < dates.size(); i++) {
            slots.put(dates.get(i), i);
        }
        this.grid = grid(howToRead.isEmpty() ? legend() : howToRead + " " + legend());
    }

    /** The grid whose plots come nearest to a good shape. */
    private Grid grid(String reading) {
        Grid best = grid(1, reading);
        for (int columns = 2; columns <= Math.min(MOST_COLUMNS, panels.size()); columns++) {
            Grid tried = grid(columns, reading);
            if (tried.panelWidth() >= NARROWEST_PANEL && cost(tried) < cost(best)) {
                best = tried;
            }
        }
        if (best.plotHeight() < LOWEST_PLOT) {
            throw new IllegalArgumentException(
                    panels.size() + " panels have no room in " + width + " x " + height + " pixels");
        }
        return best;
    }

    private double cost(Grid tried) {
        double spare = 1 - panels.size() / (double) (tried.columns() * tried.rows());
        double plotHeight = Math.max(1, tried.plotHeight());
        return Math.abs(StrictMath.log(tried.panelWidth() / plotHeight / WIDE_TO_HIGH)) + COST_OF_SPARE * spare;
    }

    private Grid grid(int columns, String reading) {
        int rows = (panels.size() + columns - 1) / columns;
        double panelWidth = (width - COLUMN_GAP * (columns - 1)) / columns;
        int spare = rows * columns - panels.size();
        double spareWidth = spare * (panelWidth + COLUMN_GAP) - COLUMN_GAP;
        if (spare > 0) {
            List<String> lines = Ink.wrap(reading, HouseFont.REGULAR, Ink.SMALL_SIZE, spareWidth);
            double rowHeight = height / (double) rows;
            boolean fits = lines.size() * Ink.LINE_HEIGHT <= rowHeight - HEAD
                    && lines.stream().allMatch(l -> HouseFont.REGULAR.width(l, Ink.SMALL_SIZE) <= spareWidth);
            if (fits) {
                double textX = (columns - spare) * (panelWidth + COLUMN_GAP);
                return new Grid(columns, rows, panelWidth, rowHeight, lines, textX);
            }
        }
        double textX = HouseFont.SEMI_BOLD.width(HOW_TO_READ, Ink.SMALL_SIZE) + READING_GAP;
        List<String> lines = Ink.wrap(reading, HouseFont.REGULAR, Ink.SMALL_SIZE, width - textX);
        double rowsHeight = height - lines.size() * (double) Ink.LINE_HEIGHT;
        return new Grid(columns, rows, panelWidth, rowsHeight / rows, lines, textX);
    }

    /** What the chart itself knows to say. */
    private String legend() {
        StringBuilder text = new StringBuilder("All panels 0 to " + NumberText.count(Math.round(scale.top())));
        if (!dates.isEmpty()) {
            String from = DateText.month(dates.get(0));
            String to = DateText.month(dates.get(dates.size() - 1));
            text.append(", ").append(from.equals(to) ? from : from + " to " + to);
        }
        text.append('.');
        if (has(Point::isProvisional)) {
            text.append(" Dashed: provisional.");
        }
        if (has(point -> point.value().isEmpty())) {
            text.append(" Hatched: not shown ").append(Ink.CONFIDENTIAL).append('.');
        }
        return text.toString();
    }

    private boolean has(Predicate<Point> kind) {
        return panels.stream().flatMap(panel -> panel.points().stream()).anyMatch(kind);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /** Shapes of all panels of one emphasis, gathered so that a picture of many panels has few paths. */
    private record Marks(Path2D areas, Path2D lines, Path2D dashes, Path2D dots, Path2D rings) {
        private static Marks empty() {
            return new Marks(
                    new Path2D.Double(),
                    new Path2D.Double(),
                    new Path2D.Double(),
                    new Path2D.Double(),
                    new Path2D.Double());
        }

        private void paintLines(Ink ink, Color colour, float lineWidth) {
            ink.outline(lines, colour, lineWidth);
            ink.dashedOutline(dashes, colour, lineWidth);
            ink.fill(dots, colour);
            ink.fill(rings, Color.WHITE);
            ink.outline(rings, colour, 1.2f);
        }
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        Marks plain = Marks.empty();
        Marks highlighted = Marks.empty();
        Path2D rules = new Path2D.Double();
        List<Rectangle2D> hidden = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            Rectangle2D plot =
                    new Rectangle2D.Double(grid.left(i), grid.top(i) + HEAD, grid.panelWidth(), grid.plotHeight());
            paintHead(ink, panel, plot);
            gather(panel, plot, panel.isHighlighted() ? highlighted : plain);
            hidden.addAll(hidden(panel, plot));
            rule(rules, plot, plot.getMaxY());
            panel.reference().ifPresent(level -> rule(rules, plot, y(plot, level)));
        }
        ink.fill(plain.areas(), Palette.PALE_GREY);
        ink.fill(highlighted.areas(), Palette.PALE_BLUE);
        ink.outline(rules, Palette.AXIS, 0.8f);
        plain.paintLines(ink, Palette.DOT, 1.2f);
        highlighted.paintLines(ink, Palette.NAVY, 1.7f);
        hidden.forEach(ink::hatch);
        hidden.forEach(ink::confidential);
        paintReading(ink);
    }

    private static void rule(Path2D rules, Rectangle2D plot, double y) {
        rules.moveTo(plot.getMinX(), y);
        rules.lineTo(plot.getMaxX(), y);
    }

    private void paintHead(Ink ink, Panel panel, Rectangle2D plot) {
        double baseline = plot.getMinY() - 6;
        HouseFont valueFont = panel.isHighlighted() ? HouseFont.SEMI_BOLD : HouseFont.REGULAR;
        String latest = Ink.cut(panel.latest(), valueFont, Ink.SMALL_SIZE, plot.getWidth() * MOST_VALUE_SHARE);
        Color colour = panel.isHighlighted() ? Palette.NAVY : Palette.MUTED;
        ink.right(latest, valueFont, Ink.SMALL_SIZE, colour, plot.getMaxX(), baseline);
        double room = plot.getWidth() - valueFont.width(latest, Ink.SMALL_SIZE) - NAME_GAP;
        boolean fits = HouseFont.SEMI_BOLD.width(panel.label(), Ink.SMALL_SIZE) <= room;
        String name = fits ? panel.label() : Ink.cut(panel.shortLabel(), HouseFont.SEMI_BOLD, Ink.SMALL_SIZE, room);
        ink.left(name, HouseFont.SEMI_BOLD, Ink.SMALL_SIZE, Palette.INK, plot.getMinX(), baseline);
    }

    private int slot(Point point) {
        return slots.getOrDefault(point.date(), 0);
    }

    private double x(Rectangle2D plot, double slot) {
        if (dates.size() == 1) {
            return plot.getCenterX();
        }
        double share = Math.max(0, Math.min(1, slot / (dates.size() - 1)));
        // The dot at the last value stays inside the panel.
        return plot.getMinX() + (plot.getWidth() - DOT - 1) * share;
    }

    private double y(Rectangle2D plot, double value) {
        return plot.getMaxY() - plot.getHeight() * value / scale.top();
    }

    /** Adds the line of a panel, run by run: without a line where a point is missing or hidden. */
    private void gather(Panel panel, Rectangle2D plot, Marks marks) {
        List<Point> run = new ArrayList<>();
        for (Point point : panel.points()) {
            boolean isNext = !run.isEmpty() && slot(point) == slot(run.get(run.size() - 1)) + 1;
            if (point.value().isEmpty() || !isNext) {
                gatherRun(run, plot, marks);
                run.clear();
            }
            if (point.value().isPresent()) {
                run.add(point);
            }
        }
        gatherRun(run, plot, marks);
        if (!run.isEmpty()) {
            Point last = run.get(run.size() - 1);
            dot(last.isProvisional() ? marks.rings() : marks.dots(), plot, last, DOT);
        }
    }

    private void gatherRun(List<Point> run, Rectangle2D plot, Marks marks) {
        if (run.size() == 1) {
            dot(marks.dots(), plot, run.get(0), DOT / 2);
        }
        for (int i = 0; i < run.size(); i++) {
            double x = x(plot, slot(run.get(i)));
            double y = y(plot, run.get(i).value().orElseThrow());
            if (i == 0) {
                marks.areas().moveTo(x, plot.getMaxY());
                marks.areas().lineTo(x, y);
                marks.lines().moveTo(x, y);
                continue;
            }
            marks.areas().lineTo(x, y);
            Path2D line = run.get(i).isProvisional() ? marks.dashes() : marks.lines();
            if (run.get(i).isProvisional() != run.get(i - 1).isProvisional() || i == 1) {
                line.moveTo(
                        x(plot, slot(run.get(i - 1))),
                        y(plot, run.get(i - 1).value().orElseThrow()));
            }
            line.lineTo(x, y);
        }
        if (!run.isEmpty()) {
            marks.areas().lineTo(x(plot, slot(run.get(run.size() - 1))), plot.getMaxY());
            marks.areas().closePath();
        }
    }

    private void dot(Path2D dots, Rectangle2D plot, Point point, double radius) {
        double x = x(plot, slot(point));
        double y = y(plot, point.value().orElseThrow());
        dots.append(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), false);
    }

    /** Places of hidden values, neighbours together. */
    private List<Rectangle2D> hidden(Panel panel, Rectangle2D plot) {
        List<Rectangle2D> places = new ArrayList<>();
        int lastHidden = -2;
        for (Point point : panel.points()) {
            if (point.value().isEmpty()) {
                double half = dates.size() == 1 ? plot.getWidth() / 2 : 0;
                double from = x(plot, slot(point) - 0.5) - half;
                double to = x(plot, slot(point) + 0.5) + half;
                Rectangle2D place = new Rectangle2D.Double(from, plot.getMinY(), to - from, plot.getHeight());
                if (slot(point) == lastHidden + 1) {
                    place.add(places.remove(places.size() - 1));
                }
                places.add(place);
                lastHidden = slot(point);
            }
        }
        return places;
    }

    private void paintReading(Ink ink) {
        boolean isSpare = panels.size() < grid.columns() * grid.rows() && grid.rowHeight() * grid.rows() > height - 1.0;
        double top = isSpare ? grid.top(panels.size()) : grid.rowHeight() * grid.rows();
        double baseline = top + HEAD - 6;
        ink.left(HOW_TO_READ, HouseFont.SEMI_BOLD, Ink.SMALL_SIZE, Palette.INK, isSpare ? grid.textX() : 0, baseline);
        if (isSpare) {
            baseline += Ink.LINE_HEIGHT;
        }
        for (String line : grid.reading()) {
            ink.left(line, HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, grid.textX(), baseline);
            baseline += Ink.LINE_HEIGHT;
        }
    }
}
