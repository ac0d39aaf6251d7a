package org.vigil.report.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A count beside the count of the same period a year before, with the rule when a percentage may be given.
 *
 * <p>A percentage needs two whole periods, no break in series in either, and at least {@value #SMALLEST_BASE} in the earlier one; of counts that were changed to protect people,
 * at least {@value #SMALLEST_CHANGED} in each.
 *
 * @param current the later period
 * @param earlier the same period a year before; empty where the source does not reach back so far
 * @param isChanged whether the counts were changed to protect people
 */
public record Comparison(PeriodCount current, Optional<PeriodCount> earlier, boolean isChanged) {
    /** Percentages on fewer than this are noise. */
    public static final int SMALLEST_BASE = 20;

    /** Percentages of changed counts, where either is smaller, say more of the changes than of what was recorded. */
    public static final int SMALLEST_CHANGED = 50;

    public static Comparison of(PeriodCount current, @Nullable PeriodCount earlier) {
        return new Comparison(current, Optional.ofNullable(earlier), false);
    }

    /** The same of counts that were changed to protect people. */
    public static Comparison ofChanged(PeriodCount current, @Nullable PeriodCount earlier) {
        return new Comparison(current, Optional.ofNullable(earlier), true);
    }

    /** What stands in the way of a percentage; empty where one may be given. */
    public Optional<Obstacle> obstacle() {
        if (current.isHidden() || earlier.filter(PeriodCount::isHidden).isPresent()) {
            return Optional.of(Obstacle.HIDDEN);
        }
        if (current.isVeryFew() || earlier.filter(PeriodCount::isVeryFew).isPresent()) {
            return Optional.of(Obstacle.VERY_FEW);
        }
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
        long before = earlier.get().count().getAsLong();
        if (isChanged && Math.min(before, current.count().getAsLong()) < SMALLEST_CHANGED) {
            return Optional.of(Obstacle.SMALL_CHANGED);
        }
        return before < SMALLEST_BASE ? Optional.of(Obstacle.SMALL_BASE) : Optional.empty();
    }

    /** The change in per cent, where one may be given. */
    public Optional<Double> percentChange() {
        if (obstacle().isPresent()) {
            return Optional.empty();
        }
        double base = earlier.orElseThrow().count().orElseThrow();
        return Optional.of(100.0 * (current.count().orElseThrow() - base) / base);
    }

    /** The change in words: {@code +8.0%}, of changed counts {@code +8%}; empty where none may be given. */
    public Optional<String> changeText() {
        return percentChange()
                .map(percent -> isChanged ? NumberText.signedWholePercent(percent) : NumberText.signedPercent(percent));
    }

    /** The change as a table cell, or the shorthand that says why there is none. */
    public String cellText() {
        return changeText().orElseGet(() -> obstacle().orElseThrow().shorthand());
    }
}
