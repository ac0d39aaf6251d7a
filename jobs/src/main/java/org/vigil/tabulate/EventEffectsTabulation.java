package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.vigil.event.EffectStatus;
import org.vigil.event.Estimate;
import org.vigil.event.EventEffect;
import org.vigil.event.FollowedBlocks.Duration;
import org.vigil.event.JudgedEffect;
import org.vigil.event.JudgedEffect.FamilyTest;
import org.vigil.event.Verdict;
import org.vigil.event.Window;
import org.vigil.event.WindowEffect;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;

/** The {@code event_effects} table: a row for every window of every event in every series, whether there is an estimate or not. */
public final class EventEffectsTabulation {
    private static final String LIST_SEPARATOR = ";";

    /** Fewer incidents than this are published as none usual. */
    private static final double LEAST_DIVISOR = 0.05;

    private final TableRows rows;
    private final Coverage coverage;

    private EventEffectsTabulation(TableRows rows, Coverage coverage) {
        this.rows = rows;
        this.coverage = coverage;
    }

    /** Adds the effects found in the series of one source. */
    public static void addTo(TableRows rows, SourceFacts facts, List<JudgedEffect> effects) {
        EventEffectsTabulation tabulation = new EventEffectsTabulation(rows, facts.coverage());
        effects.forEach(tabulation::add);
    }

    private void add(JudgedEffect judged) {
        addKey(judged);
        addStudy(judged);
        addEstimate(judged);
        addPlacebos(judged.window());
        addTest(judged);
        addDecimal(
                EventEffectsTable.DETECTABLE_RATIO,
                judged.estimate().map(Estimate::detectableRatio).filter(Double::isFinite));
        addDecimal(EventEffectsTable.CALIBRATION_FACTOR, judged.estimate().map(Estimate::calibration));
        addInteger(EventEffectsTable.DURATION, judged.duration().map(duration -> (long) duration.blocks()));
        Optional<Boolean> isOpen = judged.duration().map(Duration::isOpen);
        if (isOpen.isPresent()) {
            rows.column(EventEffectsTable.IS_DURATION_OPEN).addBoolean(isOpen.get());
        } else {
            rows.column(EventEffectsTable.IS_DURATION_OPEN).addEmpty();
        }
        rows.column(EventEffectsTable.VERDICT)
                .addText(judged.verdict().map(Verdict::code).orElse(null));
        rows.column(EventEffectsTable.STATUS).addText(CellStatus.text(statuses(judged)));
    }

    private void addKey(JudgedEffect judged) {
        Window window = judged.window().window();
        rows.column(EventEffectsTable.SOURCE_CODE).addText(judged.key().sourceCode());
        rows.column(EventEffectsTable.DATE_BASIS).addText(judged.key().dateBasis());
        rows.column(EventEffectsTable.RECORD_CLASS).addText(judged.key().recordClass());
        rows.column(EventEffectsTable.EVENT_ID).addText(judged.effect().eventId());
        rows.column(EventEffectsTable.AREA_CODE).addText(judged.key().areaCode());
        rows.column(EventEffectsTable.COMMUNITY_CODE).addText(judged.key().communityCode());
        rows.column(EventEffectsTable.WINDOW_KIND).addText(window.kind().code());
        rows.column(EventEffectsTable.GRAIN).addText(window.grain().code());
        rows.column(EventEffectsTable.WINDOW_FIRST).addInteger(window.first());
        rows.column(EventEffectsTable.WINDOW_LAST).addInteger(window.last());
    }

    private void addStudy(JudgedEffect judged) {
        EventEffect effect = judged.effect();
        WindowEffect window = judged.window();
        rows.column(EventEffectsTable.WINDOW_START_DATE).addDate(effect.startOf(window.window()));
        rows.column(EventEffectsTable.WINDOW_END_DATE).addDate(effect.endOf(window.window()));
        rows.column(EventEffectsTable.IS_HEADLINE).addBoolean(window.window().isHeadline());
        rows.column(EventEffectsTable.IS_TESTED).addBoolean(effect.isTested());
        rows.column(EventEffectsTable.INSEPARABLE_EVENTS).addText(String.join(LIST_SEPARATOR, effect.inseparable()));
        rows.column(EventEffectsTable.FIRST_UNIT_EXPOSURE).addDecimal(effect.exposure());
        rows.column(EventEffectsTable.MODEL_STATUS).addText(window.status().code());
        boolean hasEstimate = judged.estimate().isPresent();
        if (hasEstimate) {
            rows.column(EventEffectsTable.BASELINE_START_DATE)
                    .addDate(effect.baseline().start());
        } else {
            rows.column(EventEffectsTable.BASELINE_START_DATE).addEmpty();
        }
        Optional<EventEffect.BaselineFacts> baseline =
                Optional.of(effect.baseline()).filter(facts -> hasEstimate);
        addInteger(EventEffectsTable.BASELINE_UNITS, baseline.map(facts -> (long) facts.units()));
        addInteger(EventEffectsTable.LEFT_OUT_UNITS, baseline.map(facts -> (long) facts.leftOut()));
        addInteger(
                EventEffectsTable.OBSERVED_COUNT, Optional.of(window.observed()).filter(observed -> observed >= 0));
    }

    private void addEstimate(JudgedEffect judged) {
        Optional<Estimate> estimate = judged.estimate();
        Optional<Estimate> compared = estimate.filter(one -> !judged.isMostlyBefore());
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
    }

    private void addRatio(Column column, Optional<Estimate> estimate, ToDoubleFunction<Estimate> ratio) {
        // A ratio to a number that is published as 0 could not be followed.
        addDecimal(
                column,
                estimate.filter(one -> one.expected() >= LEAST_DIVISOR)
                        .map(ratio::applyAsDouble)
                        .filter(Double::isFinite));
    }

    private void addPlacebos(WindowEffect window) {
        boolean hasEstimate = window.status().hasEstimate();
        addDecimal(
                EventEffectsTable.PLACEBO_P,
                Optional.of(window.placeboP()).filter(p -> hasEstimate && !Double.isNaN(p)));
        addInteger(
                EventEffectsTable.PLACEBO_COUNT,
                Optional.of((long) window.placebos()).filter(count -> hasEstimate));
        rows.column(EventEffectsTable.PLACEBO_STATUS)
                .addText(CellStatus.text(
                        hasEstimate && !Double.isNaN(window.placeboP())
                                ? EnumSet.noneOf(CellStatus.class)
                                : EnumSet.of(CellStatus.NOT_AVAILABLE)));
    }

    private void addTest(JudgedEffect judged) {
        Optional<FamilyTest> test = judged.test();
        addDecimal(EventEffectsTable.Q_VALUE, test.map(FamilyTest::q));
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

    private Set<CellStatus> statuses(JudgedEffect judged) {
        Set<CellStatus> statuses = EnumSet.noneOf(CellStatus.class);
        EffectStatus status = judged.window().status();
        if (!status.hasEstimate()) {
            statuses.add(CellStatus.NOT_AVAILABLE);
        } else if (judged.effect().baseline().isWeak()) {
            statuses.add(CellStatus.LOW_RELIABILITY);
        }
        if (status == EffectStatus.SHORT_AFTER_BREAK) {
            statuses.add(CellStatus.BREAK_IN_SERIES);
        }
        if (!judged.effect().endOf(judged.window().window()).isBefore(coverage.provisionalFrom())) {
            statuses.add(CellStatus.PROVISIONAL);
        }
        return statuses;
    }

    private void addDecimal(Column column, Optional<Double> value) {
        if (value.isPresent()) {
            rows.column(column).addDecimal(value.get());
        } else {
            rows.column(column).addEmpty();
        }
    }

    private void addInteger(Column column, Optional<Long> value) {
        if (value.isPresent()) {
            rows.column(column).addInteger(value.get());
        } else {
            rows.column(column).addEmpty();
        }
    }
}
