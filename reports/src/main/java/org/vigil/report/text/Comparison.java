package org.vigil.report.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A count beside the count of the same period a year before, with the rule when a percentage may be given.
 *
 * <p>A percentage needs two whole periods, no break in series in either, and at least {@value #SMALLEST_BASE} in the earlier one.
 *
 * @param current the later period
 * @param earlier the same period a year before; empty where the source does not reach back so far
 */
public record Comparison(PeriodCount current, Optional<PeriodCount> earlier) {
    /** Percentages on fewer than this are noise. */
    public static final int SMALLEST_BASE = 20;

    public static Comparison of(PeriodCount current, @Nullable PeriodCount earlier) {
        return new Comparison(current, Optional.ofNullable(earlier));
    }

    /** What stands in the way of a percentage; empty where one may be given. */
    public Optional<Obstacle> obstacle() {
        if (earlier.isEmpty()
                || earlier.get().count().isEmpty()
                || current.count().isEmpty()) {
            return Optional.of(Obstacle.NO_EARLIER_FIGURE);
        }
        if (current.isPartial() || earlier.get().isPartial()) {
            return Optional.of(Obstacle.PARTIAL_PERIOD);
        }
        if (current.isBroken() || earlier.get().isBroken()) {
            return Optional.of(Obstacle.BREAK_IN_SERIES);
        }
        return earlier.get().count().getAsLong() < SMALLEST_BASE ? Optional.of(Obstacle.SMALL_BASE) : Optional.empty();
    }

    /** The change in per cent, where one may be given. */
    public Optional<Double> percentChange() {
        if (obstacle().isPresent()) {
            return Optional.empty();
        }
        double base = earlier.orElseThrow().count().orElseThrow();
        return Optional.of(100.0 * (current.count().orElseThrow() - base) / base);
    }

    /** The change as a table cell: {@code +8.0%}, or the shorthand that says why there is none. */
    public String cellText() {
        return percentChange()
                .map(NumberText::signedPercent)
                .orElseGet(() -> obstacle().orElseThrow().shorthand());
    }
}
