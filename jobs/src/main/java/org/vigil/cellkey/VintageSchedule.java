package org.vigil.cellkey;

import java.time.LocalDate;
import java.util.List;

/**
 * When the figure of a period may be drawn: so many weeks after its end, and at no other time. In between, the figure of before stands, whatever has arrived: each new draw
 * of a cell tells something of what was added to it.
 */
public enum VintageSchedule {
    WEEKS(1, 4, 13, 52),
    /** Months and longer. */
    MONTHS(6, 26, 52),
    /** Periods by a further characteristic. */
    CHARACTERISTICS(6, 52),
    /** Windows after an event. */
    WINDOWS(2, 26);

    private final List<Integer> weeksAfterEnd;

    VintageSchedule(Integer... weeksAfterEnd) {
        this.weeksAfterEnd = List.of(weeksAfterEnd);
    }

    /** The schedule of the periods of a grain. */
    public static VintageSchedule of(PublicGrain grain) {
        return grain == PublicGrain.WEEK ? WEEKS : MONTHS;
    }

    /** How many vintages a period has at most. */
    public int vintages() {
        return weeksAfterEnd.size();
    }

    /**
     * The newest vintage that is due, from 1; 0 before the first.
     *
     * @param end last day of the period
     * @param asOf the day whose state of knowledge is published
     */
    public int due(LocalDate end, LocalDate asOf) {
        return (int) weeksAfterEnd.stream()
                .filter(weeks -> !end.plusWeeks(weeks).isAfter(asOf))
                .count();
    }

    /** The day on which a vintage falls due. */
    public LocalDate dueOn(LocalDate end, int vintage) {
        return end.plusWeeks(weeksAfterEnd.get(vintage - 1));
    }
}
