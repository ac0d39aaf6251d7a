package org.vigil.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigil.statistics.Baseline;
import org.vigil.statistics.BlockRule;
import org.vigil.statistics.Design;
import org.vigil.statistics.Prediction;

/** What is usual before an event, fitted; the model is as large as the incidents allow. */
final class EventBaseline {
    /** Fewer incidents tell one level only, and no step. */
    static final int LEAST_INCIDENTS = 12;

    /**
     * Fewer incidents tell no season and no trend: with ten for each of the six calendar terms that remain within whole weeks, one level is nearer to what
     * follows and its intervals still hold; see the decision on sparse baselines.
     */
    static final int CALENDAR_INCIDENTS = 60;

    /** Shape of the distribution of a rate of which nothing was recorded (Jeffreys' prior). */
    private static final double NONE_RECORDED_SHAPE = 0.5;

    /** No window that anything was ever recorded in is expected to hold less, or more. */
    private static final double NOTHING = 1e-9;

    private static final double EVERYTHING = 1e12;

    private final StudyRule rule;
    private final StudyCalendar calendar;
    private final List<MeasurementChange> changes;
    private final BaselineSelection selection;
    private final EffectStatus status;
    private final StudyModel model;
    private final @Nullable Baseline fitted;

    private EventBaseline(
            StudyRule rule,
            StudyCalendar calendar,
            List<MeasurementChange> changes,
            BaselineSelection selection,
            EffectStatus status,
            StudyModel model,
            @Nullable Baseline fitted) {
        this.rule = rule;
        this.calendar = calendar;
        this.changes = changes;
        this.selection = selection;
        this.status = status;
        this.model = model;
        this.fitted = fitted;
    }

    /**
     * Fits the baseline of an event.
     *
     * @param selection the units before it
     * @param unit the unit of the event
     * @param like a baseline of the same series shortly before, from which the fit may start; the result is the same without
     */
    static EventBaseline of(
            StudyRule rule,
            StudyCalendar calendar,
            List<MeasurementChange> changes,
            BaselineSelection selection,
            int unit,
            @Nullable EventBaseline like) {
        if (!selection.status().hasEstimate()) {
            return without(rule, calendar, changes, selection, selection.status());
        }
        long incidents = incidents(calendar, selection.units());
        StudyModel model = incidents < CALENDAR_INCIDENTS
                ? StudyModel.INTERCEPT
                : rule.model(selection.units().length).with(calendar.holidays(selection.units()));
        if (incidents >= LEAST_INCIDENTS && incidents(calendar, selection.nearUnits(calendar)) > 0) {
            Baseline fitted = fit(rule, calendar, selection, model, like);
            if (fitted.fit().hasConverged() && isCredible(rule, calendar, selection, model, fitted, unit)) {
                EffectStatus status = model.equals(StudyModel.INTERCEPT) || rule.isWeak(selection.units().length)
                        ? EffectStatus.REDUCED_MODEL
                        : EffectStatus.OK;
                return new EventBaseline(rule, calendar, changes, selection, worse(selection, status), model, fitted);
            }
        }
        return reduced(rule, calendar, changes, selection.withoutSteps(calendar, rule));
    }

    /** Whether the first weeks and the whole time of a response are expected to be like what was before; one level always is. */
    private static boolean isCredible(
            StudyRule rule,
            StudyCalendar calendar,
            BaselineSelection selection,
            StudyModel model,
            Baseline fitted,
            int unit) {
        if (model.equals(StudyModel.INTERCEPT) && selection.steps().isEmpty()) {
            return true;
        }
        int covered = Math.min(rule.response(), calendar.size() - unit);
        for (int length : new int[] {Math.min(rule.block(), covered), covered}) {
            if (length > 0) {
                int[] window = IntStream.range(unit, unit + length).toArray();
                Prediction prediction = fitted.expect(
                        design(calendar, selection, model, window, calendar.firstDay(unit) + StudyRule.TREND_DAYS),
                        calendar.offset(window),
                        1);
                double[] before = calendar.counts(selection.units());
                double level = length * Arrays.stream(before).average().orElse(0);
                if (!prediction.isCredible(level, largest(before, length))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Largest sum of so many neighbours. */
    private static double largest(double[] counts, int length) {
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] - (i >= length ? counts[i - length] : 0);
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static EventBaseline reduced(
            StudyRule rule, StudyCalendar calendar, List<MeasurementChange> changes, BaselineSelection selection) {
        if (!selection.status().hasEstimate()) {
            return without(rule, calendar, changes, selection, selection.status());
        }
        if (incidents(calendar, selection.units()) == 0) {
            return without(rule, calendar, changes, selection, worse(selection, EffectStatus.ZERO_BASELINE));
        }
        Baseline fitted = fit(rule, calendar, selection, StudyModel.INTERCEPT, null);
        return fitted.fit().hasConverged()
                ? new EventBaseline(
                        rule,
                        calendar,
                        changes,
                        selection,
                        worse(selection, EffectStatus.REDUCED_MODEL),
                        StudyModel.INTERCEPT,
                        fitted)
                : without(rule, calendar, changes, selection, EffectStatus.NOT_CONVERGED);
    }

    private static EventBaseline without(
            StudyRule rule,
            StudyCalendar calendar,
            List<MeasurementChange> changes,
            BaselineSelection selection,
            EffectStatus status) {
        return new EventBaseline(rule, calendar, changes, selection, status, StudyModel.INTERCEPT, null);
    }

    private static EffectStatus worse(BaselineSelection selection, EffectStatus status) {
        return selection.status() == EffectStatus.CONTAMINATED_BASELINE ? selection.status() : status;
    }

    private static Baseline fit(
            StudyRule rule,
            StudyCalendar calendar,
            BaselineSelection selection,
            StudyModel model,
            @Nullable EventBaseline like) {
        int[] units = selection.units();
        Design design = design(calendar, selection, model, units, Double.POSITIVE_INFINITY);
        double[] counts = calendar.counts(units);
        double[] offset = calendar.offset(units);
        if (like != null
                && like.fitted != null
                && like.model.equals(model)
                && like.selection.steps().equals(selection.steps())) {
            Baseline next = like.fitted.next(design, counts, offset);
            if (next.fit().hasConverged()) {
                return next;
            }
        }
        BlockRule blocks = rule.blocks(model);
        return Baseline.fit(design, counts, offset, blocks);
    }

    private static Design design(
            StudyCalendar calendar, BaselineSelection selection, StudyModel model, int[] units, double lastTrendDay) {
        List<double[]> columns = new ArrayList<>(calendar.columns(units, model, lastTrendDay));
        columns.addAll(selection.stepColumns(calendar, units));
        return Design.of(columns);
    }

    /** Incidents of some units. */
    static long incidents(StudyCalendar calendar, int[] units) {
        long sum = 0;
        for (double count : calendar.counts(units)) {
            sum += (long) count;
        }
        return sum;
    }

    EffectStatus status() {
        return status;
    }

    /** Units before the event that were looked at. */
    BaselineSelection selection() {
        return selection;
    }

    /** Whether a model of all its incidents says what is usual. */
    boolean isWhole() {
        return status == EffectStatus.OK || status == EffectStatus.REDUCED_MODEL;
    }

    /** Terms of the calendar in the model. */
    StudyModel model() {
        return model;
    }

    /** Dispersion of single units around the fit, at least 1; 1 where nothing was recorded. */
    double unitDispersion() {
        return fitted == null ? 1 : Math.max(1, fitted.fit().dispersion());
    }

    /** Whether estimates are of low reliability whatever the window. */
    boolean isWeak() {
        return status == EffectStatus.CONTAMINATED_BASELINE || rule.isWeak(selection.units().length);
    }

    /**
     * Why nothing is expected of a window, empty if something is.
     *
     * @param first first unit of the window
     */
    Optional<EffectStatus> findObstacle(int first, int length) {
        if (first + length > calendar.size()) {
            return Optional.of(EffectStatus.PARTIAL);
        }
        if (!status.hasEstimate()) {
            return Optional.of(status);
        }
        return selection.isComparable(calendar, changes, first, length)
                ? Optional.empty()
                : Optional.of(EffectStatus.SHORT_AFTER_BREAK);
    }

    /**
     * What is usual in a window; empty if there is an obstacle, or if the model leads to no finite number.
     *
     * @param eventDay day from which on the weeks are counted after which the trend stays where it is
     */
    Optional<Prediction> expect(int first, int length, int eventDay) {
        if (findObstacle(first, length).isPresent()) {
            return Optional.empty();
        }
        int[] window = new int[length];
        for (int i = 0; i < length; i++) {
            window[i] = first + i;
        }
        Prediction prediction = fitted == null
                ? ofNoneRecorded(window)
                : fitted.expect(
                        design(calendar, selection, model, window, eventDay + StudyRule.TREND_DAYS),
                        calendar.offset(window),
                        1);
        return prediction.expected() >= NOTHING
                        && prediction.expected() <= EVERYTHING
                        && prediction.totalVariance() < EVERYTHING * EVERYTHING
                ? Optional.of(prediction)
                : Optional.empty();
    }

    /** With none in n days, a window of l days has a negative binomial count of size ½ and mean ½ l / n. */
    private Prediction ofNoneRecorded(int[] window) {
        double share = (double) days(window) / days(selection.units());
        double expected = NONE_RECORDED_SHAPE * share;
        double parameterVariance = expected * expected / NONE_RECORDED_SHAPE;
        return new Prediction(expected, 1, parameterVariance, selection.units().length, expected + parameterVariance);
    }

    private int days(int[] units) {
        return Arrays.stream(units).map(calendar::days).sum();
    }
}
