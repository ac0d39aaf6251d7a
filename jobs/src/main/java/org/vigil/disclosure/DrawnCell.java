package org.vigil.disclosure;

import java.time.LocalDate;

/**
 * A cell whose count is changed before it is published: a series over some days.
 *
 * @param series what is counted
 * @param from first day counted
 * @param to last day counted
 */
public record DrawnCell(SeriesName series, LocalDate from, LocalDate to) {
    public DrawnCell {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Found a cell from " + from + " to " + to + "; expected it to end not before it starts");
        }
    }
}
