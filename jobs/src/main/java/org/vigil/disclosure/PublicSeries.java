package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.PublicGrain;

/**
 * A series as it may be published: its leaves, and the sums of them that make up longer periods.
 *
 * @param leaves in order, without a gap
 */
record PublicSeries(List<PublicLeaf> leaves) {
    PublicSeries {
        leaves = List.copyOf(leaves);
    }

    /** Whether and how a period is published. */
    enum State {
        PUBLISHED,
        /** Its time has not come. */
        NOT_YET,
        /** Its figure could point at somebody. */
        HIDDEN
    }

    /**
     * A leaf.
     *
     * @param leaf its days
     * @param state whether it is published
     * @param count its count; there only if it is
     * @param ageWeeks how many weeks after its end that was drawn; 0 if it was not
     */
    record PublicLeaf(Leaf leaf, State state, Optional<ProtectedCount> count, int ageWeeks) {
        /** The same, not shown if it could be. */
        PublicLeaf hidden() {
            return state == State.PUBLISHED ? new PublicLeaf(leaf, State.HIDDEN, Optional.empty(), 0) : this;
        }
    }

    /**
     * A period.
     *
     * @param state whether it is published
     * @param count its count; there only if it is
     * @param isWhole whether it counts exactly its days
     */
    record PublicPeriod(State state, Optional<ProtectedCount> count, boolean isWhole) {
        static final PublicPeriod HIDDEN = new PublicPeriod(State.HIDDEN, Optional.empty(), true);
        static final PublicPeriod NOT_YET = new PublicPeriod(State.NOT_YET, Optional.empty(), true);
    }

    /** The ISO week that starts on a day. */
    PublicPeriod week(LocalDate monday) {
        for (PublicLeaf leaf : leaves) {
            if (leaf.leaf().grain() == PublicGrain.WEEK
                    && leaf.leaf().periodStart().equals(monday)) {
                return new PublicPeriod(leaf.state(), leaf.count(), leaf.leaf().isWhole());
            }
        }
        return leaves.isEmpty() || leaves.get(leaves.size() - 1).leaf().to().isBefore(monday)
                ? PublicPeriod.NOT_YET
                : PublicPeriod.HIDDEN;
    }

    /** The months from one to another. Hidden if a leaf reaches out of them: what is in them cannot be told from the rest of it. */
    PublicPeriod months(YearMonth first, YearMonth last) {
        List<ProtectedCount> parts = new ArrayList<>();
        boolean isWhole = true;
        YearMonth next = first;
        for (PublicLeaf leaf : leaves) {
            YearMonth from = leaf.leaf().firstMonth();
            YearMonth to = leaf.leaf().lastMonth();
            if (to.isBefore(first) || from.isAfter(last)) {
                continue;
            }
            if (leaf.state() == State.HIDDEN || from.isBefore(first) || to.isAfter(last)) {
                return PublicPeriod.HIDDEN;
            }
            if (leaf.state() == State.NOT_YET) {
                return PublicPeriod.NOT_YET;
            }
            isWhole &= leaf.leaf().grain() == PublicGrain.WEEK || leaf.leaf().isWhole();
            leaf.count().ifPresent(parts::add);
            next = to.plusMonths(1);
        }
        if (parts.isEmpty() || !next.isAfter(last)) {
            return PublicPeriod.NOT_YET;
        }
        return new PublicPeriod(State.PUBLISHED, Optional.of(ProtectedCount.sum(parts)), isWhole);
    }
}
