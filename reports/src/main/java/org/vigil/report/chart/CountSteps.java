package org.vigil.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigil.report.text.NumberText;

/** Up to five steps from few to many with round limits, chosen so that most days lie in the pale ones and the highest stand out. */
final class CountSteps {
    /** Shares of the counts that lie under the limits, before rounding. */
    private static final double[] SHARES = {0.25, 0.5, 0.8, 0.95};

    private static final int ROUNDINGS_IN_SPREAD = 5;

    private final long least;
    private final long most;
    private final List<Long> limits;

    private CountSteps(long least, long most, List<Long> limits) {
        this.least = least;
        this.most = most;
        this.limits = List.copyOf(limits);
    }

    /** Steps for counts of which there is at least one; equal counts give one step. */
    static CountSteps of(long[] counts) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        long least = sorted[0];
        long most = sorted[sorted.length - 1];
        long unit = roundUnit((quantile(sorted, SHARES[3]) - quantile(sorted, SHARES[0])) / ROUNDINGS_IN_SPREAD);
        List<Long> limits = new ArrayList<>();
        for (double share : SHARES) {
            long limit = Math.round(quantile(sorted, share) / (double) unit) * unit;
            if (limit > least && limit <= most && !limits.contains(limit)) {
                limits.add(limit);
            }
        }
        if (limits.isEmpty() && most > least) {
            limits.add(least + 1);
        }
        return new CountSteps(least, most, limits);
    }

    private static long quantile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    /** The largest of 1, 2, 5, 10, 20, … that is no larger than {@code wanted}, at least 1. */
    private static long roundUnit(long wanted) {
        long power = 1;
        while (power * 10 <= wanted) {
            power *= 10;
        }
        return wanted >= 5 * power ? 5 * power : wanted >= 2 * power ? 2 * power : power;
    }

    int size() {
        return limits.size() + 1;
    }

    /** The step of a count, from 0. */
    int step(long count) {
        int step = 0;
        while (step < limits.size() && count >= limits.get(step)) {
            step++;
        }
        return step;
    }

    /** Colours from the palest to the darkest, however few steps there are. */
    Color colour(int step) {
        int darkest = Palette.SEQUENTIAL.size() - 1;
        return Palette.SEQUENTIAL.get(size() == 1 ? 0 : Math.round(step * (float) darkest / limits.size()));
    }

    /** The counts of a step in words: {@code under 60}, {@code 60 to 69}, {@code 110 and over}. */
    String text(int step) {
        if (limits.isEmpty()) {
            return least == most ? NumberText.count(least) : range(least, most);
        }
        if (step == 0) {
            return limits.get(0) == 1 ? NumberText.count(0) : "under " + NumberText.count(limits.get(0));
        }
        if (step == limits.size()) {
            return NumberText.count(limits.get(step - 1)) + " and over";
        }
        return range(limits.get(step - 1), limits.get(step) - 1);
    }

    private static String range(long from, long to) {
        return from == to ? NumberText.count(from) : NumberText.count(from) + " to " + NumberText.count(to);
    }
}
