package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference values of R's poisson.test, which is exact and conditional, and of the log-Wald formula. */
final class RateRatioTest {
    static List<ReferenceValues.Row> references() {
        return ReferenceValues.of("rate_ratio.csv");
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithTheReference(ReferenceValues.Row r) {
        RateRatio ratio = new RateRatio(r.integer("x1"), r.number("t1"), r.integer("x0"), r.number("t0"));
        near(r, "ratio", ratio.estimate());
        near(r, "exact_lo", ratio.exact(0.95).map(Interval::lower));
        near(r, "exact_hi", ratio.exact(0.95).map(Interval::upper));
        near(r, "p_exact_two_sided", ratio.pValue());
        near(r, "log_lo", ratio.logWald(0.95).map(Interval::lower));
        near(r, "log_hi", ratio.logWald(0.95).map(Interval::upper));
    }

    /** The definition itself: at either end of the interval the observed split is just too far out, by binomial sums. */
    @Test
    void leavesHalfOfTheErrorBeyondEachEnd() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < 200; i++) {
            int count = random.nextInt(1, i < 100 ? 30 : 3000);
            int other = random.nextInt(1, i % 2 == 0 ? 30 : 3000);
            Interval interval = RateRatio.ofCounts(count, other).exact(0.95).orElseThrow();
            assertEquals(0.025, atLeast(count, other, interval.lower()), 1e-9, count + " to " + other);
            assertEquals(0.025, atMost(count, other, interval.upper()), 1e-9, count + " to " + other);
        }
    }

    @Test
    void turnsOverWithTheCounts() {
        Interval one = new RateRatio(7, 3, 19, 2).exact(0.95).orElseThrow();
        Interval other = new RateRatio(19, 2, 7, 3).exact(0.95).orElseThrow();
        assertEquals(1 / other.upper(), one.lower(), 1e-12);
        assertEquals(1 / other.lower(), one.upper(), 1e-12);
        assertEquals(
                new RateRatio(7, 3, 19, 2).pValue().orElseThrow(),
                new RateRatio(19, 2, 7, 3).pValue().orElseThrow(),
                1e-12);
    }

    /** The rule of the p-value by adding up all outcomes one by one. */
    @Test
    void addsUpAllOutcomesNoMoreLikelyThanTheObservedOne() {
        for (int count = 0; count <= 40; count++) {
            BinomialDistribution split = BinomialDistribution.of(40, 3.0 / 8);
            double sum = 0;
            for (int k = 0; k <= 40; k++) {
                sum += split.probability(k) <= split.probability(count) * (1 + 1e-7) ? split.probability(k) : 0;
            }
            assertEquals(sum, new RateRatio(count, 3, 40 - count, 5).pValue().orElseThrow(), 1e-12, count + " of 40");
        }
    }

    @Test
    void staysExactForLargeCounts() {
        Interval exact = RateRatio.ofCounts(260_000, 250_000).exact(0.95).orElseThrow();
        Interval wald = RateRatio.ofCounts(260_000, 250_000).logWald(0.95).orElseThrow();
        assertEquals(wald.lower(), exact.lower(), 1e-5);
        assertEquals(wald.upper(), exact.upper(), 1e-5);
        assertTrue(exact.lower() < wald.lower() && exact.upper() > wald.upper());
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, 1", "1, 0, 1, 1", "1, 1, -1, 1", "1, 1, 1, NaN", "1, Infinity, 1, 1"})
    void refusesWhatIsNoCountOrTime(long count, double time, long other, double otherTime) {
        assertThrows(IllegalArgumentException.class, () -> new RateRatio(count, time, other, otherTime));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "NaN"})
    void refusesWhatIsNoConfidence(double confidence) {
        RateRatio ratio = RateRatio.ofCounts(1, 1);
        assertThrows(IllegalArgumentException.class, () -> ratio.exact(confidence));
        assertThrows(IllegalArgumentException.class, () -> ratio.logWald(confidence));
    }

    private static double atLeast(int count, int other, double ratio) {
        return BinomialDistribution.of(count + other, ratio / (1 + ratio)).survivalProbability(count - 1);
    }

    private static double atMost(int count, int other, double ratio) {
        return BinomialDistribution.of(count + other, ratio / (1 + ratio)).cumulativeProbability(count);
    }

    private static void near(ReferenceValues.Row reference, String name, Optional<Double> found) {
        double expected = reference.number(name);
        double tolerance = Double.isFinite(expected) ? Math.max(1e-10, 1e-9 * Math.abs(expected)) : 1e-10;
        assertEquals(expected, found.orElse(Double.NaN), tolerance, name);
    }
}
