package org.vigil.alarm;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.vigil.event.SeriesBreak;

/**
 * The days of a break in a series: figures before and after them are not comparable, and those of the units that hold them belong to neither. A break without
 * an end lies between its first day and the day before, so that a unit that begins with it is wholly after it.
 *
 * @param first day on which figures begin to change
 * @param last day on which they still change; the day before the first where they changed between the two
 */
public record BreakPeriod(LocalDate first, LocalDate last) implements Serializable {
    /** Those of the given breaks and measurement events that are breaks. */
    public static List<BreakPeriod> of(List<SeriesBreak> breaks) {
        return breaks.stream()
                .filter(SeriesBreak::isBreak)
                .map(one -> new BreakPeriod(
                        one.start(), one.end().orElse(one.start().minusDays(1))))
                .toList();
    }
}
