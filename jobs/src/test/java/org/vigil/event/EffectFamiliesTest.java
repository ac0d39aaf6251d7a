package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.event.EventEffect.BaselineFacts;
import org.vigil.event.JudgedEffect.FamilyTest;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.statistics.Prediction;

/** Which tests are adjusted together, and where no verdict is given. */
final class EffectFamiliesTest {
    private static final Window MONTH = Window.of(Grain.MONTH).get(0);
    private static final Prediction TWENTY = new Prediction(20, 1, 0, 10, 20);

    @Test
    void adjustsTestedCommunitiesApartFromExploratoryOnesAndMarginsNotAtAll() {
        List<JudgedEffect> judged = judge(
                series(SeriesLevel.BOROUGH, true, 31, TWENTY),
                series(SeriesLevel.BOROUGH, true, 20, TWENTY),
                series(SeriesLevel.BOROUGH, false, 31, TWENTY),
                series(SeriesLevel.BOROUGH_TOTAL, true, 31, TWENTY),
                series(SeriesLevel.WHOLE_AREA, true, 31, TWENTY),
                series(SeriesLevel.BOROUGH, true, 5, new Prediction(0.5, 1, 0, 10, 0.5)));
        double p = judged.get(0).estimate().orElseThrow().twoSidedP();
        assertEquals(2, judged.get(0).test().orElseThrow().size());
        assertEquals(2 * p, judged.get(0).test().orElseThrow().q(), 1e-12);
        assertEquals(3 * p, judged.get(0).test().orElseThrow().qDependent(), 1e-12);
        assertEquals(Optional.of(new FamilyTest(p, p, 1)), judged.get(2).test());
        assertTrue(judged.get(3).isMargin() && judged.get(3).test().isEmpty());
        assertTrue(judged.get(4).isMargin() && judged.get(4).test().isEmpty());
        assertEquals(Optional.of(Verdict.ABOVE_USUAL), judged.get(4).verdict());
        assertTrue(judged.get(5).test().isEmpty());
        assertEquals(Optional.of(Verdict.TOO_FEW_TO_SAY), judged.get(5).verdict());
    }

    @Test
    void aRiseThatManyTestsCanExplainIsNone() {
        SeriesEstimates[] many = new SeriesEstimates[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = series(SeriesLevel.BOROUGH, true, i == 0 ? 31 : 20, TWENTY);
        }
        List<JudgedEffect> judged = judge(many);
        assertTrue(judged.get(0).estimate().orElseThrow().ratioLower() > 1);
        assertEquals(Optional.of(Verdict.NO_CLEAR_CHANGE), judged.get(0).verdict());
    }

    @Test
    void givesNoVerdictOnAContaminatedBaselineOrAMonthMostlyBeforeTheEvent() {
        assertEquals(
                Optional.empty(),
                judge(series(EffectStatus.CONTAMINATED_BASELINE, 1, 1)).get(0).verdict());
        assertEquals(
                Optional.empty(), judge(series(EffectStatus.OK, 0.49, 1)).get(0).verdict());
        assertEquals(
                Optional.of(Verdict.ABOVE_USUAL),
                judge(series(EffectStatus.OK, 0.5, 1)).get(0).verdict());
    }

    @Test
    void givesNoVerdictWhereDatesWithoutAnEventAskForTwiceTheDeviation() {
        assertEquals(
                Optional.empty(), judge(series(EffectStatus.OK, 1, 2)).get(0).verdict());
        assertEquals(
                Optional.of(Verdict.ABOVE_USUAL),
                judge(series(EffectStatus.OK, 1, 1.2)).get(0).verdict());
    }

    private static List<JudgedEffect> judge(SeriesEstimates... series) {
        return EffectFamilies.judge(List.of(series));
    }

    private static SeriesEstimates series(SeriesLevel level, boolean isTested, long observed, Prediction prediction) {
        return series(level, isTested, observed, prediction, EffectStatus.OK, 1, 1);
    }

    private static SeriesEstimates series(EffectStatus status, double exposure, double calibration) {
        return series(SeriesLevel.BOROUGH, true, 60, TWENTY, status, exposure, calibration);
    }

    private static SeriesEstimates series(
            SeriesLevel level,
            boolean isTested,
            long observed,
            Prediction prediction,
            EffectStatus status,
            double exposure,
            double calibration) {
        LocalDate from = LocalDate.of(2023, 10, 7);
        List<LocalDate> starts = new ArrayList<>();
        for (int month = 0; month < 8; month++) {
            starts.add(LocalDate.of(2023, 10, 1).plusMonths(month));
        }
        EventEffect effect = new EventEffect(
                "event",
                isTested,
                Grain.MONTH,
                List.of(),
                from,
                exposure,
                starts,
                new BaselineFacts(from, 48, 0, false),
                List.of(new WindowEffect(MONTH, status, observed, prediction, Double.NaN, 0)),
                new FollowedBlocks(List.of(observed), List.of(prediction)));
        return new SeriesEstimates(
                new SeriesKey("test", "recorded", "crime", "E09000007", "jewish"),
                level,
                List.of(new CalibratedStudy.EstimatedEvent(
                        effect,
                        List.of(Estimate.of(observed, prediction, calibration)),
                        effect.blocks().duration(calibration))),
                null);
    }
}
