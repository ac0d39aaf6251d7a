package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigil.event.CalibratedStudy.SeriesEstimates;
import org.vigil.event.Window.Kind;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;

/** Three and a half years of days from 2020 on, with an event in 2023. */
final class SeriesStudyTest {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int SIZE = 1300;
    private static final LocalDate EVENT = LocalDate.of(2023, 2, 6);
    private static final SimulatedSeries QUIET = new SimulatedSeries(2, 1.2, 0, 0, 0.03);

    @Test
    void measuresAKnownExcess() {
        int[] counts = quiet(1);
        int first = index(EVENT);
        for (int day = 0; day < 28; day++) {
            counts[first + day] += 4;
        }
        EventEffect effect = only(study(event("2023-02-06-a", EVENT, "jewish")).of(series(counts, "jewish")));
        Estimate estimate = estimate(effect, Kind.CUMULATIVE, 27);
        assertTrue(estimate.observed() - estimate.range().upper() <= 112
                && estimate.observed() - estimate.range().lower() >= 112);
        assertTrue(estimate.ratioLower() > 1);
        assertEquals(Verdict.ABOVE_USUAL, Verdict.of(estimate, Double.NaN));
        assertEquals(4, effect.blocks().duration(1).blocks());
        assertTrue(effect.isTested());
    }

    @Test
    void laterEventsAreComparedWithWhatWasUsualOutsideTheFirst() {
        int[] counts = quiet(2);
        LocalDate second = LocalDate.of(2023, 5, 8);
        for (int day = 0; day < 28; day++) {
            counts[index(EVENT) + day] += 20;
        }
        List<EventEffect> effects = study(
                        event("2023-02-06-a", EVENT, "jewish"), event("2023-05-08-b", second, "jewish"))
                .of(series(counts, "jewish"))
                .events();
        assertEquals(0, effects.get(0).baseline().leftOut());
        assertEquals(28, effects.get(1).baseline().leftOut());
        assertEquals(730, effects.get(1).baseline().units());
        double usual = estimate(effects.get(1), Kind.CUMULATIVE, 27).expected();
        List<EventEffect> unlisted = study(event("2023-02-06-a", EVENT, "sikh"), event("2023-05-08-b", second, "sikh"))
                .of(series(counts, "jewish"))
                .events();
        assertEquals(0, unlisted.get(1).baseline().leftOut());
        assertTrue(estimate(unlisted.get(1), Kind.CUMULATIVE, 27).expected() > usual);
    }

    @Test
    void weeksAreQuietOutsideOfFourBeforeAndEightAfterWhatIsListed() {
        SeriesStudy study = study(event("2023-02-06-a", EVENT.plusDays(3), "jewish"));
        Predicate<LocalDate> jewish = study.quietWeeks(series(quiet(1), "jewish"));
        assertTrue(jewish.test(EVENT.minusWeeks(5)) && jewish.test(EVENT.plusWeeks(9)));
        assertFalse(jewish.test(EVENT.minusWeeks(4)) || jewish.test(EVENT) || jewish.test(EVENT.plusWeeks(8)));
        assertTrue(study.quietWeeks(series(quiet(1), "muslim")).test(EVENT));
    }

    /** Eight holidays a year on which the number doubles, and one in the window. */
    @Test
    void holidaysAreUsualOnTheirDays() {
        int[] counts = quiet(1);
        List<Observance.Occurrence> occurrences = new ArrayList<>();
        for (int day = 10; day < SIZE; day += 45) {
            LocalDate date = START.plusDays(day);
            occurrences.add(new Observance.Occurrence(date, date, 0));
            counts[day] += 12;
        }
        Observance holidays = new Observance("Holidays", "jewish", occurrences);
        StudyCalendar calendar = new StudyCalendar(new TimeSeries(Grain.DAY, START, counts), List.of(holidays));
        int[] units = IntStream.range(0, 730).toArray();
        assertEquals(List.of(0), calendar.holidays(units));
        assertEquals(List.of(), calendar.holidays(Arrays.copyOf(units, 100)), "two are too few");
        StudyModel model = StudyRule.of(Grain.DAY).model(730).with(calendar.holidays(units));
        double[] column =
                calendar.columns(units, model, Double.POSITIVE_INFINITY).get(11);
        assertEquals(1, column[10]);
        assertEquals(16, Arrays.stream(column).sum());

        SeriesStudy study = study(event("2023-02-06-a", EVENT, "jewish"));
        double without = estimate(only(study.of(series(counts, "jewish"))), Kind.CUMULATIVE, 27)
                .expected();
        SeriesStudy observing = study.observing(HolidayCalendar.of(holidays));
        double with = estimate(only(observing.of(series(counts, "jewish"))), Kind.CUMULATIVE, 27)
                .expected();
        long inWindow = occurrences.stream()
                .filter(one -> !one.first().isBefore(EVENT) && one.first().isBefore(EVENT.plusDays(28)))
                .count();
        assertEquals(12 * (inWindow - 28.0 * 16 / 730), with - without, 2);
        assertEquals(
                without,
                estimate(only(observing.of(series(counts, "muslim"))), Kind.CUMULATIVE, 27)
                        .expected(),
                "of another community");
    }

    /** Rare incidents and one burst that no event is listed for: twelve terms fitted to it lead anywhere. */
    @Test
    void aBurstDoesNotRunAwayWithTheModel() {
        int estimates = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int[] counts = new int[SIZE];
            for (int day = 0; day < SIZE; day++) {
                counts[day] = random.nextDouble() < 0.02 ? 1 : 0;
            }
            int burst = index(EVENT) - 60 - random.nextInt(600);
            for (int i = 0; i < 40 + 40 * (seed % 3); i++) {
                counts[burst + random.nextInt(14)]++;
            }
            EventEffect effect =
                    only(study(event("2023-02-06-a", EVENT, "jewish")).of(series(counts, "jewish")));
            for (WindowEffect window : effect.windows()) {
                if (window.prediction() != null) {
                    Estimate estimate = Estimate.of(window.observed(), window.prediction(), 1);
                    assertTrue(
                            estimate.expected() < 1 || estimate.range().upper() >= estimate.expected(),
                            "seed " + seed + ": " + estimate);
                    assertTrue(estimate.expected() < 3 * 160, "seed " + seed + ": " + estimate);
                    estimates++;
                }
            }
        }
        assertTrue(estimates > 200);
    }

    @Test
    void aPeriodOfOneCommunityChangesNothingForOthers() {
        SeriesBreak gap = MadeUpBreak.of("test", EVENT.minusDays(300), EVENT.minusDays(100), false, "arab");
        SeriesStudy without = study(event("a", EVENT, "jewish"));
        SeriesStudy with =
                SeriesStudy.ofStudied(List.of(event("a", EVENT, "jewish")), List.of(gap), "london", List.of("test"));
        assertEquals(
                only(without.of(series(quiet(4), "jewish"))).windows(),
                only(with.of(series(quiet(4), "jewish"))).windows());
        assertFalse(with.quietWeeks(series(quiet(4), "arab")).test(EVENT.minusDays(203)));
        assertTrue(with.quietWeeks(series(quiet(4), "jewish")).test(EVENT.minusDays(203)));
    }

    @Test
    void theDaysOfABreakThatLastedAreInNoBaseline() {
        int[] counts = quiet(5);
        LocalDate last = EVENT.minusDays(150);
        LocalDate first = last.minusDays(199);
        Arrays.fill(counts, index(first), index(last) + 1, 0);
        SeriesBreak change = MadeUpBreak.of("test", first, last, true);
        EventEffect effect = only(
                SeriesStudy.ofStudied(List.of(event("a", EVENT, "jewish")), List.of(change), "london", List.of("test"))
                        .of(series(counts, "jewish")));
        double usual = estimate(effect, Kind.CUMULATIVE, 27).expected();
        double recent = 28.0
                / 149
                * IntStream.range(index(EVENT) - 149, index(EVENT))
                        .map(day -> counts[day])
                        .sum();
        assertEquals(recent, usual, 0.4 * recent);
    }

    @Test
    void windowsThatAreNotOverHaveAStatusAndNoFigure() {
        LocalDate late = START.plusDays(SIZE - 14);
        EventEffect effect = only(study(event("late", late, "jewish")).of(series(quiet(3), "jewish")));
        List<String> statuses = effect.windows().stream()
                .map(window -> window.window().kind().code() + " "
                        + window.window().last() + " " + window.status().code() + " " + (window.observed() >= 0))
                .toList();
        assertEquals(
                List.of(
                        "disjoint 6 ok true",
                        "disjoint 13 ok true",
                        "disjoint 27 partial false",
                        "disjoint 55 partial false",
                        "cumulative 6 ok true",
                        "cumulative 13 ok true",
                        "cumulative 27 partial false",
                        "cumulative 55 partial false"),
                statuses);
        assertTrue(effect.blocks().duration(1).isOpen()
                || effect.blocks().duration(1).blocks() == 0);
    }

    @Test
    void theLatestPeriodIsStudiedAsIfAnEventHadHappenedOnItsFirstDay() {
        StudiedSeries series = series(quiet(7), "jewish");
        LocalDate lastDay = START.plusDays(SIZE - 1);
        LocalDate monday = LocalDate.of(2023, 6, 26);
        assertEquals(LocalDate.of(2023, 7, 23), lastDay);
        EventEffect asEvent = only(study(event("a", monday, "sikh")).of(series));
        EventEffect latest = Objects.requireNonNull(
                study(event("b", EVENT, "sikh")).of(series).latest());
        assertEquals(1, latest.windows().size());
        WindowEffect headline = latest.windows().get(0);
        assertEquals(asEvent.headline().observed(), headline.observed());
        assertEquals(28, latest.baseline().leftOut(), "the four weeks before it");
        double usual = Objects.requireNonNull(headline.prediction()).expected();
        assertEquals(Objects.requireNonNull(asEvent.headline().prediction()).expected(), usual, 0.1 * usual);
        assertEquals(lastDay, latest.endOf(latest.windows().get(0).window()));
        EventEffect dayBefore = Objects.requireNonNull(study(event("b", EVENT, "sikh"))
                .of(series.until(lastDay.minusDays(1)))
                .latest());
        assertEquals(monday.minusWeeks(1), dayBefore.from());
        EventEffect ofMonths =
                Objects.requireNonNull(study().of(monthly(quiet(7))).latest());
        assertEquals(LocalDate.of(2023, 5, 1), ofMonths.from());
        assertNull(study().of(series.until(START.plusDays(20))).latest());
    }

    @Test
    void aSeriesOfMonthsIsStudiedByMonths() {
        int[] counts = quiet(4);
        StudiedSeries daily = series(counts, "jewish");
        int[] known = new int[daily.months().size()];
        Arrays.fill(known, 10);
        StudiedSeries mixed = new StudiedSeries(
                daily.key(),
                daily.level(),
                daily.byDay().orElseThrow(),
                daily.months(),
                new TimeSeries(Grain.MONTH, START, known));
        EventEffect effect = only(study(event("a", EVENT, "jewish")).of(mixed));
        assertEquals(Grain.MONTH, effect.grain());
        assertEquals(23.0 / 28, effect.exposure(), 1e-12);
        assertEquals(
                Grain.DAY, only(study(event("a", EVENT, "jewish")).of(daily)).grain());
    }

    @Test
    void eventsOfAdjacentMonthsAreOne() {
        StudiedSeries monthly = monthly(quiet(5));
        List<EventEffect> effects = study(
                        event("a", LocalDate.of(2023, 1, 20), "jewish"),
                        event("b", LocalDate.of(2023, 2, 6), "jewish"),
                        event("c", LocalDate.of(2023, 2, 10), "sikh"),
                        event("d", LocalDate.of(2023, 5, 10), "jewish"))
                .of(monthly)
                .events();
        assertEquals(List.of("a", "b"), effects.get(0).inseparable());
        assertEquals(effects.get(0).windows(), effects.get(1).windows());
        assertEquals(EffectStatus.NOT_SEPARABLE, effects.get(1).windows().get(0).status());
        assertEquals(List.of("c", "a", "b"), effects.get(2).inseparable());
        assertEquals(LocalDate.of(2023, 2, 10), effects.get(2).from());
        assertEquals(List.of(), effects.get(3).inseparable());
    }

    @Test
    void whereNothingWasRecordedTheLengthOfTheBaselineSaysWhatIsUsual() {
        int[] counts = new int[SIZE];
        counts[index(EVENT)] = 3;
        EventEffect effect = only(study(event("a", EVENT, "jewish")).of(series(counts, "jewish")));
        WindowEffect week = effect.windows().get(0);
        assertEquals(EffectStatus.ZERO_BASELINE, week.status());
        Estimate estimate = estimate(effect, Kind.DISJOINT, 6);
        assertEquals(0.5 * 7 / 730, estimate.expected(), 1e-12);
        assertEquals(0, estimate.range().upper());
        assertEquals(Verdict.TOO_FEW_TO_SAY, Verdict.of(estimate, Double.NaN));
    }

    @Test
    void noSeriesAndNoDateIsWithoutAStatus() {
        Random random = new Random(20_231_007);
        for (int round = 0; round < 40; round++) {
            int size = random.nextInt(SIZE);
            double mean = new double[] {0, 0.002, 0.02, 0.2, 30}[round % 5];
            int[] counts = mean == 0
                    ? new int[size]
                    : ints(new SimulatedSeries(mean, 3, 0.9, 0.8, -0.4).days(START, size, random));
            List<StudiedEvent> events = new ArrayList<>();
            for (int e = 0; e < 6; e++) {
                events.add(event("e" + e, START.plusDays(random.nextInt(SIZE)), e % 2 == 0 ? "jewish" : "muslim"));
            }
            SeriesStudy study = study(
                    List.of(
                            change("2021-03-01", null, true),
                            change("2021-09-10", "2022-02-01", false),
                            change("2022-10-05", null, true)),
                    events.toArray(StudiedEvent[]::new));
            SeriesEffects effects = study.of(series(counts, round % 2 == 0 ? "jewish" : "all"));
            boolean isEmpty = Arrays.stream(counts).sum() == 0;
            long covered = events.stream()
                    .filter(event -> !isEmpty)
                    .filter(event -> event.responseFrom().isBefore(START.plusDays(size)))
                    .count();
            assertEquals(covered, effects.events().size());
            for (EventEffect effect : effects.events()) {
                assertEquals(8, effect.windows().size());
                for (WindowEffect window : effect.windows()) {
                    assertEquals(window.status().hasEstimate(), window.prediction() != null, "round " + round);
                }
            }
            SeriesEstimates estimates = new CalibratedStudy(Calibration.of(List.of(effects))).of(effects);
            assertEquals(covered * 8, EffectFamilies.judge(List.of(estimates)).size());
        }
    }

    @Test
    void theOrderOfSeriesAndEventsChangesNothing() {
        List<StudiedSeries> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(series(
                    quiet(10 + i), List.of("jewish", "muslim", "sikh", "black").get(i)));
        }
        StudiedEvent[] events = {event("a", EVENT, "jewish"), event("b", EVENT.plusDays(40), "muslim")};
        List<SeriesEffects> forwards = all.stream().map(study(events)::of).toList();
        List<StudiedSeries> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        List<SeriesEffects> backwards = new ArrayList<>(
                reversed.stream().map(study(events[1], events[0])::of).toList());
        Collections.reverse(backwards);
        Calibration first = Calibration.of(forwards);
        Calibration second = Calibration.of(backwards);
        assertEquals(first.findings(), second.findings());
        for (int i = 0; i < all.size(); i++) {
            assertEquals(forwards.get(i).events(), backwards.get(i).events());
        }
        assertTrue(forwards.get(3).placebos().get(0).size() >= Placebos.LEAST);
        SeriesEffects plain = study(events).withoutPlacebos().of(all.get(0));
        assertEquals(List.of(), plain.placebos());
        for (int window = 0; window < 8; window++) {
            assertEquals(
                    plain.events().get(0).windows().get(window).prediction(),
                    forwards.get(0).events().get(0).windows().get(window).prediction());
        }
        assertTrue(forwards.get(0).events().get(0).windows().get(0).placeboP() > 0);
    }

    @Test
    void weeksHaveAsManyTermsAsTheirHistoryAllows() {
        TimeSeries weeks =
                QUIET.days(LocalDate.of(2020, 1, 6), 7 * 180, new Random(8)).weeks();
        StudyRule rule = StudyRule.of(Grain.WEEK);
        GrainStudy study = new GrainStudy(rule, weeks, List.of(), List.of(), "jewish", List.of());
        List<String> found = new ArrayList<>();
        for (int history : List.of(25, 26, 52, 170)) {
            LocalDate date = weeks.startOf(history);
            EventEffect effect = study.effect(event("w", date, "jewish"), true, List.of());
            found.add(history + " " + effect.windows().get(0).status().code() + " "
                    + effect.baseline().units() + " " + effect.baseline().isWeak());
        }
        assertEquals(
                List.of(
                        "25 insufficient_history 0 true",
                        "26 reduced_model 26 true",
                        "52 ok 52 false",
                        "170 ok 156 false"),
                found);
        assertEquals(new StudyModel(false, 1, false), rule.model(77));
        assertEquals(new StudyModel(false, 1, true), rule.model(78));
        assertEquals(new StudyModel(false, 2, true), rule.model(104));
    }

    @Test
    void studiesNothingThatDoesNotConcernTheSeries() {
        StudiedEvent inTexas =
                new StudiedEvent("t", EVENT, List.of("black"), List.of("black"), EventScope.US_STATE, List.of("TX"));
        assertTrue(inTexas.reaches("us-states") && !inTexas.reaches("london"));
        assertTrue(inTexas.concerns("TX", false) && inTexas.concerns("US", true) && !inTexas.concerns("CA", false));
        StudiedEvent inLondon = event("l", EVENT, "jewish");
        assertTrue(inLondon.reaches("london") && !inLondon.reaches("nyc"));
        assertTrue(inLondon.concerns("E09000007", false));
    }

    @Test
    void anEventForAnyRaceOrFaithIsListedForAllOfThem() {
        StudiedEvent any = event("x", EVENT, "racist-and-religious");
        assertTrue(any.isListedFor("muslim") && any.isListedFor("black") && any.isListedFor("all"));
        assertTrue(!any.isListedFor("gay") && !any.isTestedFor("muslim"));
        assertTrue(!event("j", EVENT, "jewish").isListedFor("faith"));
        assertTrue(any.isGroundedFor("all") && !any.isGroundedFor("muslim"));
    }

    @Test
    void windowsHaveNoPredictionBeforeEnoughHistory() {
        EventEffect early =
                only(study(event("a", START.plusDays(364), "jewish")).of(series(quiet(6), "jewish")));
        assertEquals(EffectStatus.INSUFFICIENT_HISTORY, early.windows().get(0).status());
        assertNull(early.windows().get(0).prediction());
        EventEffect enough =
                only(study(event("a", START.plusDays(365), "jewish")).of(series(quiet(6), "jewish")));
        assertEquals(EffectStatus.OK, enough.windows().get(0).status());
    }

    private static Estimate estimate(EventEffect effect, Kind kind, int last) {
        WindowEffect window = effect.windows().stream()
                .filter(one -> one.window().kind() == kind && one.window().last() == last)
                .findFirst()
                .orElseThrow();
        return Estimate.of(window.observed(), Objects.requireNonNull(window.prediction()), 1);
    }

    private static EventEffect only(SeriesEffects effects) {
        assertEquals(1, effects.events().size());
        return effects.events().get(0);
    }

    private static SeriesStudy study(StudiedEvent... events) {
        return study(List.of(), events);
    }

    private static SeriesStudy study(List<SeriesBreak> breaks, StudiedEvent... events) {
        return SeriesStudy.ofStudied(List.of(events), breaks, "london", List.of("test"));
    }

    private static SeriesBreak change(String start, @Nullable String end, boolean isBreak) {
        return MadeUpBreak.of("test", LocalDate.parse(start), end == null ? null : LocalDate.parse(end), isBreak);
    }

    private static StudiedEvent event(String id, LocalDate from, String community) {
        return new StudiedEvent(id, from, List.of(community), List.of(community), EventScope.LONDON, List.of());
    }

    private static int[] quiet(long seed) {
        return ints(QUIET.days(START, SIZE, new Random(seed)));
    }

    private static int[] ints(TimeSeries series) {
        return Arrays.stream(series.counts()).mapToInt(count -> (int) count).toArray();
    }

    private static int index(LocalDate day) {
        return (int) (day.toEpochDay() - START.toEpochDay());
    }

    private static StudiedSeries monthly(int[] days) {
        StudiedSeries daily = series(days, "jewish");
        return new StudiedSeries(daily.key(), daily.level(), null, daily.months(), daily.monthOnly());
    }

    private static StudiedSeries series(int[] days, String community) {
        TimeSeries daily = new TimeSeries(Grain.DAY, START, days);
        int whole = Grain.MONTH.between(START, START.plusDays(days.length));
        int[] months = new int[whole];
        for (int month = 0; month < whole; month++) {
            LocalDate first = START.plusMonths(month);
            months[month] = (int) daily.sum(daily.indexOf(first), daily.indexOf(first.plusMonths(1)));
        }
        return new StudiedSeries(
                new SeriesKey("test", "occurred", "crime", "E09000007", community),
                SeriesLevel.BOROUGH,
                daily,
                new TimeSeries(Grain.MONTH, START, months),
                new TimeSeries(Grain.MONTH, START, new int[whole]));
    }
}
