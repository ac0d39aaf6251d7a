package org.vigil.cellkey;

import java.time.LocalDate;
import java.util.List;

/**
 * When the figure of a period may be drawn: so many weeks after its end, and at no other time. In between, the figure of before stands, whatever has arrived: each new draw
 * of a cell tells something of what was added to it.
 */
public enum VintageSchedule {
    WEEKS,
    /** Months and longer. */
    MONTHS,
    /** Periods by a further characteristic. */
    CHARACTERISTICS,
    /** Windows after an event. */
    WINDOWS,
    /** Days of a window after an event: once, with its last vintage. */
    DAYS;

    private List<Integer> weeksAfterEnd() {
        return switch (this) {
            case WEEKS -> List.of(1, 4, 13, 52);
            case MONTHS -> List.of(6, 26, 52);
            case CHARACTERISTICS -> List.of(6, 52);
            case WINDOWS -> List.of(2, 26);
            case DAYS -> List.of(26);
        };
    }

    /** The schedule of the periods of a grain. */
    public static VintageSchedule of(PublicGrain grain) {
        return grain == PublicGrain.WEEK ? WEEKS : MONTHS;
    }

    /** How many vintages a period has at most. */
    public int vintages() {
        return weeksAfterEnd().size();
    }

    /**
     * The newest vintage that is due, from 1; 0 before the first.
     *
     * @param end last day of the period
     * @param asOf the day whose state of knowledge is published
     */
    public int due(LocalDate end, LocalDate asOf) {
        return (int) weeksAfterEnd().stream()
                .filter(weeks -> !end.plusWeeks(weeks).isAfter(asOf))
                .count();
    }

    /** How many weeks after the end of its period a vintage falls due, by its number from 1. */
    public int weeks(int vintage) {
        return weeksAfterEnd().get(vintage - 1);
    }
}
