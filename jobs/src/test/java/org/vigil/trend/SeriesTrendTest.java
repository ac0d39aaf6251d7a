package org.vigil.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigil.trend.ComparabilityTest.at;
import static org.vigil.trend.ComparabilityTest.with;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.release.CellStatus;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.series.StudiedSeries;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.SeasonalDecomposition;
import org.vigil.statistics.StlSettings;

final class SeriesTrendTest {
    private static final SeriesKey KEY = new SeriesKey("police", "recorded", "crime", "london", "all");
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2100, 1, 1);
    private static final Comparability UNBROKEN = with();

    /** Of a level of 40 a week, 30 % more in summer: the level is found, and the season has the sign of the time of year. */
    @Test
    void tellsLevelFromSeasonAndChance() {
        SplittableRandom random = new SplittableRandom(7);
        SeriesTrend trend = SeriesTrend.of(
                daily(5 * 365, day -> poisson(random, 40 / 7.0 * (1 - 0.3 * Math.cos(2 * Math.PI * day / 365.25)))),
                UNBROKEN,
                NEVER);
        for (MonthTrend month : trend.months().subList(1, trend.months().size() - 1)) {
            TrendLevel level = Objects.requireNonNull(month.level());
            assertEquals(TrendMethod.SEASONAL_TREND, level.method());
            assertEquals(Grain.WEEK, level.unit());
            assertEquals(40, level.level(), 4, month.month() + "");
            switch (month.month().getMonthValue()) {
                case 12, 1 -> assertTrue(level.seasonal() < -0.4, month.month() + "");
                case 6, 7 -> assertTrue(level.seasonal() > 0.4, month.month() + "");
                default -> assertTrue(Math.abs(level.seasonal()) < 1.5, month.month() + "");
            }
        }
    }

    /** March 2021 has the weeks of 1, 8, 15, 22 March; the Thursday of the next is 1 April. */
    @Test
    void aMonthHasTheWeeksOfItsThursdays() {
        SplittableRandom random = new SplittableRandom(8);
        StudiedSeries series = daily(3 * 365, day -> poisson(random, 5));
        TimeSeries weeks = series.byWeek().orElseThrow();
        double[] roots =
                Arrays.stream(weeks.counts()).map(y -> Math.sqrt(y + 0.375)).toArray();
        SeasonalDecomposition whole = SeasonalDecomposition.of(roots, StlSettings.periodic(52));
        int from = weeks.indexOf(LocalDate.of(2021, 3, 1));
        TrendLevel march = levelOf(SeriesTrend.of(series, UNBROKEN, NEVER), "2021-03-01");
        assertEquals(IntStream.range(from, from + 4).mapToDouble(whole::trend).sum() / 4, march.trend(), 1e-12);
        assertEquals(
                IntStream.range(from, from + 4).mapToDouble(whole::seasonal).sum() / 4, march.seasonal(), 1e-12);
        assertEquals(
                IntStream.range(from, from + 4)
                                .mapToDouble(i -> whole.trend(i) * whole.trend(i) - 0.125)
                                .sum()
                        / 4,
                march.level(),
                1e-12);
    }

    /** 2 a week: one on every Monday and Friday. */
    @Test
    void averagesAQuarterWhereCountsAreSmall() {
        StudiedSeries series = daily(3 * 365, day -> {
            int weekday = START.plusDays(day).getDayOfWeek().getValue();
            return weekday == 1 || weekday == 5 ? 1 : 0;
        });
        SeriesTrend trend = SeriesTrend.of(series, UNBROKEN, NEVER);
        TrendLevel level = levelOf(trend, "2021-06-01");
        assertEquals(TrendMethod.CENTRED_MEAN, level.method());
        assertEquals(2, level.level(), 1e-12);
        assertFalse(level.hasComponents());
        // Six weeks at either end have no quarter around them.
        assertEquals("[x]", statusOf(trend, "2020-02-01"));
        assertEquals("", statusOf(trend, "2020-03-01"));
        assertEquals("[x]", statusOf(trend, "2022-11-01"));
        assertEquals("", statusOf(trend, "2022-10-01"));
    }

    @Test
    void whereNothingWasEverRecordedThereIsNoTrend() {
        assertEquals(
                List.of(), SeriesTrend.of(daily(900, day -> 0), UNBROKEN, NEVER).months());
        SeriesTrend once = SeriesTrend.of(daily(900, day -> day == 899 ? 1 : 0), UNBROKEN, NEVER);
        assertEquals(0, levelOf(once, "2021-06-01").level(), 0.05);
    }

    /** What happens behind a break changes nothing before it, and the other way round. */
    @Test
    void noLevelReachesAcrossABreak() {
        Comparability broken = with(at("2023-02-15"));
        IntUnaryOperator low = day -> 3 + day % 3;
        IntUnaryOperator high = day -> 30 + day % 5;
        LocalDate breakDay = LocalDate.of(2023, 2, 15);
        int before = Math.toIntExact(ChronoUnit.DAYS.between(START, breakDay));
        SeriesTrend lowThroughout = SeriesTrend.of(daily(6 * 365, low), broken, NEVER);
        SeriesTrend highThroughout = SeriesTrend.of(daily(6 * 365, high), broken, NEVER);
        SeriesTrend step = SeriesTrend.of(
                daily(6 * 365, day -> day < before ? low.applyAsInt(day) : high.applyAsInt(day)), broken, NEVER);
        for (int m = 0; m < step.months().size(); m++) {
            MonthTrend month = step.months().get(m);
            if (month.month().equals(LocalDate.of(2023, 2, 1))) {
                assertNull(month.level());
                assertEquals("[b]", CellStatus.text(month.levelStatus()));
            } else {
                SeriesTrend same = month.month().isBefore(breakDay) ? lowThroughout : highThroughout;
                assertEquals(same.months().get(m).level(), month.level(), month.month() + "");
            }
        }
        assertEquals(levelOf(highThroughout, "2024-06-01"), levelOf(step, "2024-06-01"), "well behind the break");
        assertEquals(TrendMethod.SEASONAL_TREND, levelOf(step, "2024-06-01").method());
    }

    @Test
    void aStretchOfTwoYearsOrLessHasAMeanAndNoSeason() {
        StudiedSeries series = daily(6 * 365, day -> 9);
        SeriesTrend trend = SeriesTrend.of(series, with(at("2024-05-01")), NEVER);
        assertEquals(TrendMethod.SEASONAL_TREND, levelOf(trend, "2023-06-01").method());
        assertEquals(TrendMethod.CENTRED_MEAN, levelOf(trend, "2025-03-01").method());
        assertEquals(63, levelOf(trend, "2025-03-01").level(), 1e-12);
    }

    /** Weeks to come can be of any size: the level of a final month does not hear of them, and a provisional one has none. */
    @Test
    void seesFinalWeeksOnly() {
        LocalDate provisionalFrom = LocalDate.of(2023, 4, 2);
        int settled = Math.toIntExact(ChronoUnit.DAYS.between(START, provisionalFrom));
        IntUnaryOperator usual = day -> 5 + day % 4;
        SeriesTrend whole = SeriesTrend.of(daily(1300, usual), UNBROKEN, provisionalFrom);
        SeriesTrend falling = SeriesTrend.of(
                daily(1300, day -> day < settled ? usual.applyAsInt(day) : 0), UNBROKEN, provisionalFrom);
        assertEquals(levelOf(whole, "2023-02-01"), levelOf(falling, "2023-02-01"));
        // The Sunday of the last week of March, 2 April, is provisional; March itself is final.
        assertEquals("[p]", statusOf(whole, "2023-03-01"));
        assertEquals("", CellStatus.text(monthOf(whole, "2023-03-01").ofMonth().countStatus()));
        assertEquals("[p]", statusOf(whole, "2023-04-01"));
        assertEquals(
                "[p]", CellStatus.text(monthOf(whole, "2023-04-01").ofMonth().countStatus()));
    }

    @Test
    void decomposesMonthsWhereOnlyMonthsAreKnown() {
        SeriesTrend trend = SeriesTrend.of(monthly(48, m -> 50 + (m % 12 == 6 ? 40 : 0)), UNBROKEN, NEVER);
        TrendLevel july = levelOf(trend, "2022-07-01");
        assertEquals(Grain.MONTH, july.unit());
        assertEquals(TrendMethod.SEASONAL_TREND, july.method());
        assertTrue(july.seasonal() > 2 && july.level() < 60, july + "");
        TrendLevel mean = levelOf(SeriesTrend.of(monthly(48, m -> m % 3), UNBROKEN, NEVER), "2022-07-01");
        assertEquals(new TrendLevel(TrendMethod.CENTRED_MEAN, Grain.MONTH, 1, 0, 0), mean);
    }

    @Test
    void goesByMonthsWhereManyIncidentsAreKnownOnlyToTheMonth() {
        StudiedSeries days = daily(3 * 365, day -> 10);
        TimeSeries months = days.months();
        assertEquals(Grain.WEEK, unitWith(days, new int[months.size()]));
        int[] few = new int[months.size()];
        few[5] = Math.toIntExact(months.sum(0, months.size()) / 20);
        assertEquals(Grain.WEEK, unitWith(days, few));
        few[5] += 1000;
        assertEquals(Grain.MONTH, unitWith(days, few));
    }

    @Test
    void aSeriesShorterThanAMonthHasNoMonths() {
        StudiedSeries series = daily(20, day -> 1);
        assertEquals(0, series.months().size());
        assertEquals(0, SeriesTrend.of(series, UNBROKEN, NEVER).months().size());
        assertEquals(
                0,
                SeriesTrend.of(series, UNBROKEN, LocalDate.of(2019, 1, 1))
                        .months()
                        .size());
    }

    /** What travels to another machine and back says the same. */
    @Test
    void saysTheSameElsewhere() throws Exception {
        StudiedSeries series = daily(4 * 365, day -> 2 + day % 7);
        Comparability broken = with(at("2021-02-15"));
        SeriesTrend here = SeriesTrend.of(series, broken, NEVER);
        assertEquals(here, copy(SeriesTrend.of(copy(series), copy(broken), NEVER)));
    }

    private static Grain unitWith(StudiedSeries days, int[] monthOnly) {
        StudiedSeries series = new StudiedSeries(
                KEY,
                SeriesLevel.WHOLE_AREA_TOTAL,
                days.byDay().orElseThrow(),
                days.months(),
                new TimeSeries(Grain.MONTH, days.months().start(), monthOnly));
        return levelOf(SeriesTrend.of(series, UNBROKEN, NEVER), "2021-06-01").unit();
    }

    private static MonthTrend monthOf(SeriesTrend trend, String month) {
        return trend.months().stream()
                .filter(one -> one.month().equals(LocalDate.parse(month)))
                .findFirst()
                .orElseThrow();
    }

    private static TrendLevel levelOf(SeriesTrend trend, String month) {
        return Objects.requireNonNull(monthOf(trend, month).level(), month);
    }

    private static String statusOf(SeriesTrend trend, String month) {
        return CellStatus.text(monthOf(trend, month).levelStatus());
    }

    private static StudiedSeries daily(int days, IntUnaryOperator counts) {
        int[] byDay = IntStream.range(0, days).map(counts).toArray();
        TimeSeries series = new TimeSeries(Grain.DAY, START, byDay);
        int months = Grain.MONTH.between(START, START.plusDays(days));
        int[] byMonth = new int[months];
        for (int m = 0; m < months; m++) {
            int from = series.indexOf(START.plusMonths(m));
            byMonth[m] = Math.toIntExact(series.sum(from, series.indexOf(START.plusMonths(m + 1L))));
        }
        return new StudiedSeries(
                KEY,
                SeriesLevel.WHOLE_AREA_TOTAL,
                series,
                new TimeSeries(Grain.MONTH, START, byMonth),
                new TimeSeries(Grain.MONTH, START, new int[months]));
    }

    private static StudiedSeries monthly(int months, IntUnaryOperator counts) {
        TimeSeries series = new TimeSeries(
                Grain.MONTH, START, IntStream.range(0, months).map(counts).toArray());
        return new StudiedSeries(KEY, SeriesLevel.WHOLE_AREA_TOTAL, null, series, series);
    }

    /** Knuth's method: how many uniform numbers can be multiplied before their product falls below e to the minus mean. */
    private static int poisson(SplittableRandom random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
