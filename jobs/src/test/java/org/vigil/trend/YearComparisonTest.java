package org.vigil.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.vigil.trend.ComparabilityTest.at;
import static org.vigil.trend.ComparabilityTest.with;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigil.release.CellStatus;
import org.vigil.report.text.Comparison;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

final class YearComparisonTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2100, 1, 1);
    private static final Comparability UNBROKEN = with();

    /** Limits from scipy.stats.beta.ppf: p / (1 − p) of the share 74 / 136. */
    @Test
    void comparesAMonthWithTheSameOfTheYearBefore() {
        int[] counts = filled(13, 40);
        counts[0] = 62;
        counts[12] = 74;
        YearComparison found = YearComparison.of(series(counts), 12, 1, UNBROKEN, NEVER);
        assertEquals(74L, found.count());
        assertEquals(62L, found.yearBefore());
        assertEquals(Set.of(), found.changeStatus());
        PercentChange change = Objects.requireNonNull(found.change());
        assertEquals(100.0 * 12 / 62, change.percent(), 1e-12);
        assertEquals(-15.9838064446, change.lower95(), 1e-8);
        assertEquals(70.0532360999, change.upper95(), 1e-8);
    }

    @Test
    void comparesTwelveMonthsWithTheTwelveBefore() {
        int[] counts = IntStream.range(0, 25).map(m -> m < 13 ? 10 : 15).toArray();
        YearComparison found = YearComparison.of(series(counts), 24, 12, UNBROKEN, NEVER);
        assertEquals(180L, found.count());
        assertEquals(120L, found.yearBefore());
        PercentChange change = Objects.requireNonNull(found.change());
        assertEquals(50, change.percent(), 1e-12);
        assertEquals(18.4043016887, change.lower95(), 1e-8);
        assertEquals(90.5886740272, change.upper95(), 1e-8);
    }

    @Test
    void hasNoChangeWhereTheSeriesStartsLater() {
        TimeSeries series = series(filled(24, 20));
        assertComparison(YearComparison.of(series, 11, 1, UNBROKEN, NEVER), 20L, "", null, "[x]");
        assertComparison(YearComparison.of(series, 10, 12, UNBROKEN, NEVER), null, "[x]", null, "[x]");
        assertComparison(YearComparison.of(series, 11, 12, UNBROKEN, NEVER), 240L, "", null, "[x]");
        assertComparison(YearComparison.of(series, 22, 12, UNBROKEN, NEVER), 240L, "", null, "[x]");
        YearComparison whole = YearComparison.of(series, 23, 12, UNBROKEN, NEVER);
        assertEquals(240L, whole.yearBefore());
        assertEquals(0, Objects.requireNonNull(whole.change()).percent());
    }

    @Test
    void givesNoChangeFromFewerThanTwentyAndMarksThoseBelowFifty() {
        assertEquals("none [u]", change(400, 19));
        assertEquals("none [u]", change(0, 0));
        assertEquals("given [u]", change(400, 20));
        assertEquals("given [u]", change(0, 400));
        assertEquals("given [u]", change(400, 49));
        assertEquals("given [u]", change(49, 400));
        assertEquals("given ", change(50, 50));
    }

    @Test
    void asksForTheSameBaseAsTheReport() {
        assertEquals(Comparison.SMALLEST_BASE, YearComparison.MINIMUM_BASE);
    }

    /** None of 30 a year before: the limit from scipy.stats.beta.ppf(.975, 1, 30). */
    @Test
    void aFallToNothingHasALimit() {
        PercentChange change = PercentChange.of(0, 30);
        assertEquals(-100, change.percent());
        assertEquals(-100, change.lower95());
        assertEquals(-86.9157818527, change.upper95(), 1e-8);
    }

    @Test
    void comparesNothingAcrossABreak() {
        TimeSeries series = series(filled(40, 60));
        Comparability broken = with(at("2024-02-28"));
        int january = 24;
        int february = 25;
        int march = 26;
        assertComparison(YearComparison.of(series, january, 1, broken, NEVER), 60L, "", 60L, "");
        assertComparison(YearComparison.of(series, february, 1, broken, NEVER), 60L, "[b]", 60L, "[b]");
        assertComparison(YearComparison.of(series, march, 1, broken, NEVER), 60L, "", 60L, "[b]");
        assertComparison(YearComparison.of(series, february + 12, 1, broken, NEVER), 60L, "", 60L, "[b]");
        assertComparison(YearComparison.of(series, march + 12, 1, broken, NEVER), 60L, "", 60L, "");
        assertComparison(YearComparison.of(series, march + 10, 12, broken, NEVER), 720L, "[b]", 720L, "[b]");
        assertComparison(YearComparison.of(series, march + 11, 12, broken, NEVER), 720L, "", 720L, "[b]");
    }

    @Test
    void givesNoChangeWhileAPeriodIsProvisional() {
        TimeSeries series = series(filled(30, 60));
        LocalDate lastDayOfMay = LocalDate.of(2024, 5, 31);
        assertComparison(YearComparison.of(series, 27, 12, UNBROKEN, lastDayOfMay), 720L, "", 720L, "");
        assertComparison(YearComparison.of(series, 28, 12, UNBROKEN, lastDayOfMay), 720L, "[p]", 720L, "[p]");
        assertComparison(YearComparison.of(series, 28, 1, UNBROKEN, lastDayOfMay), 60L, "[p]", 60L, "[p]");
    }

    private static void assertComparison(
            YearComparison found,
            @Nullable Long count,
            String countStatus,
            @Nullable Long yearBefore,
            String changeStatus) {
        assertEquals(count, found.count());
        assertEquals(countStatus, CellStatus.text(found.countStatus()));
        assertEquals(yearBefore, found.yearBefore());
        assertEquals(changeStatus, CellStatus.text(found.changeStatus()));
        if (!changeStatus.isEmpty()) {
            assertNull(found.change());
        } else {
            assertEquals(0, Objects.requireNonNull(found.change()).percent());
        }
    }

    private static String change(int count, int before) {
        int[] counts = filled(13, 0);
        counts[0] = before;
        counts[12] = count;
        YearComparison found = YearComparison.of(series(counts), 12, 1, UNBROKEN, NEVER);
        return (found.change() == null ? "none " : "given ") + CellStatus.text(found.changeStatus());
    }

    private static int[] filled(int months, int count) {
        int[] counts = new int[months];
        Arrays.fill(counts, count);
        return counts;
    }

    private static TimeSeries series(int[] counts) {
        return new TimeSeries(Grain.MONTH, START, counts);
    }
}
