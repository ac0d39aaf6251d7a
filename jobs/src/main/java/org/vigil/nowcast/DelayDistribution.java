package org.vigil.nowcast;

import java.io.Serializable;
import java.util.Optional;

/** Which share of the incidents of a week is recorded with each delay, in weeks. */
public final class DelayDistribution implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] shares;

    /** By delay, the share recorded with it or a shorter one. */
    private final double[] cumulative;

    private DelayDistribution(double[] shares) {
        this.shares = shares;
        this.cumulative = new double[shares.length];
        double sum = 0;
        for (int delay = 0; delay < shares.length; delay++) {
            sum += shares[delay];
            cumulative[delay] = sum;
        }
    }

    /**
     * Estimates the shares from all rows. Missing cells are filled from the shorter delays to the longer, with the ratio f<sub>d</sub> of what the complete
     * rows show at delay d to what they show at all shorter delays: N<sub>t,d</sub> = f<sub>d</sub> Σ<sub>j&lt;d</sub> N<sub>t,j</sub>. The share of a
     * delay is its column's sum over the sum of all.
     *
     * <p>Empty where no incident was recorded in its own week: then nothing can be said of the last row.
     */
    public static Optional<DelayDistribution> estimate(ReportingTriangle triangle) {
        int rows = triangle.rows();
        int delays = triangle.maximumDelay() + 1;
        double[] soFar = new double[rows];
        double[] columns = new double[delays];
        for (int row = 0; row < rows; row++) {
            soFar[row] = triangle.count(row, 0);
            columns[0] += soFar[row];
        }
        if (columns[0] == 0) {
            return Optional.empty();
        }
        double total = columns[0];
        for (int delay = 1; delay < delays; delay++) {
            double ratio = ratio(triangle, soFar, delay);
            for (int row = 0; row < rows; row++) {
                double cell = triangle.isKnown(row, delay) ? triangle.count(row, delay) : ratio * soFar[row];
                columns[delay] += cell;
                soFar[row] += cell;
            }
            total += columns[delay];
        }
        double[] shares = new double[delays];
        for (int delay = 0; delay < delays; delay++) {
            shares[delay] = columns[delay] / total;
        }
        return Optional.of(new DelayDistribution(shares));
    }

    private static double ratio(ReportingTriangle triangle, double[] shorter, int delay) {
        double at = 0;
        double before = 0;
        for (int row = 0; row < triangle.rows() && triangle.isKnown(row, delay); row++) {
            at += triangle.count(row, delay);
            before += shorter[row];
        }
        return at / Math.max(1, before);
    }

    public int maximumDelay() {
        return shares.length - 1;
    }

    /** The share recorded with a delay. */
    public double share(int delay) {
        return shares[delay];
    }

    /** The share recorded with a delay or a shorter one; 1 from the longest delay on. */
    public double completeness(int delay) {
        return delay >= maximumDelay() ? 1 : cumulative[delay];
    }

    /**
     * Incidents of a week that are expected with the delays from {@code known + 1} to {@code until}: going from delay to delay, with x incidents known or
     * expected so far and the share Π of theirs, (x + 1 − Π) / Π times the share of the delay. The 1 keeps a week without any from meaning that none will
     * come.
     *
     * @param reported incidents with the delays up to {@code known}
     */
    double expected(int reported, int known, int until) {
        double sum = reported;
        for (int delay = known + 1; delay <= until; delay++) {
            double before = cumulative[delay - 1];
            sum += shares[delay] * (sum + 1 - before) / before;
        }
        return sum - reported;
    }
}
