package org.vigil.trend;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.event.SeriesBreak;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

/**
 * Which stretches of a series can be compared: those that no break lies in.
 *
 * <p>A break without an end lies between its first day and the day before. While a break with an end lasts, figures are comparable with none.
 */
public final class Comparability implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<Change> changes;

    private Comparability(List<Change> changes) {
        this.changes = new ArrayList<>(changes);
    }

    /**
     * By the breaks and measurement events that concern a series; the latter change nothing.
     *
     * @param breaks in any order
     */
    public static Comparability of(List<SeriesBreak> breaks) {
        return new Comparability(breaks.stream()
                .filter(SeriesBreak::isBreak)
                .map(one -> new Change(one.start(), one.end().orElse(one.start().minusDays(1))))
                .toList());
    }

    /** Whether no break lies in the days from {@code first} to {@code last}. */
    public boolean isUnbroken(LocalDate first, LocalDate last) {
        for (Change change : changes) {
            if (!first.isAfter(change.last()) && !last.isBefore(change.first())) {
                return false;
            }
        }
        return true;
    }

    /** The longest stretches of units that no break lies in, in the order of time; a unit that holds a break is in none. */
    List<Stretch> stretches(TimeSeries series) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int unit = 0; unit < series.size(); unit++) {
            if (!isUnbroken(series.startOf(unit), lastDay(series, unit))) {
                add(stretches, from, unit);
                from = unit + 1;
            } else if (from < unit && !isUnbroken(series.startOf(unit - 1), lastDay(series, unit))) {
                add(stretches, from, unit);
                from = unit;
            }
        }
        add(stretches, from, series.size());
        return stretches;
    }

    private static void add(List<Stretch> stretches, int from, int to) {
        if (from < to) {
            stretches.add(new Stretch(from, to));
        }
    }

    private static LocalDate lastDay(TimeSeries series, int unit) {
        Grain grain = series.grain();
        return grain.plus(series.startOf(unit), 1).minusDays(1);
    }

    /** The units from {@code from} to before {@code to}. */
    record Stretch(int from, int to) {
        int size() {
            return to - from;
        }
    }

    /** Days that hold a change; the last is the day before the first where it happened between the two. */
    private record Change(LocalDate first, LocalDate last) implements Serializable {}
}
