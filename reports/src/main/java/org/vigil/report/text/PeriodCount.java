package org.vigil.report.text;

import java.util.OptionalLong;
import org.vigil.release.CellStatus;

/**
 * What was recorded in a period.
 *
 * @param period the period
 * @param count number recorded; empty where the source has none, and then the status says why
 * @param status shorthand as published, the empty text for none
 * @param isPartial whether the source covers only part of the period
 */
public record PeriodCount(Period period, OptionalLong count, String status, boolean isPartial) {

    /** Whether records are still arriving. */
    public boolean isProvisional() {
        return has(CellStatus.PROVISIONAL);
    }

    /** Whether the period contains a break in series, or the figure is not comparable with earlier ones. */
    public boolean isBroken() {
        return has(CellStatus.BREAK_IN_SERIES);
    }

    /** Whether the period is whole and its count known. */
    public boolean isComplete() {
        return !isPartial && count.isPresent();
    }

    /** Whether the count is hidden so that nobody can be told from it. */
    public boolean isHidden() {
        return count.isEmpty() && has(CellStatus.CONFIDENTIAL);
    }

    /** Whether none or very few were recorded, which is all that is said of them. */
    public boolean isVeryFew() {
        return count.isEmpty() && has(CellStatus.ROUNDS_TO_ZERO);
    }

    /** The count as a table shows it: the number, or the shorthand that says why there is none. */
    public String countText() {
        if (count.isPresent()) {
            return NumberText.count(count.getAsLong());
        }
        return status.isEmpty() ? CellStatus.NOT_AVAILABLE.shorthand() : status;
    }

    /** What a status column shows beside the count. */
    public String remarkText() {
        String partial = isPartial ? "partial period" : "";
        if (count.isEmpty() || status.isEmpty()) {
            return partial;
        }
        return partial.isEmpty() ? status : status + " " + partial;
    }

    private boolean has(CellStatus wanted) {
        return status.contains(wanted.shorthand());
    }
}
