package org.vigil.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.event.Comparisons.Candidate;
import org.vigil.series.Grain;
import org.vigil.statistics.Prediction;

/**
 * The course of effects on a series of the whole area, and what supports or weakens them.
 *
 * <p>Curves have days, blocks of seven days and calendar weeks, or months. Each unit is predicted by itself, a week as a window of seven days.
 */
final class DetailStudy {
    private static final int BLOCK = 7;

    private final StudyRule rule;
    private final StudyCalendar calendar;
    private final List<MeasurementChange> changes;
    private final List<EventCluster> listed;
    private final boolean[] raised;
    private final Comparisons comparisons;

    DetailStudy(
            StudyRule rule,
            StudyCalendar calendar,
            List<MeasurementChange> changes,
            List<EventCluster> listed,
            boolean[] raised,
            Comparisons comparisons) {
        this.rule = rule;
        this.calendar = calendar;
        this.changes = changes;
        this.listed = listed;
        this.raised = raised;
        this.comparisons = comparisons;
    }

    /**
     * The details of an effect.
     *
     * @param cluster events of the estimate
     * @param baseline of the effect
     * @param placebos of the series, by window; may be empty
     * @param community of the series
     */
    EventDetail detail(
            EventEffect effect,
            EventCluster cluster,
            EventBaseline baseline,
            List<Placebos> placebos,
            String community) {
        int start = calendar.series().indexOf(cluster.start());
        List<CurveUnit> curve = curve(baseline, start);
        return new EventDetail(
                curve,
                calendarWeeks(baseline, start),
                new ShapeStudy(rule, calendar, changes, listed, raised).shape(cluster, baseline),
                preTrend(baseline, start).orElse(null),
                decay(curve, baseline).orElse(null),
                comparison(cluster, baseline, start, community).orElse(null),
                placebos(effect.headline(), start, placebos).orElse(null));
    }

    private List<CurveUnit> curve(EventBaseline baseline, int start) {
        if (rule.grain() != Grain.DAY) {
            return units(baseline, start, start, rule.grain(), CurveSpan.MONTHS);
        }
        List<CurveUnit> curve = new ArrayList<>(units(baseline, start, start, Grain.DAY, CurveSpan.DAYS));
        curve.addAll(units(baseline, start, start, Grain.WEEK, CurveSpan.WEEKS));
        return curve;
    }

    private List<CurveUnit> calendarWeeks(EventBaseline baseline, int start) {
        if (rule.grain() != Grain.DAY) {
            return List.of();
        }
        int sinceMonday = calendar.series().startOf(start).getDayOfWeek().getValue() - 1;
        return units(baseline, start, start - sinceMonday, Grain.WEEK, CurveSpan.WEEKS);
    }

    /** Units of which that with offset 0 begins with {@code zero}. */
    private List<CurveUnit> units(EventBaseline baseline, int start, int zero, Grain grain, CurveSpan span) {
        int length = grain == rule.grain() ? 1 : BLOCK;
        List<CurveUnit> units = new ArrayList<>();
        for (int offset = span.first(); offset <= span.last(); offset++) {
            int first = zero + offset * length;
            boolean isCovered = first >= 0 && first + length <= calendar.size();
            units.add(new CurveUnit(
                    grain,
                    offset,
                    calendar.series().startOf(first),
                    isCovered ? calendar.observed(first, length) : -1,
                    isCovered ? baseline.expect(first, length, firstDay(start)).orElse(null) : null));
        }
        return units;
    }

    /** Also of a unit before the series. */
    private int firstDay(int unit) {
        return (int) calendar.series().startOf(unit).toEpochDay();
    }

    /** The headline as it would have been for an event so much earlier, that its window ends where the event's begins. */
    private Optional<CountedWindow> preTrend(EventBaseline later, int start) {
        Window headline = Window.headline(rule.grain());
        int first = start - headline.length();
        if (first < 0) {
            return Optional.empty();
        }
        EventBaseline baseline = EventBaseline.of(
                rule, calendar, changes, BaselineSelection.of(rule, calendar, changes, raised, first), first, later);
        return headline(baseline, first);
    }

    private Optional<CountedWindow> headline(EventBaseline baseline, int first) {
        Window headline = Window.headline(rule.grain());
        if (baseline.status() == EffectStatus.CONTAMINATED_BASELINE
                || !rule.allows(headline, baseline.selection().units().length)) {
            return Optional.empty();
        }
        return baseline.expect(first, headline.length(), firstDay(first))
                .map(prediction -> new CountedWindow(calendar.observed(first, headline.length()), prediction));
    }

    private Optional<Decay> decay(List<CurveUnit> curve, EventBaseline baseline) {
        if (rule.grain() != Grain.DAY) {
            return Optional.empty();
        }
        double[] counts = new double[rule.response()];
        double[] expected = new double[rule.response()];
        for (int day = 0; day < counts.length; day++) {
            CurveUnit unit = curve.get(day - CurveSpan.DAYS.first());
            @Nullable Prediction prediction = unit.prediction();
            if (prediction == null) {
                return Optional.empty();
            }
            counts[day] = unit.observed();
            expected[day] = prediction.expected();
        }
        return Decay.of(counts, expected, baseline.unitDispersion());
    }

    private Optional<Comparison> comparison(EventCluster cluster, EventBaseline baseline, int start, String community) {
        Optional<Candidate> found = comparisons.find(
                community, cluster, calendar.series(), baseline.selection().units(), rule.response());
        if (start < 0 || found.isEmpty()) {
            return Optional.empty();
        }
        double[] covariate = found.get().covariate(calendar.series());
        EventBaseline given = EventBaseline.of(
                rule,
                calendar.with(covariate),
                changes,
                BaselineSelection.of(rule, calendar, changes, raised, start),
                start,
                null);
        // A model of one level has no place for the other series.
        return given.model().equals(StudyModel.INTERCEPT)
                ? Optional.empty()
                : headline(given, start)
                        .map(window -> new Comparison(found.get().communityCode(), window));
    }

    private Optional<PlaceboSteps> placebos(WindowEffect headline, int start, List<Placebos> placebos) {
        @Nullable Prediction prediction = headline.prediction();
        if (prediction == null) {
            return Optional.empty();
        }
        return placebos.stream()
                .filter(one -> one.window().equals(headline.window()))
                .findFirst()
                .flatMap(one ->
                        one.steps(Placebos.scaled(headline.observed(), prediction), start, start + rule.response()));
    }
}
