package org.vigil.bench;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The early aberration reporting system of the US Centers for Disease Control: mean and standard deviation of the seven steps before, to compare with.
 *
 * <p>Hutwagner, L. et al. (2003), Journal of Urban Health 80, i89–i96; function {@code earsC} of the R package surveillance.
 */
enum Ears {
    /** The seven steps right before. */
    C1(0),
    /** The same two steps earlier. */
    C2(2),
    /** What C2 exceeded its mean by in the last three steps, added up. */
    C3(2);

    private static final int BASELINE = 7;
    private static final double Z_OF_ONE = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.001);
    private static final double Z_OF_SUM = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

    private final int gap;

    Ears(int gap) {
        this.gap = gap;
    }

    /**
     * The count above which a step is in alarm.
     *
     * @param counts one of each step
     * @param leastDeviation standard deviation that is assumed at least
     */
    double bound(int[] counts, int step, double leastDeviation) {
        double deviation = deviation(counts, step, leastDeviation);
        if (this != C3) {
            return mean(counts, step) + Z_OF_ONE * deviation;
        }
        double before = excess(counts, step - 1, leastDeviation) + excess(counts, step - 2, leastDeviation);
        return Math.max(0, counts[step] + deviation * (Z_OF_SUM - before));
    }

    /** Steps before the first that has a bound. */
    int leadIn() {
        return BASELINE + gap + (this == C3 ? 2 : 0);
    }

    private double excess(int[] counts, int step, double leastDeviation) {
        return Math.max(0, (counts[step] - mean(counts, step)) / deviation(counts, step, leastDeviation) - 1);
    }

    private double mean(int[] counts, int step) {
        double sum = 0;
        for (int i = step - gap - BASELINE; i < step - gap; i++) {
            sum += counts[i];
        }
        return sum / BASELINE;
    }

    private double deviation(int[] counts, int step, double leastDeviation) {
        double mean = mean(counts, step);
        double sum = 0;
        for (int i = step - gap - BASELINE; i < step - gap; i++) {
            sum += (counts[i] - mean) * (counts[i] - mean);
        }
        return Math.max(leastDeviation, Math.sqrt(sum / (BASELINE - 1)));
    }
}
