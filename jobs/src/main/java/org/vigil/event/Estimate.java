package org.vigil.event;

import java.io.Serializable;
import org.vigil.statistics.CountDistribution;
import org.vigil.statistics.CountRange;
import org.vigil.statistics.Prediction;

/**
 * What was recorded in a window beside what is usual.
 *
 * @param observed incidents recorded
 * @param expected incidents usual
 * @param range 95 of 100 undisturbed windows
 * @param upperP mid-p of more than what was recorded
 * @param detectableRatio smallest ratio that would lie above the range in 80 of 100 cases; infinite above {@value #LARGEST_RATIO}
 * @param calibration factor of the standard deviation
 */
public record Estimate(
        long observed, double expected, CountRange range, double upperP, double detectableRatio, double calibration)
        implements Serializable {
    private static final double POWER = 0.8;
    private static final double LARGEST_RATIO = 1000;
    private static final double RATIO_DIGITS = 1e-4;

    /**
     * The estimate of a prediction.
     *
     * @param calibration factor of the standard deviation, at least 1
     */
    public static Estimate of(long observed, Prediction prediction, double calibration) {
        Prediction calibrated = prediction.widenedBy(calibration);
        CountDistribution usual = calibrated.distribution();
        CountRange range = calibrated.range();
        return new Estimate(
                observed,
                prediction.expected(),
                range,
                usual.upperMidP(observed),
                detectableRatio(usual, range.upper()),
                calibration);
    }

    /** The same, of which another factor is stated. */
    public Estimate stating(double factor) {
        return new Estimate(observed, expected, range, upperP, detectableRatio, factor);
    }

    public double excess() {
        return observed - expected;
    }

    public double ratio() {
        return observed / expected;
    }

    /** Observed over the upper end of the range. */
    public double ratioLower() {
        return observed == 0 ? 0 : (double) observed / range.upper();
    }

    /** Observed over the lower end of the range, infinite if that is 0, also for none observed: then none is usual too. */
    public double ratioUpper() {
        return range.lower() == 0 ? Double.POSITIVE_INFINITY : (double) observed / range.lower();
    }

    public double twoSidedP() {
        return Math.min(1, 2 * Math.min(upperP, 1 - upperP));
    }

    /** Smallest R at which a count of mean R × usual and the same size lies above the range with the power asked for. */
    private static double detectableRatio(CountDistribution usual, long upper) {
        double high = 2;
        while (!isDetected(usual, upper, high)) {
            high *= 2;
            if (high > LARGEST_RATIO) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double low = high == 2 ? 1 : high / 2;
        while (high - low > RATIO_DIGITS * high) {
            double middle = (low + high) / 2;
            if (isDetected(usual, upper, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean isDetected(CountDistribution usual, long upper, double ratio) {
        double mean = usual.mean() * ratio;
        CountDistribution raised = usual.size() == Double.POSITIVE_INFINITY
                ? CountDistribution.poisson(mean)
                : CountDistribution.negativeBinomial(mean, usual.size());
        return raised.above(upper) >= POWER;
    }
}
