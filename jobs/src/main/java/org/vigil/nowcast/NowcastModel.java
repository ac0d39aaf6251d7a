package org.vigil.nowcast;

import java.io.Serializable;
import java.util.Optional;

/** The delays of a series and how well its earlier nowcasts held. */
public final class NowcastModel implements Serializable {
    /** Weeks that the delays are estimated from: long enough for the longer ones, short enough to follow a change. */
    public static final int HISTORY_WEEKS = 20;

    /** Most weeks that are replayed for the spread. */
    public static final int MOST_REPLAYS = 24;

    /** Fewest. */
    public static final int FEWEST_REPLAYS = 12;

    /** From this horizon on so little is to come that the pairs of all are taken together. */
    static final int POOLED_HORIZON = 4;

    private static final long serialVersionUID = 1;

    private final DelayDistribution delays;
    private final double[] sizes;

    private NowcastModel(DelayDistribution delays, double[] sizes) {
        this.delays = delays;
        this.sizes = sizes;
    }

    /** Estimates the model; empty where there are fewer than {@value #FEWEST_REPLAYS} replays, or the delays cannot be estimated. */
    public static Optional<NowcastModel> estimate(ReportingTriangle triangle) {
        Replays replays = Replays.of(triangle, HISTORY_WEEKS, MOST_REPLAYS);
        if (replays.made() < FEWEST_REPLAYS) {
            return Optional.empty();
        }
        return DelayDistribution.estimate(triangle.latest(HISTORY_WEEKS)).map(delays -> of(delays, replays));
    }

    private static NowcastModel of(DelayDistribution delays, Replays replays) {
        double[] sizes = new double[delays.maximumDelay()];
        for (int horizon = 0; horizon < sizes.length; horizon++) {
            sizes[horizon] = horizon > POOLED_HORIZON
                    ? sizes[POOLED_HORIZON]
                    : ReplayedSpread.mostLikelySize(replays.at(horizon, POOLED_HORIZON));
        }
        return new NowcastModel(delays, sizes);
    }

    public DelayDistribution delays() {
        return delays;
    }

    /** Size of the distribution of what is still to come at a horizon below the longest delay. */
    public double size(int horizon) {
        return sizes[horizon];
    }

    /**
     * Estimates the final number of a week.
     *
     * @param reported incidents known
     * @param horizon weeks since, which is how many weeks of delay are known
     */
    public Nowcast nowcast(int reported, int horizon) {
        if (horizon >= delays.maximumDelay()) {
            return new Nowcast(reported, 0, ReplayedSpread.LARGEST_SIZE);
        }
        return new Nowcast(reported, delays.expected(reported, horizon, delays.maximumDelay()), sizes[horizon]);
    }
}
