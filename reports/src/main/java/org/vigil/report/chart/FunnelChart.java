package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.vigil.report.text.NumberText;

/** Rates of areas against their population, with 95 % and 99.8 % limits around the common rate. Areas outside the wider limits are named. */
public final class FunnelChart implements Drawing {
    /**
     * One area.
     *
     * @param label its name
     * @param population residents, above 0
     * @param ratePer100k incidents per 100,000 residents a year
     * @param isOutside whether it lies outside the 99.8 % limits
     */
    public record Dot(String label, double population, double ratePer100k, boolean isOutside) {}

    private static final int PLOT_HEIGHT = 225;
    private static final int HEAD = 26;
    private static final int FOOT = 40;
    private static final double ENDS_MARGIN = 14;
    private static final double WIDEST_END = 140;
    private static final String WIDE_NAME = "99.8% limit";
    private static final int STEPS = 60;
    private static final double RADIUS = 3.6;

    private final List<Dot> dots;
    private final FunnelLimits limits;
    private final String commonText;
    private final double endsWidth;
    private final Scale scale;
    private final double xTo;
    private final double xStep;

    /**
     * A funnel plot.
     *
     * @param dots areas, at least one
     * @param limits limits for a period of one year
     * @param commonLabel name of the line at the common rate
     */
    public FunnelChart(List<Dot> dots, FunnelLimits limits, String commonLabel) {
        this.dots = List.copyOf(dots);
        this.limits = limits;
        String rate = " " + NumberText.count(Math.round(limits.commonRatePer100k()));
        double rateWidth = HouseFont.SEMI_BOLD.width(rate, Ink.SMALL_SIZE);
        this.commonText = Ink.cut(commonLabel, HouseFont.SEMI_BOLD, Ink.SMALL_SIZE, WIDEST_END - rateWidth) + rate;
        this.endsWidth = ENDS_MARGIN
                + Math.max(
                        HouseFont.SEMI_BOLD.width(WIDE_NAME, Ink.SMALL_SIZE),
                        HouseFont.SEMI_BOLD.width(commonText, Ink.SMALL_SIZE));
        double mostPeople = dots.stream().mapToDouble(Dot::population).max().orElseThrow();
        double fewestPeople = dots.stream().mapToDouble(Dot::population).min().orElseThrow();
        double highest = dots.stream().mapToDouble(Dot::ratePer100k).max().orElseThrow();
        double limit = limits.limitPer100k(fewestPeople, FunnelLimits.UPPER_998);
        this.scale = Scale.from0To(Math.max(highest, Math.min(limit, 2 * highest)) * 1.04);
        Scale people = Scale.from0To(mostPeople * 1.04);
        this.xTo = mostPeople * 1.06;
        this.xStep = people.step();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEAD + PLOT_HEIGHT + FOOT;
    }

    @Override
    public void paint(Graphics2D g) {
        double left = AxisWidth.of(scale);
        Rectangle2D area = new Rectangle2D.Double(left, HEAD, WIDTH - endsWidth - left, PLOT_HEIGHT);
        XyFrame frame = new XyFrame(area, 0, xTo, scale.top(), scale.step());
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer lineRenderer = new XYLineAndShapeRenderer(true, false);
        lineRenderer.setDrawSeriesLineAsPath(true);
        lineRenderer.setDefaultItemLabelFont(HouseFont.REGULAR.at(Ink.TEXT_SIZE));
        double[] probabilities = {
            FunnelLimits.LOWER_998, FunnelLimits.UPPER_998, FunnelLimits.LOWER_95, FunnelLimits.UPPER_95
        };
        for (int i = 0; i < probabilities.length; i++) {
            lines.addSeries(limitLine(probabilities[i]));
            boolean isWide = i < 2;
            lineRenderer.setSeriesPaint(i, isWide ? Palette.NAVY : Palette.TURQUOISE);
            lineRenderer.setSeriesStroke(i, isWide ? new BasicStroke(1.4f) : Ink.dashes(1.4f));
        }
        XYSeries common = new XYSeries("common");
        common.add(0, limits.commonRatePer100k());
        common.add(xTo, limits.commonRatePer100k());
        lines.addSeries(common);
        lineRenderer.setSeriesPaint(4, Palette.MUTED);
        lineRenderer.setSeriesStroke(4, new BasicStroke(1f));
        frame.add(lines, lineRenderer);
        frame.add(points(), pointRenderer());
        frame.paint(g);
        frame.labelRange(g, scale);
        paintPeople(g, frame);
        paintEnds(g, frame);
        paintNames(g, frame);
        new Ink(g).left("Rate per 100,000 residents a year", HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, 0, 13);
    }

    private XYSeries limitLine(double p) {
        XYSeries series = new XYSeries("p" + p);
        double from = dots.stream().mapToDouble(Dot::population).min().orElseThrow() * 0.6;
        for (int i = 0; i <= STEPS; i++) {
            double people = from + (xTo - from) * i / STEPS;
            double limit = limits.limitPer100k(people, p);
            if (limit <= scale.top()) {
                series.add(people, limit);
            }
        }
        return series;
    }

    private XYSeriesCollection points() {
        XYSeries inside = new XYSeries("inside", true, true);
        XYSeries outside = new XYSeries("outside", true, true);
        for (Dot dot : dots) {
            (dot.isOutside() ? outside : inside).add(dot.population(), dot.ratePer100k());
        }
        XYSeriesCollection points = new XYSeriesCollection();
        points.addSeries(inside);
        points.addSeries(outside);
        return points;
    }

    private static XYLineAndShapeRenderer pointRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDefaultItemLabelFont(HouseFont.REGULAR.at(Ink.TEXT_SIZE));
        for (int i = 0; i < 2; i++) {
            double r = i == 0 ? RADIUS : RADIUS + 0.6;
            renderer.setSeriesShape(i, new Ellipse2D.Double(-r, -r, 2 * r, 2 * r));
            renderer.setSeriesPaint(i, i == 0 ? Palette.DOT : Palette.PLUM);
        }
        renderer.setUseOutlinePaint(false);
        return renderer;
    }

    private void paintPeople(Graphics2D g, XyFrame frame) {
        Ink ink = new Ink(g);
        for (double people = 0; people <= xTo; people += xStep) {
            double x = frame.x(people);
            ink.line(x, frame.bottom(), x, frame.bottom() + 5, Palette.AXIS, 1f);
            ink.centre(
                    NumberText.count(Math.round(people)),
                    HouseFont.REGULAR,
                    Ink.TEXT_SIZE,
                    Palette.MUTED,
                    x,
                    frame.bottom() + 18);
        }
        ink.right(
                "Resident population",
                HouseFont.SEMI_BOLD,
                Ink.TEXT_SIZE,
                Palette.MUTED,
                frame.right(),
                frame.bottom() + 35);
    }

    private void paintEnds(Graphics2D g, XyFrame frame) {
        List<String> texts = new ArrayList<>();
        List<Double> wanted = new ArrayList<>();
        List<Color> colours = new ArrayList<>();
        double[] probabilities = {
            FunnelLimits.UPPER_998, FunnelLimits.UPPER_95, FunnelLimits.LOWER_95, FunnelLimits.LOWER_998
        };
        String[] names = {WIDE_NAME, "95% limit", "95% limit", WIDE_NAME};
        for (int i = 0; i < probabilities.length; i++) {
            texts.add(names[i]);
            wanted.add(frame.y(Math.min(scale.top(), limits.limitPer100k(xTo, probabilities[i]))));
            colours.add(i == 0 || i == 3 ? Palette.NAVY : Palette.TURQUOISE_TEXT);
        }
        texts.add(2, commonText);
        wanted.add(2, frame.y(limits.commonRatePer100k()));
        colours.add(2, Palette.MUTED);
        List<Double> heights = texts.stream().map(t -> (double) Ink.LINE_HEIGHT).toList();
        double[] centres = LabelStack.spread(wanted, heights, HEAD - 8, frame.bottom() + 8);
        Ink ink = new Ink(g);
        for (int i = 0; i < texts.size(); i++) {
            ink.line(frame.right() + 2, wanted.get(i), frame.right() + 11, centres[i], colours.get(i), 0.8f);
            ink.left(
                    texts.get(i),
                    HouseFont.SEMI_BOLD,
                    Ink.SMALL_SIZE,
                    colours.get(i),
                    frame.right() + ENDS_MARGIN,
                    centres[i] + 4);
        }
    }

    /** Names of areas outside the limits, beside their dots where there is room; the table names the others. */
    private void paintNames(Graphics2D g, XyFrame frame) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (Dot dot : dots) {
            taken.add(new Rectangle2D.Double(
                    frame.x(dot.population()) - RADIUS - 1,
                    frame.y(dot.ratePer100k()) - RADIUS - 1,
                    2 * RADIUS + 2,
                    2 * RADIUS + 2));
        }
        List<Dot> outside = dots.stream()
                .filter(Dot::isOutside)
                .sorted(Comparator.comparingDouble((Dot d) -> Math.abs(d.ratePer100k() - limits.commonRatePer100k()))
                        .reversed()
                        .thenComparing(Dot::label))
                .toList();
        Ink ink = new Ink(g);
        for (Dot dot : outside) {
            double width = HouseFont.REGULAR.width(dot.label(), Ink.SMALL_SIZE);
            double x = frame.x(dot.population());
            double y = frame.y(dot.ratePer100k());
            double[][] places = {
                {x + 7, y + 4}, {x - 7 - width, y + 4}, {x - width / 2, y - 8}, {x - width / 2, y + 17},
                {x + 5, y - 7}, {x - 5 - width, y - 7}, {x + 5, y + 16}, {x - 5 - width, y + 16}
            };
            for (double[] place : places) {
                Rectangle2D box = new Rectangle2D.Double(place[0] - 1, place[1] - 11, width + 2, 14);
                boolean isFree = box.getMinX() >= frame.left()
                        && box.getMaxX() <= frame.right()
                        && box.getMinY() >= frame.top() - 10
                        && box.getMaxY() <= frame.bottom()
                        && taken.stream().noneMatch(box::intersects);
                if (isFree) {
                    taken.add(box);
                    ink.left(dot.label(), HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.PLUM, place[0], place[1]);
                    break;
                }
            }
        }
    }
}
