package org.vigil.nowcast;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How often intervals of nowcasts of simulated weeks hold the final number, by horizon: weeks since the one that is estimated.
 *
 * @param held replays in which the 95 % interval held it
 * @param near replays in which the median was within 1 or 10 % of it
 * @param tooMany sum over replays of the median less the final number
 * @param replays all of them
 */
public record SimulatedNowcasts(int[] held, int[] near, int[] tooMany, int replays) {
    private static final int DELAYS = 8;
    /** The newest week and the six before it: after that nothing is to come. */
    public static final int HORIZONS = DELAYS - 1;

    private static final int ROWS = 44;
    private static final double[] SHARES = {0.45, 0.24, 0.13, 0.08, 0.05, 0.025, 0.015, 0.01};
    private static final double SPREAD = 0.25;

    /** Replays of series with so many incidents a week, each from a seed of its own. */
    public static SimulatedNowcasts of(long seed, int mean, int replays) {
        int[][] all = IntStream.range(0, replays)
                .parallel()
                .mapToObj(replay -> replay(counts(seed * 1_000 + replay, ROWS, mean)))
                .reduce(new int[3][HORIZONS], SimulatedNowcasts::sum);
        return new SimulatedNowcasts(all[0], all[1], all[2], replays);
    }

    private static int[][] replay(int[][] counts) {
        int[][] all = new int[3][HORIZONS];
        ReportingTriangle triangle = ReportingTriangle.of(counts);
        NowcastModel model = NowcastModel.estimate(triangle).orElse(null);
        for (int horizon = 0; horizon < HORIZONS; horizon++) {
            int row = counts.length - 1 - horizon;
            int truth = Arrays.stream(counts[row]).sum();
            Nowcast nowcast = model == null ? new Nowcast(truth, 0, 1) : model.nowcast(triangle.reported(row), horizon);
            boolean isHeld = truth >= nowcast.interval95().lower()
                    && truth <= nowcast.interval95().upper();
            all[0][horizon] = isHeld ? 1 : 0;
            all[2][horizon] = Math.toIntExact(nowcast.median() - truth);
            all[1][horizon] = Math.abs(nowcast.median() - truth) <= Math.max(1, 0.1 * truth) ? 1 : 0;
        }
        return all;
    }

    private static int[][] sum(int[][] a, int[][] b) {
        int[][] sum = new int[3][HORIZONS];
        for (int of = 0; of < 3; of++) {
            for (int horizon = 0; horizon < HORIZONS; horizon++) {
                sum[of][horizon] = a[of][horizon] + b[of][horizon];
            }
        }
        return sum;
    }

    public double covered(int horizon) {
        return held[horizon] / (double) replays;
    }

    public double near(int horizon) {
        return near[horizon] / (double) replays;
    }

    /** Mean of the median less the final number, in incidents. */
    public double meanError(int horizon) {
        return tooMany[horizon] / (double) replays;
    }

    double overall() {
        return Arrays.stream(held).sum() / (double) (replays * HORIZONS);
    }

    /** From the fourth week on, where it can be asked of a median: before that the delay of single incidents spreads more. */
    double nearShare() {
        return Arrays.stream(near, 3, HORIZONS).sum() / (double) (replays * (HORIZONS - 3));
    }

    /** Overdispersed weeks with delays of 0 to 7 weeks, the final numbers in all rows. */
    static int[][] counts(long seed, int rows, int mean) {
        Random random = new Random(seed);
        int[][] counts = new int[rows][DELAYS];
        for (int row = 0; row < rows; row++) {
            double level = mean * Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
            for (int n = poisson(random, level); n > 0; n--) {
                double draw = random.nextDouble();
                int delay = 0;
                while (delay < DELAYS - 1 && draw >= SHARES[delay]) {
                    draw -= SHARES[delay++];
                }
                counts[row][delay]++;
            }
        }
        return counts;
    }

    private static int poisson(Random random, double mean) {
        int n = -1;
        for (double waited = 0; waited < mean; n++) {
            waited -= Math.log(1 - random.nextDouble());
        }
        return Math.max(0, n);
    }
}
