package org.vigil.nowcast;

import java.util.Arrays;
import java.util.stream.LongStream;

/** How many weeks of delay a nowcast looks ahead. */
public final class MaximumDelay {
    /** Where too little is known to tell. */
    static final int DEFAULT_WEEKS = 8;

    /** Beyond this the delays of {@link NowcastModel#HISTORY_WEEKS} weeks would rest on too few complete ones. */
    public static final int MOST_WEEKS = 14;

    private static final double QUANTILE = 0.99;
    private static final int FEWEST_INCIDENTS = 100;

    private MaximumDelay() {}

    /**
     * The 99 % quantile of the delays, in weeks, from 1 to {@value #MOST_WEEKS}, of all weeks that are at least that old; {@value #DEFAULT_WEEKS} where these
     * hold fewer than 100 incidents.
     */
    static int of(WeeklyReports reports) {
        long[] byDelay = byDelay(reports);
        long sum = LongStream.of(byDelay).sum();
        if (sum < FEWEST_INCIDENTS) {
            return DEFAULT_WEEKS;
        }
        long upTo = byDelay[0];
        int delay = 0;
        while (delay < MOST_WEEKS && (delay == 0 || upTo < QUANTILE * sum)) {
            upTo += byDelay[++delay];
        }
        return delay;
    }

    /** The share of the incidents of these weeks that is recorded with a delay of so many weeks or a shorter one; 1 where only the last hundredth comes later or too few are known. */
    static double reached(WeeklyReports reports, int maximumDelay) {
        long[] byDelay = byDelay(reports);
        long sum = LongStream.of(byDelay).sum();
        double share = (double) Arrays.stream(byDelay, 0, maximumDelay + 1).sum() / sum;
        return sum < FEWEST_INCIDENTS || share >= QUANTILE ? 1 : share;
    }

    private static long[] byDelay(WeeklyReports reports) {
        long[] byDelay = new long[reports.delays()];
        for (int week = 0; week < reports.weeks() - MOST_WEEKS; week++) {
            for (int delay = 0; delay < byDelay.length; delay++) {
                byDelay[delay] += reports.count(week, delay);
            }
        }
        return byDelay;
    }
}
