package org.vigil.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.CountDistribution;

final class SeriesAlarmsTest {
    private static final LocalDate MONDAY = LocalDate.of(2018, 1, 1);
    private static final int NEWEST = 8;

    @ParameterizedTest
    @CsvSource({
        "0, 1, insufficient_history",
        "5, 1, insufficient_history",
        "6, 1, short_history",
        "6, 0, zero_baseline",
        "25, 1, short_history",
        "25, 3, insufficient_history",
        "26, 3, medium_history",
        "26, 0, zero_baseline",
        "156, 3, medium_history",
        "165, 3, ok",
        "165, 0, zero_baseline",
        "400, 3, ok"
    })
    void historyDecidesOnTheModel(int history, int level, String status) {
        AlarmWeek last = last(alarms(weekly(history + 1, week -> level)));
        assertEquals(status, last.status().code());
        assertEquals(!status.equals("insufficient_history"), last.hasBound());
    }

    @Test
    void aFewIncidentsInYearsMakeAReducedModel() {
        assertEquals(
                ModelStatus.REDUCED_MODEL,
                last(alarms(weekly(300, week -> week % 60 == 0 ? 1 : 0))).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 110, 400})
    void whatLiesBeforeABreakOrInItsWeekChangesNothing(int weeksSince) {
        int size = 260 + weeksSince;
        int broken = size - weeksSince - 1;
        BreakPeriod period = new BreakPeriod(
                MONDAY.plusWeeks(broken).plusDays(2), MONDAY.plusWeeks(broken).plusDays(2));
        IntUnaryOperator after = week -> 1 + week * 7919 % 4 / 2;
        List<AlarmWeek> one = alarms(weekly(size, week -> week <= broken ? 0 : after.applyAsInt(week)), period);
        List<AlarmWeek> other =
                alarms(weekly(size, week -> week <= broken ? 400 + week : after.applyAsInt(week)), period);
        assertEquals(one, other);
        assertTrue(last(one).baselineWeeks() < weeksSince, () -> last(one).toString());
        assertEquals(2, last(one).expected(), 1, "expected as since the break");
    }

    @Test
    void theWeekOfABreakHasNoHistory() {
        BreakPeriod period = new BreakPeriod(MONDAY.plusWeeks(299), MONDAY.plusWeeks(299));
        assertEquals(
                ModelStatus.INSUFFICIENT_HISTORY,
                last(alarms(weekly(300, week -> 1), period)).status());
    }

    @Test
    void aBreakToComeChangesNothing() {
        StudiedSeries series = weekly(300, week -> week % 5);
        BreakPeriod later = new BreakPeriod(MONDAY.plusWeeks(300), MONDAY.plusWeeks(300));
        assertEquals(alarms(series), alarms(series, later));
    }

    @Test
    void countsTheWeeksOfAnAlarmBeforeThoseThatAreJudged() {
        // Ten weeks at four times the level: 26 are left out of the baseline, so none of them is learnt.
        List<AlarmWeek> weeks = alarms(weekly(300, week -> week < 290 ? 10 + week % 3 : 44));
        assertEquals(
                List.of(3, 4, 5, 6, 7, 8, 9, 10),
                weeks.stream().map(AlarmWeek::weeksInAlarm).toList());
        assertEquals(Optional.of(AlarmPhase.CONTINUING), last(weeks).phase());
    }

    @Test
    void theFirstWeekOfAnAlarmIsNew() {
        AlarmWeek last = last(alarms(weekly(300, week -> week < 299 ? 10 + week % 3 : 44)));
        assertEquals(Optional.of(AlarmPhase.NEW), last.phase());
        assertTrue(last.p() < 1e-6 && last.score() > 3, last::toString);
        // About 11 expected, hardly ever above 18.
        assertEquals(26.0, (double) last.leastExcess(), 1);
    }

    @Test
    void fewerThanFiveInFourWeeksAreNoAlarm() {
        AlarmWeek four = last(alarms(weekly(300, week -> week == 299 ? 4 : week % 60 == 0 ? 1 : 0)));
        AlarmWeek five = last(alarms(weekly(300, week -> week == 299 ? 5 : week % 60 == 0 ? 1 : 0)));
        assertTrue(four.count() > four.upper(), four::toString);
        assertFalse(four.isAlarm());
        assertTrue(five.isAlarm());
    }

    @Test
    void aWeekThatIsNotOverCountsWhatIsKnownAndHasNoBound() {
        int[] days = new int[300 * 7 + 3];
        Arrays.fill(days, 1);
        List<AlarmWeek> weeks = alarms(daily(MONDAY, days));
        AlarmWeek last = last(weeks);
        assertEquals(NEWEST + 1, weeks.size());
        assertEquals(MONDAY.plusWeeks(300), last.monday());
        assertEquals(3, last.count());
        assertEquals(ModelStatus.PARTIAL, last.status());
        assertFalse(last.hasBound() || last.isAlarm());
        assertEquals(7, weeks.get(NEWEST - 1).count());
    }

    @Test
    void aSourceOfMonthsHasNoWeeks() {
        TimeSeries months = new TimeSeries(Grain.MONTH, MONDAY, new int[48]);
        StudiedSeries series = new StudiedSeries(key(), SeriesLevel.WHOLE_AREA, null, months, months);
        assertEquals(List.of(), alarms(series));
    }

    /** M, φ, both variances of M and the factor of Student's t written out for a model of nothing but a mean. */
    @Test
    void mediumHistoryWithoutSeasonIsThePredictionOfAMean() {
        int[] counts = IntStream.range(0, 45).map(week -> 3 + week * 31 % 7).toArray();
        AlarmWeek last = last(alarms(weekly(45, week -> counts[week])));
        double[] baseline = Arrays.stream(counts, 0, 40).asDoubleStream().toArray();
        double mean = Arrays.stream(baseline).average().orElseThrow();
        double[] gaps = Arrays.stream(baseline).map(count -> count - mean).toArray();
        double phi1 = Math.max(1, Arrays.stream(gaps).map(gap -> gap * gap).sum() / mean / 39);
        double phi2 = Math.max(1, blocks(gaps, 2) / (2 * mean) / 19);
        double phi4 = Math.max(1, blocks(gaps, 4) / (4 * mean) / 9);
        double lagged = 0;
        for (int lag = 0; lag <= 4; lag++) {
            double products = 0;
            for (int i = lag; i < gaps.length; i++) {
                products += gaps[i] * gaps[i - lag];
            }
            lagged += (lag == 0 ? 1 : 2) * (1 - lag / 5.0) * products;
        }
        double ofMean = Math.max(Math.max(phi1, phi4) * mean / 40, lagged / 1600);
        double t = TDistribution.of(39).inverseCumulativeProbability(0.975) / 1.959963984540054;
        double variance = (Math.max(phi1, phi2) * mean + ofMean) * t * t;
        CountDistribution prediction = CountDistribution.ofVariance(mean, variance);

        assertEquals(40, last.baselineWeeks());
        assertEquals(mean, last.expected(), 1e-9);
        assertEquals(Math.max(1, variance / mean), last.dispersion(), 1e-9);
        assertEquals((double) prediction.quantile(0.995), last.upper());
        assertEquals((double) prediction.quantile(0.975), last.upper95());
        assertEquals(prediction.atLeast(counts[44]), last.p(), 1e-12);
    }

    private static double blocks(double[] gaps, int length) {
        double sum = 0;
        for (int end = gaps.length; end >= length; end -= length) {
            double block = Arrays.stream(gaps, end - length, end).sum();
            sum += block * block;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyWeekOfAnySeriesHasAStatus(long seed) {
        Random random = new Random(seed);
        int[] days = new int[random.nextInt(1400)];
        int chance = 1 + random.nextInt(20);
        for (int day = random.nextInt(days.length + 1); day < days.length; day++) {
            days[day] = random.nextInt(chance) == 0 ? random.nextInt(9) : 0;
        }
        LocalDate start = MONDAY.plusDays(random.nextInt(7));
        BreakPeriod period = new BreakPeriod(start.plusDays(400), start.plusDays(400 + random.nextInt(60)));
        List<AlarmWeek> weeks = SeriesAlarms.of(daily(start, days), List.of(period), AlarmSettings.WHOLE_HISTORY)
                .weeks();
        assertEquals(
                Arrays.stream(days).sum(),
                weeks.stream().mapToLong(AlarmWeek::count).sum(),
                "no incident is in no week");
        for (AlarmWeek week : weeks) {
            assertTrue(!week.hasBound() || (week.p() >= 0 && week.p() <= 1), week::toString);
            assertTrue(!week.isAlarm() || week.count() > week.upper95(), week::toString);
            assertTrue(!week.isAlarm() || week.leastExcess() > 0, week::toString);
            assertEquals(week.isAlarm(), week.weeksInAlarm() > 0);
        }
        List<AlarmWeek> newest = alarms(daily(start, days), period);
        assertEquals(
                weeks.subList(weeks.size() - newest.size(), weeks.size()), newest, "the same weeks, fewer asked for");
    }

    private static List<AlarmWeek> alarms(StudiedSeries series, BreakPeriod... breaks) {
        return SeriesAlarms.of(series, List.of(breaks), AlarmSettings.STANDARD).weeks();
    }

    @Test
    void weeksThatAreNotCompleteAreJudgedButNotLearntFrom() {
        StudiedSeries young = weekly(14, week -> week < 10 ? 1 : 0);
        LocalDate completeTo = MONDAY.plusWeeks(10).minusDays(1);
        List<AlarmWeek> weeks = SeriesAlarms.of(young, List.of(), AlarmSettings.STANDARD.withCompleteTo(completeTo))
                .weeks();
        assertEquals(8, weeks.size());
        assertEquals(10, last(weeks).baselineWeeks());
        assertEquals(10.5 / 10, last(weeks).expected(), 1e-9);
        assertEquals(12, last(alarms(young)).baselineWeeks());
        StudiedSeries older = weekly(60, week -> week < 50 ? 8 : 0);
        AlarmSettings known =
                AlarmSettings.STANDARD.withCompleteTo(MONDAY.plusWeeks(50).minusDays(1));
        assertEquals(50, last(SeriesAlarms.of(older, List.of(), known).weeks()).baselineWeeks());
        assertEquals(55, last(alarms(older)).baselineWeeks());
    }

    private static AlarmWeek last(List<AlarmWeek> weeks) {
        return weeks.get(weeks.size() - 1);
    }

    private static StudiedSeries weekly(int weeks, IntUnaryOperator count) {
        int[] days = new int[weeks * 7];
        for (int week = 0; week < weeks; week++) {
            days[week * 7 + week % 7] = count.applyAsInt(week);
        }
        return daily(MONDAY, days);
    }

    private static StudiedSeries daily(LocalDate start, int[] days) {
        TimeSeries noMonths = new TimeSeries(Grain.MONTH, MONDAY, new int[0]);
        return new StudiedSeries(
                key(), SeriesLevel.WHOLE_AREA, new TimeSeries(Grain.DAY, start, days), noMonths, noMonths);
    }

    private static SeriesKey key() {
        return new SeriesKey("made-up", "occurred", "crime", "whole", "jewish");
    }
}
