package org.vigil.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.vigil.report.text.NumberText;

/** How far windows at dates without an event lie from what is usual, and where the event lies among them: one small chart a community. */
public final class PlaceboHistogram implements Drawing {
    /** More panels than this are not drawn. */
    public static final int MOST_PANELS = Panels.MOST;

    /**
     * Dates whose deviation lies in one half standard deviation.
     *
     * @param from lower end in half standard deviations
     * @param dates number of dates without an event
     * @param isEvent whether the event lies in it
     */
    public record Step(int from, long dates, boolean isEvent) {}

    /**
     * One community.
     *
     * @param label its name
     * @param steps in order, at least one
     */
    public record Panel(String label, List<Step> steps) {
        public Panel {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("Panel " + label + " has no steps");
            }
        }
    }

    private static final String CAPTION = "Standard deviations from what is usual";
    private static final int CAPTION_HEIGHT = 24;
    private static final int ALONE_HEIGHT = 170;
    private static final int BESIDE_HEIGHT = 150;
    private static final int HEAD = 40;
    private static final int STEPS_A_LABEL = 4;

    private final List<Panel> panels;
    private final Panels places;
    private final int first;
    private final int last;

    public PlaceboHistogram(List<Panel> panels) {
        this.panels = List.copyOf(panels);
        this.places = Panels.inPairs(panels.size(), panels.size() == 1 ? ALONE_HEIGHT : BESIDE_HEIGHT);
        List<Step> steps = panels.stream().flatMap(p -> p.steps().stream()).toList();
        this.first = steps.stream().mapToInt(Step::from).min().orElseThrow();
        this.last = steps.stream().mapToInt(Step::from).max().orElseThrow();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return CAPTION_HEIGHT + places.height();
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        ink.left("Dates without an event", HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.MUTED, 0, 13);
        ink.right(CAPTION, HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, WIDTH, 13);
        List<Rectangle2D> all = places.places();
        for (int i = 0; i < panels.size(); i++) {
            Rectangle2D place = all.get(i);
            paintPanel(
                    g,
                    ink,
                    panels.get(i),
                    new Rectangle2D.Double(
                            place.getX(), place.getY() + CAPTION_HEIGHT, place.getWidth(), place.getHeight()));
        }
    }

    private void paintPanel(Graphics2D g, Ink ink, Panel panel, Rectangle2D place) {
        Scale scale = Scale.from0To(
                (double) panel.steps().stream().mapToLong(Step::dates).max().orElse(0));
        PanelFrame frame = new PanelFrame(ink, place, HEAD, scale, first, last);
        String label = Ink.cut(panel.label(), HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, place.getWidth());
        ink.left(label, HouseFont.SEMI_BOLD, Ink.TEXT_SIZE, Palette.INK, place.getMinX(), place.getMinY() + 14);
        frame.paintGrid();
        for (Step step : panel.steps()) {
            double y = frame.y((double) step.dates());
            g.setColor(Palette.BLUE);
            g.fill(new Rectangle2D.Double(frame.left(step.from()) + 1, y, frame.slotWidth() - 2, frame.bottom() - y));
        }
        frame.paintBase();
        int every = frame.labelEvery(STEPS_A_LABEL);
        for (int step = first; step <= last; step++) {
            if (step % every == 0) {
                int deviations = step / 2;
                frame.labelAt(deviations > 0 ? "+" + deviations : NumberText.count(deviations), frame.left(step));
            }
        }
        panel.steps().stream().filter(Step::isEvent).forEach(step -> frame.markEvent(frame.middle(step.from())));
    }
}
