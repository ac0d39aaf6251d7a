package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.geography.Geography;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.Prediction;

/** Four years of days from 2019 on in the whole of London, with an event in 2022. */
final class DetailStudyTest {
    private static final LocalDate START = LocalDate.of(2019, 1, 1);
    private static final int SIZE = 1461;
    private static final LocalDate EVENT = LocalDate.of(2022, 3, 9);
    private static final int FIRST = (int) (EVENT.toEpochDay() - START.toEpochDay());
    private static final int HEADLINE = 28;

    @Test
    void theCurveIsOfTheSameModelAsTheWindows() {
        EventEffect effect = study(event("e", EVENT, "jewish"))
                .of(series("jewish", drawn(3, day -> 1, 1)))
                .events()
                .get(0);
        List<CurveUnit> curve = detail(effect).curve();
        assertEquals(160, curve.size());
        List<CurveUnit> weeks =
                curve.stream().filter(unit -> unit.grain() == Grain.WEEK).toList();
        assertEquals(EVENT.minusDays(56), weeks.get(0).start());
        assertEquals(EVENT.plusDays(83), weeks.get(19).end());
        assertEquals(effect.windows().get(0).prediction(), weeks.get(8).prediction());
        assertEquals(effect.windows().get(1).prediction(), weeks.get(9).prediction());
        for (CurveUnit week : weeks) {
            List<CurveUnit> days = curve.stream()
                    .filter(unit -> unit.grain() == Grain.DAY
                            && !unit.start().isBefore(week.start())
                            && !unit.start().isAfter(week.end()))
                    .toList();
            assertEquals(7, days.size());
            assertEquals(
                    week.observed(),
                    days.stream().mapToLong(CurveUnit::observed).sum());
            assertEquals(
                    expected(week),
                    days.stream().mapToDouble(DetailStudyTest::expected).sum(),
                    1e-9);
        }
    }

    @Test
    void whatIsUsualStopsGrowingEightWeeksAfterTheEvent() {
        int[] counts = IntStream.range(0, SIZE)
                .map(day -> (int) Math.round(40 * Math.exp(0.7 * day / 365.25)))
                .toArray();
        List<CurveUnit> weeks = weeks(study(event("e", EVENT, "jewish")).of(series("jewish", counts)));
        double growth = Math.exp(0.7 * 7 / 365.25);
        assertEquals(growth, expected(weeks.get(15)) / expected(weeks.get(14)), 1e-3);
        assertEquals(1, expected(weeks.get(19)) / expected(weeks.get(18)), 1e-3);
    }

    @Test
    void theWindowBeforeIsThatOfAnEventSoMuchEarlier() {
        int[] counts = drawn(3, day -> day >= FIRST - HEADLINE && day < FIRST ? 2 : 1, 2);
        SeriesStudy study = study(event("e", EVENT, "jewish"));
        EventEffect effect = study.of(series("jewish", counts)).events().get(0);
        EventEffect earlier = study(event("e", EVENT.minusDays(HEADLINE), "jewish"))
                .of(series("jewish", counts))
                .events()
                .get(0);
        CountedWindow before = Objects.requireNonNull(detail(effect).preTrend());
        assertEquals(prediction(earlier).expected(), before.prediction().expected(), 1e-9);
        assertEquals(prediction(earlier).totalVariance(), before.prediction().totalVariance(), 1e-9);
        assertEquals(earlier.headline().observed(), before.observed());
        assertTrue(Estimate.of(before.observed(), before.prediction(), 1).twoSidedP() < 0.001);
        EventEffect quiet =
                study.of(series("jewish", drawn(3, day -> 1, 2))).events().get(0);
        CountedWindow quietBefore = Objects.requireNonNull(detail(quiet).preTrend());
        assertTrue(
                Estimate.of(quietBefore.observed(), quietBefore.prediction(), 1).twoSidedP() > 0.05);
    }

    @Test
    void aHalfLifeIsFoundWhereThereIsOne() {
        IntToDoubleFunction fading = day -> day < FIRST ? 1 : 1 + 1.5 * Math.pow(2, -(day - FIRST) / 9.0);
        SeriesStudy study = study(event("e", EVENT, "jewish"));
        int held = 0;
        for (int seed = 0; seed < 10; seed++) {
            StudiedSeries one = series("jewish", drawn(6, fading, seed));
            Decay decay =
                    Objects.requireNonNull(detail(study.of(one).events().get(0)).decay());
            System.out.println(decay);
            held += decay.lower() < 9 && decay.upper() > 9 ? 1 : 0;
        }
        assertTrue(held >= 8, "held " + held + " times");
        StudiedSeries clear = series("jewish", drawn(6, fading, 0));
        StudiedEvent event = event("e", EVENT, "jewish");
        assertNotNull(detailed(List.of(clear), event).get(0).estimated().decay());
        // Chance alone makes a clear course of this one; where there is no effect it is not stated.
        StudiedSeries flat = series("jewish", drawn(20, day -> 1, 3));
        EventDetail byChance = detail(study.of(flat).events().get(0));
        assertNotNull(byChance.decay());
        assertNull(EstimatedDetail.of(byChance, 1, 1, false).decay());
        StudiedSeries daily = series("jewish", drawn(6, fading, 3));
        StudiedSeries monthly = new StudiedSeries(daily.key(), daily.level(), null, daily.months(), daily.monthOnly());
        EventDetail ofMonths = detail(study.of(monthly).events().get(0));
        assertNull(ofMonths.decay());
        assertEquals(13, ofMonths.curve().size());
        assertEquals(LocalDate.of(2021, 9, 1), ofMonths.curve().get(0).start());
    }

    /** The level of recording wanders; it rises by half for everyone at the event, or half of that with three times as many of one community. */
    @Test
    void aRiseThatAnotherSeriesSharesIsNoRiseGivenThatSeries() {
        IntToDoubleFunction level = day -> Math.exp(0.35 * Math.sin(day / 23.0) + 0.25 * Math.sin(day / 41.0));
        IntToDoubleFunction shared = day -> day < FIRST ? level.applyAsDouble(day) : 1.5 * level.applyAsDouble(day);
        int[] other = drawn(30, shared, 5);
        StudiedEvent[] events = {event("e", EVENT, "jewish")};
        StudiedSeries comparison = series("transgender", other);
        EventEffect moved = comparedEffect(series("jewish", drawn(10, shared, 4)), comparison, events);
        CountedWindow given = comparison(moved).window();
        double ratio = moved.headline().observed() / prediction(moved).expected();
        double givenRatio = given.observed() / given.prediction().expected();
        assertTrue(ratio > 1.35 && givenRatio > 0.85 && givenRatio < 1.15, ratio + " " + givenRatio);
        assertTrue(given.prediction().totalVariance() < prediction(moved).totalVariance());
        IntToDoubleFunction own = day -> (day < FIRST ? 1 : 3) * shared.applyAsDouble(day);
        CountedWindow raised = comparison(comparedEffect(series("jewish", drawn(10, own, 4)), comparison, events))
                .window();
        assertEquals(3, raised.observed() / raised.prediction().expected(), 0.5);
    }

    @Test
    void theComparisonIsTheLargestThatTheEventIsNotListedFor() {
        List<StudiedSeries> all = List.of(
                series("racist-and-religious", drawn(40, day -> 1, 6)),
                series("faith", drawn(30, day -> 1, 7)),
                series("jewish", drawn(5, day -> 1, 8)),
                series("muslim", drawn(9, day -> 1, 9)),
                series("black", drawn(4, day -> 1, 10)),
                series("disability", drawn(3, day -> 1, 11)),
                series("not-stated", drawn(50, day -> 1, 12)));
        SeriesStudy study = study(event("e", EVENT, "jewish"), event("f", EVENT.plusDays(1), "muslim"))
                .comparedWith(all);
        List<String> compared = new ArrayList<>();
        for (StudiedSeries one : all) {
            EventDetail detail = detail(study.of(one).events().get(0));
            compared.add(one.key().communityCode() + " with "
                    + (detail.comparison() == null ? "none" : comparison(detail).communityCode()));
        }
        // That an event near by is tested for Muslims rules them out, too.
        assertEquals(
                List.of(
                        "racist-and-religious with disability",
                        "faith with black",
                        "jewish with black",
                        "muslim with black",
                        "black with disability",
                        "disability with black",
                        "not-stated with black"),
                compared);
        StudiedSeries total = new StudiedSeries(
                new SeriesKey("test", "occurred", "crime", "E12000007", "all"),
                SeriesLevel.WHOLE_AREA_TOTAL,
                all.get(0).days(),
                all.get(0).months(),
                all.get(0).monthOnly());
        assertNull(detail(study.of(total).events().get(0)).comparison());
    }

    @Test
    void aComparisonThatReactedItselfIsNone() {
        int[] other = drawn(30, day -> day < FIRST ? 1 : 1.6, 5);
        List<StudiedSeries> all = List.of(series("jewish", drawn(10, day -> 1, 4)), series("transgender", other));
        DetailedEffect reacted = detailed(all, event("e", EVENT, "jewish")).get(0);
        assertTrue(reacted.comparisonP().orElseThrow() < 0.05);
        assertNotNull(reacted.estimated().compared());
        assertEquals(Optional.empty(), reacted.compared());
        List<StudiedSeries> still = List.of(all.get(0), series("transgender", drawn(30, day -> 1, 5)));
        DetailedEffect quiet = detailed(still, event("e", EVENT, "jewish")).get(0);
        assertTrue(quiet.comparisonP().orElseThrow() >= 0.05);
        assertEquals(quiet.estimated().compared(), quiet.compared().orElseThrow());
    }

    /** Boroughs in which the same community rose to twice its usual number, one in which hardly any is usual, and a whole that is pooled with none of them. */
    @Test
    void poolsTheBoroughsInWhichEnoughIsUsual() {
        IntToDoubleFunction twice = day -> day < FIRST ? 1 : 2;
        List<StudiedSeries> all = new ArrayList<>(List.of(series("jewish", drawn(30, twice, 20))));
        for (int borough = 2; borough <= 9; borough++) {
            int[] counts = drawn(borough == 5 ? 0.05 : 3, twice, 20 + borough);
            all.add(series("E0900000" + borough, "jewish", counts));
            all.add(series("E0900000" + borough, "muslim", drawn(3, day -> 1, 40 + borough)));
        }
        DetailedEffect found = detailed(all, event("e", EVENT, "jewish")).get(0);
        assertEquals(7, found.pooledAreas());
        double mean = Math.exp(found.pooled().orElseThrow().mean());
        assertEquals(2, mean, 0.25);
        assertTrue(found.pooled().orElseThrow().lower() > 0);
        DetailedEffect few =
                detailed(all.subList(0, 4), event("e", EVENT, "jewish")).get(0);
        assertEquals(2, few.pooledAreas());
        assertEquals(Optional.empty(), few.pooled());
    }

    @Test
    void placebosAreThoseOfTheEmpiricalP() {
        SeriesStudy study =
                SeriesStudy.ofStudied(List.of(event("e", EVENT, "jewish")), List.of(), "london", List.of("test"));
        SeriesEffects effects = study.of(series("jewish", drawn(3, day -> 1, 1)));
        EventEffect effect = effects.events().get(0);
        PlaceboSteps steps = Objects.requireNonNull(detail(effect).placebos());
        assertEquals(
                effect.headline().placebos(),
                steps.counts().stream().mapToInt(Integer::intValue).sum());
        double scaled = Placebos.scaled(effect.headline().observed(), prediction(effect));
        assertEquals((int) Math.floor(2 * scaled), steps.own());
        Placebos placebos = effects.placebos().stream()
                .filter(one -> one.window().isHeadline())
                .findFirst()
                .orElseThrow();
        long near = IntStream.range(0, placebos.size())
                .filter(i -> placebos.scaled()[i] >= -0.5 && placebos.scaled()[i] < 0)
                .filter(i -> placebos.units()[i] + HEADLINE <= FIRST || placebos.units()[i] >= FIRST + 56)
                .count();
        assertEquals(near, steps.counts().get(-1 - PlaceboSteps.LOWEST).longValue());
        assertEquals(
                List.of(-8, -8, -1, 0, 16, 16),
                IntStream.range(0, 6)
                        .mapToObj(i -> PlaceboSteps.of(new double[] {-99, -3.9, -0.01, 0.49, 8, 99}[i]))
                        .toList());
        EventEffect alone = study.withoutPlacebos()
                .of(series("jewish", drawn(3, day -> 1, 1)))
                .events()
                .get(0);
        assertNull(detail(alone).placebos());
        int[] units = new int[Placebos.LEAST];
        Placebos few = Placebos.of(Window.headline(Grain.DAY), START, units.length, 1);
        assertTrue(few.steps(0, 100, 101).isPresent()
                && few.first(units.length - 1).steps(0, 100, 101).isEmpty());
    }

    @Test
    void noSeriesAndNoEventStopsTheStudyAndTheOrderChangesNothing() {
        Random random = new Random(20_170_603);
        for (int round = 0; round < 10; round++) {
            int size = random.nextInt(SIZE);
            double mean = new double[] {0, 0.003, 0.02, 0.3, 30}[round % 5];
            List<StudiedSeries> all = new ArrayList<>();
            for (String community : List.of("jewish", "muslim", "transgender")) {
                all.add(series(community, Arrays.copyOf(drawn(mean, day -> 1 + day % 3, random.nextLong()), size)));
            }
            List<StudiedEvent> events = new ArrayList<>();
            for (int e = 0; e < 6; e++) {
                LocalDate from = EVENT.plusDays(random.nextInt(150) - 100L);
                events.add(event("e" + e, from, e % 2 == 0 ? "jewish" : "muslim"));
            }
            List<SeriesBreak> breaks = List.of(change("2020-03-01", null), change("2022-04-10", "2022-06-02"));
            SeriesStudy study = study(breaks, events).comparedWith(all);
            Collections.shuffle(events, random);
            List<StudiedSeries> reversed = new ArrayList<>(all);
            SeriesStudy other = copy(study(breaks, events).comparedWith(reversed));
            for (StudiedSeries one : all) {
                SeriesEffects effects = study.of(one);
                assertEquals(effects.events(), copy(other.of(one)).events(), "round " + round);
                SeriesEstimates estimates = new CalibratedStudy(Calibration.of(List.of(effects))).of(effects);
                List<DetailedEffect> detailed = DetailedEffects.of(List.of(estimates), Geography.load("london"));
                assertEquals(effects.events().size(), detailed.size());
                for (DetailedEffect effect : detailed) {
                    EventDetail detail = effect.estimated().detail();
                    assertEquals(160, detail.curve().size());
                    assertEquals(4, detail.shape().size());
                    for (int i = 0; i < 160; i++) {
                        assertEquals(
                                detail.curve().get(i).prediction() == null,
                                effect.estimated().bands().get(i) == null);
                    }
                }
            }
        }
    }

    private static EventEffect comparedEffect(StudiedSeries studied, StudiedSeries comparison, StudiedEvent... events) {
        return study(events)
                .comparedWith(List.of(studied, comparison))
                .of(studied)
                .events()
                .get(0);
    }

    private static List<DetailedEffect> detailed(List<StudiedSeries> all, StudiedEvent... events) {
        SeriesStudy study = study(events).comparedWith(all);
        List<SeriesEffects> effects = all.stream().map(study::of).toList();
        CalibratedStudy calibrated = new CalibratedStudy(Calibration.of(effects));
        return DetailedEffects.of(effects.stream().map(calibrated::of).toList(), Geography.load("london"));
    }

    private static List<CurveUnit> weeks(SeriesEffects effects) {
        return detail(effects.events().get(0)).curve().stream()
                .filter(unit -> unit.grain() == Grain.WEEK)
                .toList();
    }

    private static EventDetail detail(EventEffect effect) {
        return Objects.requireNonNull(effect.detail());
    }

    private static Comparison comparison(EventEffect effect) {
        return comparison(detail(effect));
    }

    private static Comparison comparison(EventDetail detail) {
        return Objects.requireNonNull(detail.comparison());
    }

    private static Prediction prediction(EventEffect effect) {
        return Objects.requireNonNull(effect.headline().prediction());
    }

    private static double expected(CurveUnit unit) {
        return Objects.requireNonNull(unit.prediction()).expected();
    }

    private static SeriesStudy study(StudiedEvent... events) {
        return study(List.of(), List.of(events));
    }

    private static SeriesStudy study(List<SeriesBreak> breaks, List<StudiedEvent> events) {
        return SeriesStudy.ofStudied(events, breaks, "london", List.of("test")).withoutPlacebos();
    }

    private static SeriesBreak change(String start, @Nullable String end) {
        return MadeUpBreak.of("test", LocalDate.parse(start), end == null ? null : LocalDate.parse(end), end == null);
    }

    private static StudiedEvent event(String id, LocalDate from, String community) {
        return new StudiedEvent(id, from, List.of(community), List.of(community), EventScope.LONDON, List.of());
    }

    /** Days of counts around a level, drawn at random with a variance of 1.2 times the mean. */
    private static int[] drawn(double mean, IntToDoubleFunction level, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, SIZE)
                .map(day -> mean == 0
                        ? 0
                        : new SimulatedSeries(mean * level.applyAsDouble(day), 1.2, 0, 0, 0)
                                .days(START, 1, random)
                                .count(0))
                .toArray();
    }

    private static StudiedSeries series(String community, int[] days) {
        return series("E12000007", community, days);
    }

    private static StudiedSeries series(String area, String community, int[] days) {
        TimeSeries daily = new TimeSeries(Grain.DAY, START, days);
        int[] months = new int[Grain.MONTH.between(START, START.plusDays(days.length))];
        for (int month = 0; month < months.length; month++) {
            LocalDate first = START.plusMonths(month);
            months[month] = (int) daily.sum(daily.indexOf(first), daily.indexOf(first.plusMonths(1)));
        }
        return new StudiedSeries(
                new SeriesKey("test", "occurred", "crime", area, community),
                area.startsWith("E12") ? SeriesLevel.WHOLE_AREA : SeriesLevel.BOROUGH,
                daily,
                new TimeSeries(Grain.MONTH, START, months),
                new TimeSeries(Grain.MONTH, START, new int[months.length]));
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static <T> T copy(T original) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
            out.flush();
            return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
