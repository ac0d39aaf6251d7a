package org.vigil.revision;

import java.util.OptionalLong;

/**
 * A cell of {@code counts} that two releases show differently.
 *
 * @param cell its key
 * @param kind in what it differs
 * @param earlier number in the first release; empty where it published none
 * @param later number in the second release
 * @param earlierStatus shorthand in the first release; the empty text for none
 * @param laterStatus shorthand in the second release
 */
public record CellDifference(
        CellKey cell, Kind kind, OptionalLong earlier, OptionalLong later, String earlierStatus, String laterStatus) {

    /** In what a cell differs. */
    public enum Kind {
        /** Both have a number, each another. */
        MOVED,
        /** Only the second release has a number. */
        APPEARED,
        /** Only the first release has a number. */
        VANISHED,
        /** The same number, or none in both, with another shorthand. */
        STATUS_CHANGED
    }

    /** Second number minus first; empty where one of them is unknown. */
    public OptionalLong change() {
        return earlier.isPresent() && later.isPresent()
                ? OptionalLong.of(later.getAsLong() - earlier.getAsLong())
                : OptionalLong.empty();
    }
}
