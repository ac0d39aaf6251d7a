package org.vigil.statistics;

import java.util.Optional;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The ratio of two rates that were observed as Poisson counts, (x₁ / t₁) / (x₀ / t₀).
 *
 * <p>Given the sum of both, x₁ is binomial with p / (1 − p) = ratio · t₁ / t₀. That gives an exact interval and an exact p-value, whatever the size of the
 * counts. They allow for Poisson variation only: counts that come in waves differ by more.
 *
 * @param count x₁, at least 0
 * @param time t₁, above 0: length of the first period, or person-years
 * @param otherCount x₀, at least 0
 * @param otherTime t₀, above 0, in the same unit
 */
public record RateRatio(long count, double time, long otherCount, double otherTime) {
    /** Outcomes this little more likely than the observed one are taken to be as likely, because the difference is of rounding; the rule of R. */
    private static final double SAME_LIKELIHOOD = 1 + 1e-7;

    private static final int MAXIMUM_STEPS = 100;
    private static final double SETTLED = 1e-14;

    /** Refuses counts below 0 and times that are not above 0. */
    public RateRatio {
        if (count < 0
                || otherCount < 0
                || !(time > 0 && otherTime > 0 && time + otherTime < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("No ratio of " + count + " in " + time + " to " + otherCount + " in "
                    + otherTime + "; expected counts of at least 0 and finite times above 0");
        }
    }

    /** The ratio of two counts of equally long periods. */
    public static RateRatio ofCounts(long count, long otherCount) {
        return new RateRatio(count, 1, otherCount, 1);
    }

    /** The estimate: infinite where only the second count is 0, empty where both are. */
    public Optional<Double> estimate() {
        return isUndetermined() ? Optional.empty() : Optional.of(count / time / (otherCount / otherTime));
    }

    /**
     * The interval of Clopper and Pearson for the share of the first count, as a ratio; empty where both counts are 0.
     *
     * @param confidence between 0 and 1, for example 0.95
     * @return its lower end is 0 where the first count is 0, its upper end infinite where the second is
     */
    public Optional<Interval> exact(double confidence) {
        double tail = tail(confidence);
        if (isUndetermined()) {
            return Optional.empty();
        }
        double scale = otherTime / time;
        double lower = count == 0 ? 0 : oddsOfQuantile((double) count, otherCount + 1.0, tail) * scale;
        double upper = otherCount == 0
                ? Double.POSITIVE_INFINITY
                : scale / oddsOfQuantile((double) otherCount, count + 1.0, tail);
        return Optional.of(new Interval(lower, upper, Interval.Method.EXACT_CONDITIONAL));
    }

    /**
     * exp(log ratio ± z √(1/x₁ + 1/x₀)), an approximation that is good where both counts are at least 10; empty where either is 0.
     *
     * @param confidence between 0 and 1, for example 0.95
     */
    public Optional<Interval> logWald(double confidence) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail(confidence));
        if (count == 0 || otherCount == 0) {
            return Optional.empty();
        }
        double factor = StrictMath.exp(z * Math.sqrt(1.0 / count + 1.0 / otherCount));
        double ratio = estimate().orElseThrow();
        return Optional.of(new Interval(ratio / factor, ratio * factor, Interval.Method.LOG_WALD));
    }

    /** Exact two-sided p-value of a ratio of 1: the chance of all outcomes no more likely than the observed one; empty where both counts are 0. */
    public Optional<Double> pValue() {
        if (isUndetermined()) {
            return Optional.empty();
        }
        int both = Math.toIntExact(count + otherCount);
        double chance = time / (time + otherTime);
        BinomialDistribution split = BinomialDistribution.of(both, chance);
        int observed = Math.toIntExact(count);
        double limit = split.probability(observed) * SAME_LIKELIHOOD;
        int mode = Math.min(both, (int) Math.floor((both + 1) * chance));
        double p;
        if (observed < mode) {
            int from = firstAtMost(split, limit, mode, both + 1);
            p = split.cumulativeProbability(observed) + split.survivalProbability(from - 1);
        } else {
            int to = lastAtMost(split, limit, mode);
            p = split.survivalProbability(observed - 1) + split.cumulativeProbability(to);
        }
        return Optional.of(Math.min(1, p));
    }

    /** The smallest outcome from the mode to before the end that is no more likely than the limit, or the end; likelihoods fall behind the mode. */
    private static int firstAtMost(BinomialDistribution split, double limit, int mode, int end) {
        int low = mode - 1;
        int high = end;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (split.probability(middle) <= limit) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The largest outcome up to the mode that is no more likely than the limit, or −1; likelihoods rise up to the mode. */
    private static int lastAtMost(BinomialDistribution split, double limit, int mode) {
        int low = -1;
        int high = mode;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (split.probability(middle) <= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The odds p / (1 − p) with I_p(a, b) = tail. Newton's method on log I as a function of the log odds, which is concave, so that it cannot lead astray;
     * odds keep their digits where p is near 0 or 1.
     */
    private static double oddsOfQuantile(double a, double b, double tail) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        double logOdds = StrictMath.log(a / b) - z * Math.sqrt(1 / a + 1 / b);
        double logBeta = LogBeta.value(a, b);
        double logTail = StrictMath.log(tail);
        for (int step = 0; step < MAXIMUM_STEPS; step++) {
            double odds = StrictMath.exp(logOdds);
            double logLower = StrictMath.log(RegularizedBeta.value(odds / (1 + odds), a, b));
            double logDensity = -a * StrictMath.log1p(1 / odds) - b * StrictMath.log1p(odds) - logBeta;
            double change = (logTail - logLower) / StrictMath.exp(logDensity - logLower);
            logOdds += change;
            if (Math.abs(change) <= SETTLED * Math.max(1, Math.abs(logOdds))) {
                break;
            }
        }
        return StrictMath.exp(logOdds);
    }

    private boolean isUndetermined() {
        return count == 0 && otherCount == 0;
    }

    private static double tail(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "No interval at confidence " + confidence + "; expected a confidence between 0 and 1");
        }
        return (1 - confidence) / 2;
    }
}
