package org.vigil.report.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Dated events and breaks in series beside a plot with a time axis: which of them have room for a label, and their lines and labels. */
final class EventLabels {
    static final int MOST_LANES = 3;
    private static final int MOST_EVENTS = 6;
    private static final double WIDEST_LABEL = 200;

    private final List<EventMarker> marked;
    private final List<EventMarker> labelledBreaks;
    private final MarkerLayout layout;
    private final List<Double> unlabelledBreaks;

    private EventLabels(
            List<EventMarker> marked,
            List<EventMarker> labelledBreaks,
            MarkerLayout layout,
            List<Double> unlabelledBreaks) {
        this.marked = List.copyOf(marked);
        this.labelledBreaks = List.copyOf(labelledBreaks);
        this.layout = layout;
        this.unlabelledBreaks = List.copyOf(unlabelledBreaks);
    }

    /**
     * Chooses the events whose labels find a clear place.
     *
     * @param events the most relevant first; one without room, or beyond the edges, is left out
     * @param breaks always drawn; of more than {@value MarkerLayout#MOST_MARKERS} the first are drawn without a label
     * @param mostLanes lines of labels that events may take
     * @param x where a day stands
     * @param leftEdge smallest x of a label
     * @param rightEdge largest x of a label
     */
    static EventLabels choose(
            List<EventMarker> events,
            List<EventMarker> breaks,
            int mostLanes,
            ToDoubleFunction<LocalDate> x,
            double leftEdge,
            double rightEdge) {
        Predicate<EventMarker> isInside =
                marker -> x.applyAsDouble(marker.date()) >= leftEdge && x.applyAsDouble(marker.date()) <= rightEdge;
        List<EventMarker> drawn = breaks.stream().filter(isInside).toList();
        int first = Math.max(0, drawn.size() - MarkerLayout.MOST_MARKERS);
        List<EventMarker> labelled = drawn.subList(first, drawn.size()).stream()
                .map(EventLabels::shortened)
                .toList();
        List<EventMarker> chosen = new ArrayList<>();
        List<EventMarker> texts = new ArrayList<>(labelled);
        MarkerLayout clear = layout(texts, x, leftEdge, rightEdge);
        for (EventMarker event : events) {
            if (isInside.test(event)
                    && chosen.size() < MOST_EVENTS
                    && chosen.size() + labelled.size() < MarkerLayout.MOST_MARKERS) {
                texts.add(shortened(event));
                MarkerLayout tried = layout(texts, x, leftEdge, rightEdge);
                if (tried.isClearWithin(mostLanes)) {
                    chosen.add(event);
                    clear = tried;
                } else {
                    texts.remove(texts.size() - 1);
                }
            }
        }
        List<Double> bare = drawn.subList(0, first).stream()
                .map(marker -> x.applyAsDouble(marker.date()))
                .toList();
        return new EventLabels(chosen, labelled, clear, bare);
    }

    private static MarkerLayout layout(
            List<EventMarker> texts, ToDoubleFunction<LocalDate> x, double leftEdge, double rightEdge) {
        List<Double> xs =
                texts.stream().map(marker -> x.applyAsDouble(marker.date())).toList();
        return new MarkerLayout(texts, xs, leftEdge, rightEdge);
    }

    private static EventMarker shortened(EventMarker marker) {
        return new EventMarker(
                marker.date(),
                shortened(marker.name()),
                Ink.cut(marker.dateText(), HouseFont.REGULAR, Ink.SMALL_SIZE, WIDEST_LABEL));
    }

    /** A name that fits a label: without what follows a comma where that is enough, otherwise cut between words, or in a word, and marked as cut. */
    static String shortened(String name) {
        String rest = name;
        while (!fits(rest) && rest.contains(",")) {
            rest = rest.substring(0, rest.lastIndexOf(','));
        }
        if (fits(rest)) {
            return rest;
        }
        while (!fits(rest + Ink.ELLIPSIS) && rest.contains(" ")) {
            rest = rest.substring(0, rest.lastIndexOf(' '));
        }
        return fits(rest + Ink.ELLIPSIS)
                ? rest + Ink.ELLIPSIS
                : Ink.cut(rest, HouseFont.SEMI_BOLD, Ink.SMALL_SIZE, WIDEST_LABEL);
    }

    private static boolean fits(String name) {
        return HouseFont.SEMI_BOLD.width(name, Ink.SMALL_SIZE) <= WIDEST_LABEL;
    }

    /** The events that are marked, the most relevant first, with their full names. */
    List<EventMarker> marked() {
        return marked;
    }

    int height() {
        return layout.laneCount() * MarkerLayout.LANE_HEIGHT;
    }

    /** Lines from each label down through the plot, then the labels; {@code top} is the upper edge of the highest. */
    void paintAbove(Ink ink, double top, double plotTop, double plotBottom) {
        for (double x : unlabelledBreaks) {
            ink.line(x, plotTop, x, plotBottom, Palette.ORANGE, 1.6f);
        }
        for (MarkerLayout.Placed p : layout.placed()) {
            double from = above(p, top) + 2;
            if (isBreak(p)) {
                ink.line(p.lineX(), from, p.lineX(), plotBottom, Palette.ORANGE, 1.6f);
            } else {
                ink.dashed(p.lineX(), from, p.lineX(), plotBottom, Palette.INK, 1f);
            }
        }
        layout.placed().forEach(p -> paintLabel(ink, p, above(p, top), isBreak(p) ? Palette.ORANGE_TEXT : Palette.INK));
    }

    /** Lines from the lower edge of a plot to each label, then the labels beneath it. */
    void paintBelow(Ink ink, double plotBottom) {
        for (MarkerLayout.Placed p : layout.placed()) {
            double to = plotBottom + (p.lane() + 1) * (double) MarkerLayout.LANE_HEIGHT - 2;
            ink.line(p.lineX(), plotBottom + 1, p.lineX(), to, Palette.ORANGE_TEXT, 1f);
        }
        layout.placed()
                .forEach(p -> paintLabel(
                        ink, p, plotBottom + p.lane() * (double) MarkerLayout.LANE_HEIGHT, Palette.ORANGE_TEXT));
    }

    private double above(MarkerLayout.Placed p, double top) {
        return top + height() - (p.lane() + 1) * (double) MarkerLayout.LANE_HEIGHT;
    }

    private boolean isBreak(MarkerLayout.Placed p) {
        return labelledBreaks.contains(p.marker());
    }

    private static void paintLabel(Ink ink, MarkerLayout.Placed p, double top, Color colour) {
        ink.fill(
                new Rectangle2D.Double(p.x() - 1, top + 1, p.width() + 2, MarkerLayout.LANE_HEIGHT - 2.0), Color.WHITE);
        ink.left(p.marker().name(), HouseFont.SEMI_BOLD, Ink.SMALL_SIZE, colour, p.x(), top + 12);
        ink.left(p.marker().dateText(), HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, p.x(), top + 25);
    }
}
