package org.vigil.release;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a published number may be read: the shorthand of the UK statistical system, in square brackets, never in the same cell as a number.
 */
public enum CellStatus {
    BREAK_IN_SERIES("[b]", "break in series: not comparable with earlier periods"),
    CONFIDENTIAL("[c]", "confidential: hidden so that nobody can be identified"),
    ESTIMATED("[e]", "estimated, or carried forward"),
    ROUNDS_TO_ZERO("[low]", "rounds to 0: none or very few, 0 to 5; in a sum, for each of its parts"),
    PROVISIONAL("[p]", "provisional: records are still arriving, or the figure will be published again"),
    REVISED("[r]", "revised: the release before published another number for the same days"),
    LOW_RELIABILITY("[u]", "low reliability"),
    NOT_AVAILABLE("[x]", "not available: the source does not cover it, or its first date of publication has not come"),
    NOT_APPLICABLE("[z]", "not applicable");

    private final String shorthand;
    private final String meaning;

    CellStatus(String shorthand, String meaning) {
        this.shorthand = shorthand;
        this.meaning = meaning;
    }

    public String shorthand() {
        return shorthand;
    }

    public String meaning() {
        return meaning;
    }

    /** The statuses that a cell holds; none for the empty text. */
    public static Set<CellStatus> in(String text) {
        EnumSet<CellStatus> statuses = EnumSet.noneOf(CellStatus.class);
        for (CellStatus status : values()) {
            if (text.contains(status.shorthand)) {
                statuses.add(status);
            }
        }
        return statuses;
    }

    /** Several statuses as one cell, in the order of this enum: {@code [b] [p]}; the empty text for none. */
    public static String text(Collection<CellStatus> statuses) {
        return Arrays.stream(values())
                .filter(statuses::contains)
                .map(CellStatus::shorthand)
                .collect(Collectors.joining(" "));
    }
}
