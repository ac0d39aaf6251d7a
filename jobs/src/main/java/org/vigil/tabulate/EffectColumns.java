package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.vigil.event.EffectStatus;
import org.vigil.event.Estimate;
import org.vigil.event.EventEffect;
import org.vigil.event.JudgedEffect;
import org.vigil.event.JudgedEffect.FamilyTest;
import org.vigil.event.Verdict;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;
import org.vigil.series.SeriesKey;

/** The columns that every effect has, of an event or of a period. */
final class EffectColumns {
    private final TableRows rows;
    private final ModelCells cells;
    private final Coverage coverage;

    EffectColumns(TableRows rows, Coverage coverage) {
        this.rows = rows;
        this.cells = new ModelCells(rows);
        this.coverage = coverage;
    }

    void addSeries(SeriesKey key) {
        cells.addSeries(key);
    }

    void addDecimal(Column column, Optional<Double> value) {
        cells.addDecimal(column, value);
    }

    void addInteger(Column column, Optional<Long> value) {
        cells.addInteger(column, value);
    }

    void addBaseline(JudgedEffect judged) {
        EventEffect.BaselineFacts facts = judged.effect().baseline();
        boolean hasEstimate = judged.estimate().isPresent();
        rows.column(EventEffectsTable.MODEL_STATUS)
                .addText(judged.window().status().code());
        if (hasEstimate) {
            rows.column(EventEffectsTable.BASELINE_START_DATE).addDate(facts.start());
        } else {
            rows.column(EventEffectsTable.BASELINE_START_DATE).addEmpty();
        }
        Optional<EventEffect.BaselineFacts> baseline = Optional.of(facts).filter(of -> hasEstimate);
        addInteger(EventEffectsTable.BASELINE_UNITS, baseline.map(of -> (long) of.units()));
        addInteger(EventEffectsTable.LEFT_OUT_UNITS, baseline.map(of -> (long) of.leftOut()));
    }

    void addEstimate(JudgedEffect judged) {
        Optional<Estimate> estimate = judged.estimate();
        Optional<Estimate> compared = estimate.filter(one -> hasRatio(judged, one));
        addDecimal(EventEffectsTable.EXPECTED, estimate.map(Estimate::expected));
        addInteger(
                EventEffectsTable.EXPECTED_LOWER95,
                estimate.map(one -> one.range().lower()));
        addInteger(
                EventEffectsTable.EXPECTED_UPPER95,
                estimate.map(one -> one.range().upper()));
        addDecimal(EventEffectsTable.EXCESS, estimate.map(Estimate::excess));
        addInteger(
                EventEffectsTable.EXCESS_LOWER95,
                estimate.map(one -> one.observed() - one.range().upper()));
        addInteger(
                EventEffectsTable.EXCESS_UPPER95,
                estimate.map(one -> one.observed() - one.range().lower()));
        addRatio(EventEffectsTable.RATIO, compared, Estimate::ratio);
        addRatio(EventEffectsTable.RATIO_LOWER95, compared, Estimate::ratioLower);
        addRatio(EventEffectsTable.RATIO_UPPER95, compared, Estimate::ratioUpper);
        addDecimal(EventEffectsTable.UPPER_P, estimate.map(Estimate::upperP));
        addDecimal(EventEffectsTable.TWO_SIDED_P, estimate.map(Estimate::twoSidedP));
        addBand(EventEffectsTable.P_BAND, estimate.map(Estimate::twoSidedP));
    }

    private void addBand(Column column, Optional<Double> p) {
        rows.column(column).addText(p.flatMap(QBand::find).map(QBand::code).orElse(null));
    }

    private void addRatio(Column column, Optional<Estimate> estimate, ToDoubleFunction<Estimate> ratio) {
        addDecimal(column, estimate.map(ratio::applyAsDouble));
    }

    /** The ratio of a window which began mostly before the event would be of something else. */
    private static boolean hasRatio(JudgedEffect judged, Estimate estimate) {
        return !judged.isMostlyBefore() && ModelCells.hasRatio(estimate);
    }

    void addTest(JudgedEffect judged) {
        Optional<FamilyTest> test = judged.test();
        addDecimal(EventEffectsTable.Q_VALUE, test.map(FamilyTest::q));
        addBand(EventEffectsTable.Q_BAND, test.map(FamilyTest::q));
        addDecimal(EventEffectsTable.Q_VALUE_DEPENDENT, test.map(FamilyTest::qDependent));
        addInteger(EventEffectsTable.FAMILY_SIZE, test.map(one -> (long) one.size()));
        Set<CellStatus> statuses = EnumSet.noneOf(CellStatus.class);
        if (judged.isMargin()) {
            statuses.add(CellStatus.NOT_APPLICABLE);
        } else if (test.isEmpty()) {
            statuses.add(CellStatus.NOT_AVAILABLE);
        }
        rows.column(EventEffectsTable.Q_VALUE_STATUS).addText(CellStatus.text(statuses));
    }

    Set<CellStatus> statuses(JudgedEffect judged) {
        Set<CellStatus> statuses = EnumSet.noneOf(CellStatus.class);
        EffectStatus status = judged.window().status();
        if (!status.hasEstimate()) {
            statuses.add(CellStatus.NOT_AVAILABLE);
        } else if (judged.effect().baseline().isWeak()) {
            statuses.add(CellStatus.LOW_RELIABILITY);
        }
        if (judged.estimate().filter(one -> !hasRatio(judged, one)).isPresent()) {
            statuses.add(CellStatus.NOT_APPLICABLE);
        }
        if (status == EffectStatus.SHORT_AFTER_BREAK) {
            statuses.add(CellStatus.BREAK_IN_SERIES);
        }
        if (!judged.effect().endOf(judged.window().window()).isBefore(coverage.provisionalFrom())) {
            statuses.add(CellStatus.PROVISIONAL);
        }
        return statuses;
    }

    void addVerdict(JudgedEffect judged) {
        addDecimal(EventEffectsTable.DETECTABLE_RATIO, judged.estimate().map(Estimate::detectableRatio));
        addDecimal(EventEffectsTable.CALIBRATION_FACTOR, judged.estimate().map(Estimate::calibration));
        rows.column(EventEffectsTable.VERDICT)
                .addText(judged.verdict().map(Verdict::code).orElse(null));
    }
}
