package org.vigil.nowcast;

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
        long[] byDelay = new long[reports.delays()];
        long sum = 0;
        for (int week = 0; week < reports.weeks() - MOST_WEEKS; week++) {
            for (int delay = 0; delay < byDelay.length; delay++) {
                byDelay[delay] += reports.count(week, delay);
                sum += reports.count(week, delay);
            }
        }
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
}
