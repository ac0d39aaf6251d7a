package org.vigil.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Places the labels of event markers above a plot so that none covers another.
 *
 * <p>Each label has two or three lines. Labels go to the right of their line, to the left where they would leave the picture, and to a
 * higher lane where a lane is taken, by a line or by a label.
 */
final class MarkerLayout {
    static final int LANE_HEIGHT = 31;
    static final int MOST_MARKERS = 9;
    private static final int COST_OF_CROSSING = 10;
    private static final double GAP = 4;
    private static final double SPACE = 8;

    /** A label in its place: {@code lane} 0 is the lowest; {@code x} is where its text begins. */
    record Placed(EventMarker marker, double lineX, double x, double width, int lane) {}

    private final List<Placed> placed;

    /**
     * Places labels so that they need as few lanes as possible; every choice of sides is tried. Lines run through
     * labels only where nothing else is possible; labels never touch.
     *
     * @param markers what to place, {@value #MOST_MARKERS} at most
     * @param lineX position of each marker's line
     * @param leftEdge smallest x a label may have
     * @param rightEdge largest x a label may reach
     */
    MarkerLayout(List<EventMarker> markers, List<Double> lineX, double leftEdge, double rightEdge) {
        if (markers.size() > MOST_MARKERS) {
            throw new IllegalArgumentException("At most " + MOST_MARKERS + " markers, not " + markers.size());
        }
        List<Integer> rightToLeft = new ArrayList<>();
        for (int i = 0; i < markers.size(); i++) {
            rightToLeft.add(i);
        }
        rightToLeft.sort(Comparator.comparingDouble(lineX::get).reversed());
        List<Integer> leftToRight = new ArrayList<>(rightToLeft);
        Collections.reverse(leftToRight);
        List<Double> widths = markers.stream().map(MarkerLayout::width).toList();
        List<Placed> best = List.of();
        int least = Integer.MAX_VALUE;
        for (int sides = 0; sides < 1 << markers.size(); sides++) {
            for (List<Integer> order : List.of(rightToLeft, leftToRight)) {
                List<Placed> tried = place(markers, lineX, widths, order, sides, leftEdge, rightEdge);
                int cost = laneCount(tried) + COST_OF_CROSSING * crossings(tried);
                if (cost < least) {
                    least = cost;
                    best = tried;
                }
            }
        }
        this.placed = List.copyOf(best);
    }

    /** Width of a label in pixels. */
    private static double width(EventMarker marker) {
        return Math.max(
                HouseFont.SEMI_BOLD.width(marker.name(), Ink.SMALL_SIZE),
                HouseFont.REGULAR.width(marker.dateText(), Ink.SMALL_SIZE));
    }

    /** Places labels in the given order, each in the lowest free lane; a set bit of {@code sides} wishes a label to the left of its line. */
    private static List<Placed> place(
            List<EventMarker> markers,
            List<Double> lineX,
            List<Double> widths,
            List<Integer> order,
            int sides,
            double leftEdge,
            double rightEdge) {
        List<Placed> placed = new ArrayList<>();
        for (int i : order) {
            EventMarker marker = markers.get(i);
            double at = lineX.get(i);
            double width = widths.get(i);
            boolean fitsRight = at + GAP + width <= rightEdge;
            boolean fitsLeft = at - GAP - width >= leftEdge;
            boolean goesLeft = fitsLeft && ((sides >> i & 1) == 1 || !fitsRight);
            double x = goesLeft ? at - GAP - width : Math.min(at + GAP, Math.max(leftEdge, rightEdge - width));
            int lane = freeLane(placed, markers.size(), x, width, at);
            placed.add(new Placed(marker, at, x, width, lane));
        }
        return placed;
    }

    /** The lowest lane in which a label covers nothing; where there is none, the lowest in which it touches no other label. */
    private static int freeLane(List<Placed> placed, int most, double x, double width, double at) {
        for (int lane = 0; lane < most; lane++) {
            if (!touches(placed, lane, x, width) && !crosses(placed, lane, x, width, at)) {
                return lane;
            }
        }
        int lane = 0;
        while (touches(placed, lane, x, width)) {
            lane++;
        }
        return lane;
    }

    private static boolean touches(List<Placed> placed, int lane, double x, double width) {
        return placed.stream()
                .anyMatch(p -> p.lane() == lane && x < p.x() + p.width() + SPACE && p.x() < x + width + SPACE);
    }

    /** Whether a line would run through a label. */
    private static boolean crosses(List<Placed> placed, int lane, double x, double width, double at) {
        return placed.stream().anyMatch(p -> {
            boolean theirLine = p.lane() >= lane && p.lineX() > x - GAP && p.lineX() < x + width + GAP;
            boolean ourLine = p.lane() <= lane && at > p.x() - GAP && at < p.x() + p.width() + GAP;
            return theirLine || ourLine;
        });
    }

    private static int crossings(List<Placed> placed) {
        int crossings = 0;
        for (Placed line : placed) {
            for (Placed label : placed) {
                boolean isThrough = line.lane() >= label.lane()
                        && line.lineX() > label.x() - GAP / 2
                        && line.lineX() < label.x() + label.width() + GAP / 2;
                crossings += isThrough && !line.equals(label) ? 1 : 0;
            }
        }
        return crossings;
    }

    /** Whether no line runs through a label and no more than {@code lanes} lanes are needed. */
    boolean isClearWithin(int lanes) {
        return laneCount() <= lanes && crossings(placed) == 0;
    }

    List<Placed> placed() {
        return placed;
    }

    int laneCount() {
        return laneCount(placed);
    }

    private static int laneCount(List<Placed> placed) {
        return placed.stream().mapToInt(Placed::lane).max().orElse(-1) + 1;
    }
}
