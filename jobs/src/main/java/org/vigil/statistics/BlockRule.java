package org.vigil.statistics;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the dispersion of sums over a window is measured on the baseline: by blocks of several lengths, of which the most dispersed counts.
 *
 * @param countLengths lengths in units, besides that of the window, for the variance of the counts themselves
 * @param parameterLengths lengths besides that of the window for the variance of the estimated expectation
 * @param lag last lag of the autocovariances that count
 * @param withinBlocks regressors that cancel within each block, as the days of the week do in whole weeks
 */
public record BlockRule(List<Integer> countLengths, List<Integer> parameterLengths, int lag, int withinBlocks) {
    /** A block length is used only if at least so many degrees of freedom are left. */
    public static final int LEAST_DEGREES = 6;

    /** Copies the lists. */
    public BlockRule {
        countLengths = List.copyOf(countLengths);
        parameterLengths = List.copyOf(parameterLengths);
    }

    /** All lengths that matter to a window, its own among them. */
    Stream<Integer> lengths(List<Integer> further, int window) {
        return Stream.concat(Stream.of(window), further.stream()).distinct();
    }
}
