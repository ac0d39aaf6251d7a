package org.vigil.event;

import java.io.Serializable;
import java.util.List;
import org.vigil.statistics.CountDistribution;
import org.vigil.statistics.Prediction;

/**
 * Blocks of seven days, weeks or months from an event on.
 *
 * @param observed incidents of each
 * @param predictions what is usual in each
 */
public record FollowedBlocks(List<Long> observed, List<Prediction> predictions) implements Serializable {
    /** A block is above usual if it is above this share of undisturbed ones. */
    private static final double USUAL = 0.95;

    public FollowedBlocks {
        observed = List.copyOf(observed);
        predictions = List.copyOf(predictions);
    }

    /** Whether a count is above usual. */
    static boolean isAbove(long observed, Prediction prediction, double calibration) {
        // The count is above the quantile exactly if what lies below it holds the share already.
        CountDistribution usual = CountDistribution.ofVariance(
                prediction.expected(), prediction.totalVariance() * calibration * calibration);
        return usual.atLeast(observed) <= 1 - USUAL;
    }

    /**
     * How long the counts stayed above usual: the blocks before the first two in a row that are not.
     *
     * @param calibration factor of the standard deviation
     */
    public Duration duration(double calibration) {
        int below = 0;
        for (int block = 0; block < observed.size(); block++) {
            below = isAbove(observed.get(block), predictions.get(block), calibration) ? 0 : below + 1;
            if (below == 2) {
                return new Duration(block - 1, false);
            }
        }
        return new Duration(observed.size() - below, true);
    }

    /**
     * How long counts stayed above usual.
     *
     * @param blocks number of blocks
     * @param isOpen whether it is at least that long, as data or a year ran out
     */
    public record Duration(int blocks, boolean isOpen) implements Serializable {}
}
