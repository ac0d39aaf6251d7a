package org.vigil.event;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/**
 * The first pass over the series of a source: effects of every event on each, and what its models do on dates without an event. A pure function of a series
 * that travels to where the series is.
 */
public final class SeriesStudy implements Serializable {
    private static final long serialVersionUID = 1;

    /** With a greater share of incidents known only to the month, days do not show what happened. */
    private static final double MOST_MONTH_ONLY = 0.05;

    /** Years that weeks are compared with. */
    private static final int YEARS_OF_WEEKS = 5;

    private static final long HASH_START = 0xcbf29ce484222325L;
    private static final long HASH_FACTOR = 0x100000001b3L;

    private final List<StudiedEvent> events;
    private final List<MeasurementChange> changes;
    private final List<Observance> observances;
    private final boolean hasPlacebos;
    private final Comparisons comparisons;

    private SeriesStudy(
            List<StudiedEvent> events,
            List<MeasurementChange> changes,
            List<Observance> observances,
            boolean hasPlacebos,
            Comparisons comparisons) {
        this.events = List.copyOf(events);
        this.changes = List.copyOf(changes);
        this.observances = List.copyOf(observances);
        this.hasPlacebos = hasPlacebos;
        this.comparisons = comparisons;
    }

    /**
     * The study of one source.
     *
     * @param catalogue all events
     * @param breaks all breaks and measurement events
     * @param geographyCode geography of the source; events that did not reach its country are not studied
     * @param sourceAndScopes code of the source and the scopes it declares, which breaks apply to
     */
    public static SeriesStudy of(
            List<ReferenceEvent> catalogue,
            List<SeriesBreak> breaks,
            String geographyCode,
            Collection<String> sourceAndScopes) {
        return ofStudied(catalogue.stream().map(StudiedEvent::of).toList(), breaks, geographyCode, sourceAndScopes);
    }

    static SeriesStudy ofStudied(
            List<StudiedEvent> events,
            List<SeriesBreak> breaks,
            String geographyCode,
            Collection<String> sourceAndScopes) {
        return new SeriesStudy(
                events.stream()
                        .filter(event -> event.reaches(geographyCode))
                        .sorted(EventCluster.IN_TIME)
                        .toList(),
                breaks.stream()
                        .filter(entry -> entry.appliesTo().stream().anyMatch(sourceAndScopes::contains))
                        .map(MeasurementChange::of)
                        .flatMap(Optional::stream)
                        .toList(),
                List.of(),
                true,
                Comparisons.NONE);
    }

    /** The same study without the dates that effects are compared with, in a tenth of the time. */
    public SeriesStudy withoutPlacebos() {
        return new SeriesStudy(events, changes, observances, false, comparisons);
    }

    /** The same study whose models of days know holidays, as far as each concerns a community and its baseline holds enough of them. */
    public SeriesStudy observing(HolidayCalendar holidays) {
        return new SeriesStudy(events, changes, holidays.observances(), hasPlacebos, comparisons);
    }

    /**
     * The same study in which a community in the whole area is also compared with another.
     *
     * @param series of the source, in the order of the code list; those of boroughs are not used
     */
    public SeriesStudy comparedWith(List<StudiedSeries> series) {
        return new SeriesStudy(events, changes, observances, hasPlacebos, new Comparisons(series, events));
    }

    /** Studies one series up to its end, unless nothing was ever recorded in it; the same answer wherever and whenever it is asked. */
    public SeriesEffects of(StudiedSeries series) {
        if (series.isEmpty()) {
            return new SeriesEffects(series.key(), series.level(), List.of(), null, List.of());
        }
        String community = series.key().communityCode();
        List<StudiedEvent> listed = listed(series).toList();
        List<MeasurementChange> known = changesOf(community);
        List<Observance> kept =
                observances.stream().filter(one -> one.concerns(community)).toList();
        Map<Grain, List<StudiedEvent>> byGrain = new EnumMap<>(Grain.class);
        concerning(series)
                .forEach(event -> byGrain.computeIfAbsent(
                                grain(series, event.responseFrom()), grain -> new ArrayList<>())
                        .add(event));
        Optional<LatestPeriod> period = latestPeriod(series);
        period.ifPresent(of -> byGrain.computeIfAbsent(of.grain(), grain -> new ArrayList<>()));
        List<EventEffect> effects = new ArrayList<>();
        List<Placebos> placebos = new ArrayList<>();
        @Nullable EventEffect latest = null;
        for (Map.Entry<Grain, List<StudiedEvent>> entry : byGrain.entrySet()) {
            Grain grain = entry.getKey();
            TimeSeries counts = grain == Grain.DAY ? series.byDay().orElseThrow() : series.months();
            GrainStudy study = new GrainStudy(StudyRule.of(grain), counts, known, listed, community, kept);
            List<StudiedEvent> covered =
                    entry.getValue().stream().filter(study::covers).toList();
            Optional<LatestPeriod> here = period.filter(of -> of.grain() == grain);
            List<Placebos> compared = hasPlacebos && !(covered.isEmpty() && here.isEmpty())
                    ? study.placebos(hash(series.key()), isOfGrain(series, grain, counts))
                    : List.of();
            for (StudiedEvent event : covered) {
                boolean isTested = event.isTestedFor(community);
                effects.add(
                        series.level().isWholeArea()
                                ? study.detailedEffect(event, isTested, compared, community, comparisons)
                                : study.effect(event, isTested, compared));
            }
            if (here.isPresent()) {
                latest = study.period(here.get().start(), compared);
            }
            placebos.addAll(compared);
        }
        return new SeriesEffects(series.key(), series.level(), effects, latest, placebos);
    }

    /**
     * Whether a week of a series, by its Monday, lies in no period that changed what is measured, and no event listed for its community is near: as for the dates
     * that effects are compared with.
     */
    public Predicate<LocalDate> quietWeeks(StudiedSeries series) {
        StudyRule weeks = StudyRule.of(Grain.WEEK);
        List<LocalDate> listed = listed(series)
                .map(event -> Grain.WEEK.startOf(event.responseFrom()))
                .toList();
        List<MeasurementChange> known = changesOf(series.key().communityCode());
        return monday -> {
            int first = (int) monday.toEpochDay();
            int last = first + Grain.WEEK.daysOf(monday) - 1;
            return known.stream().noneMatch(change -> !change.isBreak() && change.covers(first, last))
                    && listed.stream().noneMatch(event -> {
                        int distance = Grain.WEEK.between(event, monday);
                        return distance >= -weeks.quietBefore() && distance <= weeks.quietAfter();
                    });
        };
    }

    private List<MeasurementChange> changesOf(String community) {
        return changes.stream().filter(change -> change.concerns(community)).toList();
    }

    private Stream<StudiedEvent> concerning(StudiedSeries series) {
        return events.stream()
                .filter(event ->
                        event.concerns(series.key().areaCode(), series.level().isWholeArea()));
    }

    private Stream<StudiedEvent> listed(StudiedSeries series) {
        return concerning(series).filter(event -> event.isListedFor(series.key().communityCode()));
    }

    /** The latest period that is over, if the series covers it as a whole. */
    private static Optional<LatestPeriod> latestPeriod(StudiedSeries series) {
        TimeSeries finest = series.byDay().orElse(series.months());
        LocalDate lastDay = finest.startOf(finest.size()).minusDays(1);
        Grain grain = grain(series, LatestPeriod.of(finest.grain(), lastDay).start());
        LatestPeriod period = LatestPeriod.of(grain, lastDay);
        TimeSeries counts = grain == finest.grain() ? finest : series.months();
        return Optional.of(period).filter(of -> !of.start().isBefore(counts.start()));
    }

    private static IntPredicate isOfGrain(StudiedSeries series, Grain grain, TimeSeries counts) {
        return unit -> grain == Grain.MONTH || grain(series, counts.startOf(unit)) == grain;
    }

    /** Days where the source knows them, unless too many incidents of the baseline or the longest window are known only to the month. */
    private static Grain grain(StudiedSeries series, LocalDate from) {
        if (series.byDay().isEmpty()) {
            return Grain.MONTH;
        }
        StudyRule days = StudyRule.of(Grain.DAY);
        return isMonthly(series, from.minusDays(days.baseline()), from.minusDays(1))
                        || isMonthly(series, from, from.plusDays(days.response() - 1L))
                ? Grain.MONTH
                : Grain.DAY;
    }

    /**
     * Whether the weeks of a series can be judged: the source knows days, and of the last five years only few incidents are known to the month alone, which are in
     * no week.
     */
    public boolean isByDay(StudiedSeries series, LocalDate lastDay) {
        return series.byDay().isPresent() && !isMonthly(series, lastDay.minusYears(YEARS_OF_WEEKS), lastDay);
    }

    private static boolean isMonthly(StudiedSeries series, LocalDate first, LocalDate last) {
        TimeSeries months = series.months();
        int from = Math.max(0, months.indexOf(first));
        int to = Math.min(months.size(), months.indexOf(last) + 1);
        return to > from && series.monthOnly().sum(from, to) > MOST_MONTH_ONLY * months.sum(from, to);
    }

    /** A number of the series that differs from those of others: FNV-1a over what keys it. */
    private static long hash(SeriesKey key) {
        String text = String.join(
                "|", key.sourceCode(), key.dateBasis(), key.recordClass(), key.areaCode(), key.communityCode());
        long hash = HASH_START;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * HASH_FACTOR;
        }
        return hash;
    }
}
