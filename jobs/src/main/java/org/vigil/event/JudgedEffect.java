package org.vigil.event;

import java.util.Optional;
import org.vigil.event.FollowedBlocks.Duration;
import org.vigil.series.SeriesKey;

/**
 * One window of one event in one series, as it is published.
 *
 * @param key what the series counts
 * @param effect the event and its study
 * @param window what was recorded and how it was studied
 * @param estimate empty where there is none
 * @param duration how long counts stayed above usual; empty where nothing was known of the first block
 * @param test the test of its family; empty for margins, where fewer than one incident is usual and where there is no estimate
 * @param isMargin whether it counts the whole area or all communities, which are in no family of tests
 * @param verdict empty where none may be given
 */
public record JudgedEffect(
        SeriesKey key,
        EventEffect effect,
        WindowEffect window,
        Optional<Estimate> estimate,
        Optional<Duration> duration,
        Optional<FamilyTest> test,
        boolean isMargin,
        Optional<Verdict> verdict) {
    /** Whether less than half of the only unit of the window lies after the event, so that it is not compared with whole units. */
    public boolean isMostlyBefore() {
        return window.window().last() == 0 && effect.exposure() < GrainStudy.LEAST_EXPOSURE;
    }

    /**
     * A test among those of its family.
     *
     * @param q by Benjamini and Hochberg
     * @param qDependent by Benjamini and Yekutieli
     * @param size tests of the family
     */
    public record FamilyTest(double q, double qDependent, int size) {}
}
