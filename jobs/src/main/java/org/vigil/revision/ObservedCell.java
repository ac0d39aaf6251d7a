package org.vigil.revision;

import java.util.ArrayList;
import java.util.List;

/**
 * A week or month as the run counts it, and what the chain of releases published of it before.
 *
 * @param start first day of the period, in days since 1970-01-01
 * @param end last day of the period
 * @param now number that the run counts
 * @param moves its moves, oldest first
 */
record ObservedCell(int start, int end, long now, List<Move> moves) {
    ObservedCell(int start, int end, long now) {
        this(start, end, now, new ArrayList<>());
    }

    /** The number published by the vintage of a day, or {@link PublishedCounts#NO_NUMBER}: what the first move after that day replaced. */
    long publishedOn(int vintageDay) {
        return moves.stream()
                .filter(move -> move.vintage() > vintageDay)
                .findFirst()
                .map(Move::before)
                .orElse(now);
    }
}
