package org.vigil.report.chart;

import java.util.ArrayList;
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
    private static final double GAP = 4;
    private static final double SPACE = 8;

    /** A label in its place: {@code lane} 0 is the lowest; {@code x} is where its text begins. */
    record Placed(EventMarker marker, double lineX, double x, double width, int lane) {}

    private final List<Placed> placed = new ArrayList<>();

    /**
     * Places labels in order of their lines.
     *
     * @param markers what to place
     * @param lineX position of each marker's line
     * @param leftEdge smallest x a label may have
     * @param rightEdge largest x a label may reach
     */
    MarkerLayout(List<EventMarker> markers, List<Double> lineX, double leftEdge, double rightEdge) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < markers.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(lineX::get).reversed());
        for (int i : order) {
            EventMarker marker = markers.get(i);
            double at = lineX.get(i);
            double width = Math.max(
                    HouseFont.SEMI_BOLD.width(marker.name(), Ink.SMALL_SIZE),
                    HouseFont.REGULAR.width(marker.dateText(), Ink.SMALL_SIZE));
            double right = at + GAP;
            double left = at - GAP - width;
            double x = right + width <= rightEdge ? right : Math.max(leftEdge, left);
            int lane = 0;
            while (isTaken(lane, x, width, at)) {
                lane++;
            }
            placed.add(new Placed(marker, at, x, width, lane));
        }
    }

    /** Whether a label would touch another in its lane, or the line of a label in a higher lane would run through it. */
    private boolean isTaken(int lane, double x, double width, double at) {
        return placed.stream().anyMatch(p -> {
            boolean labelsTouch = p.lane() == lane && x < p.x() + p.width() + SPACE && p.x() < x + width + SPACE;
            boolean theirLineCrosses = p.lane() > lane && p.lineX() > x - GAP && p.lineX() < x + width + GAP;
            boolean ourLineCrosses = p.lane() < lane && at > p.x() - GAP && at < p.x() + p.width() + GAP;
            boolean theirLineInLane =
                    p.lane() == lane && p.lineX() > x - 1 && p.lineX() < x + width + 1 && p.lineX() != at;
            return labelsTouch || theirLineCrosses || ourLineCrosses || theirLineInLane;
        });
    }

    List<Placed> placed() {
        return List.copyOf(placed);
    }

    int laneCount() {
        return placed.stream().mapToInt(Placed::lane).max().orElse(-1) + 1;
    }
}
