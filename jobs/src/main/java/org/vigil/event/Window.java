package org.vigil.event;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.vigil.series.Grain;

/**
 * A stretch of time after an event.
 *
 * @param grain its units
 * @param kind whether the windows of the kind follow one another or all start with the event
 * @param first first unit, 0 being the one of the event
 * @param last last unit, itself within
 */
public record Window(Grain grain, Kind kind, int first, int last) implements Serializable {
    /** How the windows of an event lie to one another; each kind is a family of tests of its own. */
    public enum Kind {
        /** One after the other. */
        DISJOINT("disjoint"),
        /** All from the event on. */
        CUMULATIVE("cumulative");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private static final List<Window> DAYS = windows(
            Grain.DAY, new int[][] {{0, 6}, {7, 13}, {14, 27}, {28, 55}}, new int[][] {{0, 6}, {0, 13}, {0, 27}, {0, 55}
            });
    private static final List<Window> WEEKS =
            windows(Grain.WEEK, new int[][] {{0, 0}, {1, 1}, {2, 3}, {4, 7}}, new int[][] {{0, 3}, {0, 7}});
    private static final List<Window> MONTHS =
            windows(Grain.MONTH, new int[][] {{0, 0}, {1, 1}, {2, 3}, {4, 6}}, new int[][] {{0, 1}, {0, 2}});

    public Window {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("Found a window from unit " + first + " to " + last
                    + "; expected it to start with the event or later and to end not before it starts");
        }
    }

    /** All windows of a grain, the disjoint ones first. */
    public static List<Window> of(Grain grain) {
        return switch (grain) {
            case DAY -> DAYS;
            case WEEK -> WEEKS;
            case MONTH -> MONTHS;
        };
    }

    /** The window of a grain that reports speak of first. */
    static Window headline(Grain grain) {
        return of(grain).stream().filter(Window::isHeadline).findFirst().orElseThrow();
    }

    /** Those of a grain that follow one another. */
    static List<Window> disjoint(Grain grain) {
        return of(grain).stream()
                .filter(window -> window.kind() == Kind.DISJOINT)
                .toList();
    }

    /** Number of units. */
    public int length() {
        return last - first + 1;
    }

    /** Whether it is the one that reports speak of first: four weeks, or two months. */
    public boolean isHeadline() {
        int end = switch (grain) {
            case DAY -> 27;
            case WEEK -> 3;
            case MONTH -> 1;
        };
        return kind == Kind.CUMULATIVE && last == end;
    }

    /** Whether a public release shows its days too, where they hold enough: the first week. */
    public boolean isOfFirstDays() {
        return grain == Grain.DAY && kind == Kind.DISJOINT && first == 0;
    }

    private static List<Window> windows(Grain grain, int[][] disjoint, int[][] cumulative) {
        List<Window> windows = new ArrayList<>();
        for (int[] ends : disjoint) {
            windows.add(new Window(grain, Kind.DISJOINT, ends[0], ends[1]));
        }
        for (int[] ends : cumulative) {
            windows.add(new Window(grain, Kind.CUMULATIVE, ends[0], ends[1]));
        }
        return List.copyOf(windows);
    }
}
