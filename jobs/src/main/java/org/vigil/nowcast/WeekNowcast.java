package org.vigil.nowcast;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One recent week of one series.
 *
 * @param week its Monday
 * @param reported incidents recorded up to the end of the last week
 * @param status where the estimate comes from, or why there is none
 * @param completeness share of the final number that is usually recorded by now; null without an estimate
 * @param nowcast the final number; null without an estimate
 */
public record WeekNowcast(
        LocalDate week,
        int reported,
        NowcastStatus status,
        @Nullable Double completeness,
        @Nullable Nowcast nowcast) implements Serializable {
    public WeekNowcast {
        if (status.isEstimated() != (completeness != null && nowcast != null)) {
            throw new IllegalArgumentException("Found an estimate that does not go with the status " + status);
        }
    }

    /** The estimate, empty where the status says why there is none. */
    public Optional<Nowcast> estimate() {
        return Optional.ofNullable(nowcast);
    }
}
