package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigil.event.FollowedBlocks.Duration;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.statistics.CountDistribution;
import org.vigil.statistics.Prediction;

/** From a prediction to the words of a report. */
final class VerdictTest {
    private static final Window WEEK = Window.of(Grain.DAY).get(0);
    private static final LocalDate MONDAY = LocalDate.of(2020, 1, 6);

    @Test
    void saysOnlyWhatTheIntervalShows() {
        assertEquals(Verdict.ABOVE_USUAL, verdict(40, 20, 24, 0.05));
        assertEquals(Verdict.NO_CLEAR_CHANGE, verdict(40, 20, 24, 0.11));
        assertEquals(Verdict.ABOVE_USUAL, verdict(40, 20, 24, Double.NaN));
        assertEquals(Verdict.BELOW_USUAL, verdict(5, 20, 24, 0.05));
        assertEquals(Verdict.NO_CLEAR_CHANGE, verdict(22, 20, 24, 1));
        assertEquals(Verdict.CLOSE_TO_USUAL, verdict(2000, 2000, 2400, 1));
        assertEquals(Verdict.TOO_FEW_TO_SAY, verdict(2, 2, 2.5, 1));
        assertEquals(Verdict.TOO_FEW_TO_SAY, verdict(12, 0.9, 0.9, 0.0001));
        assertEquals(Verdict.ABOVE_USUAL, verdict(12, 1.1, 1.2, 0.0001));
    }

    @Test
    void theDetectableRatioIsFoundInEightyOfAHundredCases() {
        for (double[] one : new double[][] {{20, 24}, {2, 2.5}, {300, 900}, {1, 1}}) {
            Estimate estimate = Estimate.of(0, prediction(one[0], one[1]), 1);
            CountDistribution usual = prediction(one[0], one[1]).distribution();
            assertEquals(
                    0.8,
                    above(usual, estimate.detectableRatio(), estimate.range().upper()),
                    0.001);
        }
    }

    @Test
    void noRatioUpToAThousandIsFoundWhereCountsVaryWithoutMeasure() {
        assertEquals(
                Double.POSITIVE_INFINITY,
                Estimate.of(0, prediction(0.01, 0.05), 1).detectableRatio());
    }

    @Test
    void noneIsBelowUsualOnlyWhereNoneIsOutsideTheRange() {
        Estimate none = Estimate.of(0, prediction(5, 40), 1);
        assertEquals(0, none.range().lower());
        assertEquals(0, none.ratioLower());
        assertEquals(Double.POSITIVE_INFINITY, none.ratioUpper());
        assertEquals(0, Estimate.of(0, prediction(20, 30), 1).ratioUpper());
        assertEquals(Verdict.BELOW_USUAL, Verdict.of(Estimate.of(0, prediction(20, 30), 1), Double.NaN));
        assertEquals(
                Double.POSITIVE_INFINITY, Estimate.of(1, prediction(2, 2), 1).ratioUpper());
    }

    @Test
    void aFactorOfTwoDoublesTheStandardDeviation() {
        Estimate wide = Estimate.of(30, prediction(20, 30), 2);
        Estimate same = Estimate.of(30, prediction(20, 120), 1);
        assertEquals(same.range(), wide.range());
        assertEquals(same.upperP(), wide.upperP());
        assertEquals(20, wide.expected());
    }

    @Test
    void durationEndsBeforeTwoBlocksThatAreNotAbove() {
        assertEquals(new Duration(3, false), duration(9, 0, 9, 0, 0));
        assertEquals(new Duration(0, false), duration(0, 0));
        assertEquals(new Duration(2, false), duration(0, 9, 0, 0));
        assertEquals(new Duration(3, true), duration(9, 9, 9));
        assertEquals(new Duration(2, true), duration(9, 9, 0));
    }

    @Test
    void aBlockIsAboveIfItIsAboveTheQuantile() {
        Prediction prediction = prediction(3, 4);
        long quantile = prediction.distribution().quantile(0.95);
        assertTrue(FollowedBlocks.isAbove(quantile + 1, prediction, 1));
        assertTrue(!FollowedBlocks.isAbove(quantile, prediction, 1));
    }

    @Test
    void calibrationWidensWhatWasTooNarrowAndNeverNarrows() {
        SeriesEffects honest = series(1, 1);
        SeriesEffects narrow = series(2, 1.5);
        SeriesEffects wide = series(3, 0.5);
        assertEquals(1, factor(honest), 0.05);
        assertEquals(1.5, factor(narrow), 0.08);
        assertEquals(1, factor(wide));
        assertEquals(2, factor(series(4, 3)));
        Calibration.Finding finding =
                Calibration.of(List.of(honest)).findings().values().iterator().next();
        assertEquals(2000, finding.placebos());
        assertEquals(1000, finding.separate());
        assertEquals(0.95, finding.coveredShare(), 0.025);
        assertTrue(finding.distance() < 1.36 / Math.sqrt(1000));
        Calibration.Finding tooNarrow =
                Calibration.of(List.of(narrow)).findings().values().iterator().next();
        assertTrue(tooNarrow.coveredShare() < 0.85 && tooNarrow.distance() > 0.05);
    }

    @Test
    void fewerThanFortyDatesDoNotCalibrate() {
        SeriesEffects narrow = series(2, 3);
        SeriesEffects few = new SeriesEffects(
                narrow.key(),
                narrow.level(),
                List.of(),
                null,
                List.of(narrow.placebos().get(0).first(39)));
        assertEquals(1, factor(few));
        assertTrue(Double.isNaN(Calibration.of(List.of(few))
                .findings()
                .values()
                .iterator()
                .next()
                .factor()));
    }

    private static double factor(SeriesEffects series) {
        return Calibration.of(List.of(series)).factor(series.key(), series.level(), WEEK);
    }

    /** Counts whose standard deviation is so many times what the model says. */
    private static SeriesEffects series(long seed, double times) {
        Random random = new Random(seed);
        int dates = 2000;
        Placebos placebos = Placebos.of(WEEK, MONDAY, dates, 2);
        for (int i = 0; i < dates; i++) {
            double mean = 400;
            long observed = Math.round(mean + times * 30 * random.nextGaussian());
            placebos.note(i, i, i, observed, prediction(mean, 900), random.nextDouble());
        }
        SeriesKey key = new SeriesKey("test", "occurred", "crime", "E09000007", "jewish");
        return new SeriesEffects(key, SeriesLevel.BOROUGH, List.of(), null, List.of(placebos));
    }

    private static Duration duration(long... counts) {
        List<Long> observed = new ArrayList<>();
        List<Prediction> predictions = new ArrayList<>();
        for (long count : counts) {
            observed.add(count);
            predictions.add(prediction(1, 1));
        }
        return new FollowedBlocks(observed, predictions).duration(1);
    }

    private static double above(CountDistribution usual, double ratio, long upper) {
        double mean = usual.mean() * ratio;
        return (usual.size() == Double.POSITIVE_INFINITY
                        ? CountDistribution.poisson(mean)
                        : CountDistribution.negativeBinomial(mean, usual.size()))
                .above(upper);
    }

    private static Verdict verdict(long observed, double expected, double variance, double q) {
        return Verdict.of(Estimate.of(observed, prediction(expected, variance), 1), q);
    }

    private static Prediction prediction(double expected, double variance) {
        return new Prediction(expected, 1, 0, 10, variance);
    }
}
