package org.vigil.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.vigil.event.EventEffect.BaselineFacts;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.Prediction;

/** The effects of events on one series at one grain. */
final class GrainStudy {
    /** A unit after a listed event is raised if the mid-p of more than it recorded is below this. */
    private static final double RAISED = 0.05;

    /** A window that has less than this share of its first unit after the event is not compared with whole ones. */
    static final double LEAST_EXPOSURE = 0.5;

    /** Stands for an event where a period is studied. */
    private static final String PERIOD = "latest_period";

    private final StudyRule rule;
    private final List<MeasurementChange> changes;
    private final StudyCalendar calendar;
    private final List<EventCluster> listed;
    /** By unit, whether it was raised after a listed event that came before it. */
    private final boolean[] raised;

    private final Map<Integer, EventBaseline> baselines = new HashMap<>();

    /**
     * Finds which units were raised after events with a ground, in the order of time: each event is judged by a baseline without the units raised before it.
     *
     * <p>Events that are listed without one are too many: leaving out the highest of the weeks after each would leave out what is usual.
     *
     * @param changes of the measurement of the source
     * @param listedEvents events listed for the community of the series, in any order
     * @param community code of that community
     * @param observances holidays that concern it
     */
    GrainStudy(
            StudyRule rule,
            TimeSeries series,
            List<MeasurementChange> changes,
            List<StudiedEvent> listedEvents,
            String community,
            List<Observance> observances) {
        this.rule = rule;
        this.changes = changes;
        this.calendar = new StudyCalendar(series, observances);
        this.listed = EventCluster.of(listedEvents, series);
        this.raised = new boolean[calendar.size()];
        for (EventCluster cluster : listed) {
            List<StudiedEvent> grounded = cluster.events().stream()
                    .filter(event -> event.isGroundedFor(community))
                    .toList();
            if (!grounded.isEmpty()) {
                noteRaised(cluster.start(), grounded);
            }
        }
    }

    private void noteRaised(LocalDate from, List<StudiedEvent> events) {
        int start = unitOf(from);
        if (start < 0 || start >= calendar.size()) {
            return;
        }
        EventBaseline baseline = baseline(start);
        for (StudiedEvent event : events) {
            for (int block = 0; block < rule.responseBlocks(); block++) {
                int first = unitOf(event.responseFrom()) + block * rule.block();
                if (isRaised(baseline, first, dayOf(from))) {
                    Arrays.fill(raised, first, first + rule.block(), true);
                }
            }
        }
    }

    private boolean isRaised(EventBaseline baseline, int first, int eventDay) {
        return baseline.expect(first, rule.block(), eventDay)
                .filter(prediction ->
                        prediction.distribution().upperMidP(calendar.observed(first, rule.block())) < RAISED)
                .isPresent();
    }

    /** The baseline of an event in a unit; what was raised later does not change it. */
    private EventBaseline baseline(int unit) {
        return baselines.computeIfAbsent(
                unit, absent -> EventBaseline.of(rule, calendar, changes, selection(unit), unit, null));
    }

    private BaselineSelection selection(int unit) {
        return BaselineSelection.of(rule, calendar, changes, raised, unit);
    }

    /**
     * The baseline of a date to compare with; empty if it is not whole or holds fewer than {@value EventBaseline#LEAST_INCIDENTS} incidents.
     *
     * @param like one shortly before, from which the fit may start
     */
    Optional<EventBaseline> comparison(int unit, @Nullable EventBaseline like) {
        BaselineSelection selection = selection(unit);
        boolean isRich = selection.status() == EffectStatus.OK
                && EventBaseline.incidents(calendar, selection.units()) >= EventBaseline.LEAST_INCIDENTS;
        if (!isRich) {
            return Optional.empty();
        }
        EventBaseline baseline = EventBaseline.of(rule, calendar, changes, selection, unit, like);
        return Optional.of(baseline).filter(EventBaseline::isWhole);
    }

    /** Whether the series covers the first day of a response. */
    boolean covers(StudiedEvent event) {
        int unit = unitOf(event.responseFrom());
        return unit >= 0 && unit < calendar.size();
    }

    /** First days of units that were raised after listed events. */
    List<LocalDate> raisedUnits() {
        List<LocalDate> starts = new ArrayList<>();
        for (int unit = 0; unit < raised.length; unit++) {
            if (raised[unit]) {
                starts.add(calendar.series().startOf(unit));
            }
        }
        return starts;
    }

    /**
     * The effect of an event.
     *
     * @param event one that the series covers
     * @param isTested whether it is tested for the community of the series
     * @param placebos of the series at this grain, by window; may be empty
     */
    EventEffect effect(StudiedEvent event, boolean isTested, List<Placebos> placebos) {
        return effect(event, isTested, EventCluster.around(event, listed, calendar.series()), placebos);
    }

    /**
     * The period of the headline's length that starts on a day, as if an event had happened then which the catalogue lists for nobody. Nobody says when a
     * rise began that has no event: the time just before the period, in which a date without an event has none either, is left out of what is usual.
     *
     * @param placebos as for events
     */
    EventEffect period(LocalDate from, List<Placebos> placebos) {
        StudiedEvent start = new StudiedEvent(PERIOD, from, List.of(), List.of(), EventScope.INTERNATIONAL, List.of());
        EventCluster alone = new EventCluster(List.of(start));
        int unit = Math.max(0, unitOf(from));
        boolean[] justBefore = raised.clone();
        Arrays.fill(justBefore, Math.max(0, unit - rule.quietBefore()), unit, true);
        EventBaseline baseline = EventBaseline.of(
                rule, calendar, changes, BaselineSelection.of(rule, calendar, changes, justBefore, unit), unit, null);
        return effect(PERIOD, false, alone, baseline, List.of(Window.headline(rule.grain())), placebos);
    }

    /**
     * The effect of an event with its course and what supports or weakens it.
     *
     * @param community of the series
     * @param comparisons series of the same source
     */
    EventEffect detailedEffect(
            StudiedEvent event, boolean isTested, List<Placebos> placebos, String community, Comparisons comparisons) {
        EventCluster cluster = EventCluster.around(event, listed, calendar.series());
        EventEffect effect = effect(event, isTested, cluster, placebos);
        DetailStudy details = new DetailStudy(rule, calendar, changes, listed, raised, comparisons);
        return effect.with(details.detail(effect, cluster, baseline(cluster), placebos, community));
    }

    private EventEffect effect(StudiedEvent event, boolean isTested, EventCluster cluster, List<Placebos> placebos) {
        return effect(event.eventId(), isTested, cluster, baseline(cluster), Window.of(rule.grain()), placebos);
    }

    private EventBaseline baseline(EventCluster cluster) {
        return baseline(Math.max(0, unitOf(cluster.start())));
    }

    private EventEffect effect(
            String eventId,
            boolean isTested,
            EventCluster cluster,
            EventBaseline baseline,
            List<Window> of,
            List<Placebos> placebos) {
        LocalDate from = cluster.start();
        int start = unitOf(from);
        List<WindowEffect> windows = new ArrayList<>();
        for (Window window : of) {
            windows.add(
                    start < 0
                            ? new WindowEffect(window, EffectStatus.INSUFFICIENT_HISTORY, -1, null, Double.NaN, 0)
                            : window(baseline, window, start, cluster, placebos));
        }
        int units = baseline.selection().units().length;
        BaselineFacts facts = new BaselineFacts(
                units == 0
                        ? from
                        : calendar.series().startOf(baseline.selection().units()[0]),
                units,
                baseline.selection().leftOut(),
                baseline.isWeak());
        return new EventEffect(
                eventId,
                isTested,
                rule.grain(),
                cluster.isSeparable()
                        ? List.of()
                        : cluster.events().stream().map(StudiedEvent::eventId).toList(),
                from,
                exposure(from),
                unitStarts(from),
                facts,
                windows,
                start < 0 ? new FollowedBlocks(List.of(), List.of()) : follow(baseline, start, dayOf(from)),
                null);
    }

    private WindowEffect window(
            EventBaseline baseline, Window window, int start, EventCluster cluster, List<Placebos> placebos) {
        int first = start + window.first();
        boolean isCovered = first + window.length() <= calendar.size();
        long observed = isCovered ? calendar.observed(first, window.length()) : -1;
        Optional<EffectStatus> obstacle = baseline.findObstacle(first, window.length());
        if (obstacle.isEmpty() && !rule.allows(window, baseline.selection().units().length)) {
            obstacle = Optional.of(EffectStatus.INSUFFICIENT_HISTORY);
        }
        if (obstacle.isPresent()) {
            return new WindowEffect(window, obstacle.get(), observed, null, Double.NaN, 0);
        }
        Optional<Prediction> prediction = baseline.expect(first, window.length(), dayOf(cluster.start()));
        if (prediction.isEmpty()) {
            return new WindowEffect(window, EffectStatus.NOT_CONVERGED, observed, null, Double.NaN, 0);
        }
        EffectStatus status = cluster.isSeparable() || baseline.status() == EffectStatus.CONTAMINATED_BASELINE
                ? baseline.status()
                : EffectStatus.NOT_SEPARABLE;
        int after = start + rule.response();
        Optional<Placebos> compared =
                placebos.stream().filter(one -> one.window().equals(window)).findFirst();
        int dates = compared.map(one -> one.sizeOutside(start, after)).orElse(0);
        double p = prediction.get().distribution().upperMidP(observed);
        double placeboP = dates < Placebos.LEAST
                ? Double.NaN
                : compared.map(one -> one.empiricalP(p, start, after)).orElse(Double.NaN);
        return new WindowEffect(window, status, observed, prediction.get(), placeboP, dates);
    }

    /** Blocks from the event on until two in a row are not above usual, the data end or a year has passed. */
    private FollowedBlocks follow(EventBaseline baseline, int start, int eventDay) {
        List<Long> observed = new ArrayList<>();
        List<Prediction> predictions = new ArrayList<>();
        int below = 0;
        for (int block = 0; block < rule.durationBlocks() && below < 2; block++) {
            int first = start + block * rule.block();
            Optional<Prediction> prediction = baseline.expect(first, rule.block(), eventDay);
            if (prediction.isEmpty()) {
                break;
            }
            long count = calendar.observed(first, rule.block());
            observed.add(count);
            predictions.add(prediction.get());
            below = FollowedBlocks.isAbove(count, prediction.get(), 1) ? 0 : below + 1;
        }
        return new FollowedBlocks(observed, predictions);
    }

    /** Share of the days of its unit from a day on. */
    private double exposure(LocalDate from) {
        LocalDate unit = rule.grain().startOf(from);
        int days = rule.grain().daysOf(unit);
        return (double) (days - (from.toEpochDay() - unit.toEpochDay())) / days;
    }

    private List<LocalDate> unitStarts(LocalDate from) {
        LocalDate unit = rule.grain().startOf(from);
        int longest =
                Window.of(rule.grain()).stream().mapToInt(Window::last).max().orElseThrow();
        List<LocalDate> starts = new ArrayList<>();
        for (int i = 0; i <= longest + 1; i++) {
            starts.add(rule.grain().plus(unit, i));
        }
        return starts;
    }

    /**
     * Every window at dates without an event.
     *
     * @param seed a number that belongs to the series
     * @param isAllowed whether a baseline and windows from a unit may be made at this grain
     */
    List<Placebos> placebos(long seed, IntPredicate isAllowed) {
        return new PlaceboDates(rule, calendar, changes, listed).placebos(this, seed, isAllowed);
    }

    private int unitOf(LocalDate day) {
        return calendar.series().indexOf(day);
    }

    private static int dayOf(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
