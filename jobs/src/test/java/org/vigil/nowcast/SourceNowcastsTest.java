package org.vigil.nowcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

final class SourceNowcastsTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final int CELLS = 16;

    @Test
    void aSparseCommunityHasTheDelaysOfAll() {
        WeeklyReports all = reports(1, 60, 40);
        WeeklyReports sparse = reports(2, 60, 1);
        SourceNowcasts nowcasts = SourceNowcasts.of(all);
        WeekNowcast ofAll = last(nowcasts.ofAll(all));
        WeekNowcast ofSparse = last(nowcasts.ofCommunity(sparse));
        assertEquals(NowcastStatus.OK, ofAll.status());
        assertEquals(NowcastStatus.REDUCED_MODEL, ofSparse.status());
        assertEquals(ofAll.completeness(), ofSparse.completeness());
        assertEquals(
                ofAll.estimate().orElseThrow().size(),
                ofSparse.estimate().orElseThrow().size());
    }

    @Test
    void aCommunityWithEnoughIncidentsHasItsOwn() {
        WeeklyReports all = reports(1, 60, 40);
        SourceNowcasts nowcasts = SourceNowcasts.of(all);
        WeekNowcast own = last(nowcasts.ofCommunity(reports(2, 60, 20)));
        assertEquals(NowcastStatus.OK, own.status());
        assertNotEquals(last(nowcasts.ofAll(all)).completeness(), own.completeness());
    }

    @Test
    void aCommunityTakenUpLatelyHasTheDelaysOfAll() {
        WeeklyReports young = new WeeklyReports(MONDAY.plusWeeks(50), cells(2, 10, 20));
        List<WeekNowcast> weeks = SourceNowcasts.of(reports(1, 60, 40)).ofCommunity(young);
        assertEquals(NowcastStatus.REDUCED_MODEL, last(weeks).status());
        assertEquals(MONDAY.plusWeeks(59), last(weeks).week());
    }

    @Test
    void tooFewWeeksAreListedWithoutEstimates() {
        WeeklyReports all = reports(1, 31, 40);
        SourceNowcasts nowcasts = SourceNowcasts.of(all);
        List<WeekNowcast> weeks = nowcasts.ofAll(all);
        assertEquals(8, weeks.size());
        assertEquals(NowcastStatus.INSUFFICIENT_HISTORY, last(weeks).status());
        assertTrue(last(weeks).estimate().isEmpty());
        assertNull(last(weeks).completeness());
        assertFalse(nowcasts.completeness().isKnown());
        assertTrue(nowcasts.completeness().firstIncompleteWeek().isEmpty());
    }

    @Test
    void nothingInItsOwnWeekIsNoBasis() {
        int[][] late = cells(1, 60, 40);
        for (int[] week : late) {
            week[1] += week[0];
            week[0] = 0;
        }
        WeeklyReports all = new WeeklyReports(MONDAY, late);
        assertEquals(
                NowcastStatus.ZERO_BASELINE,
                last(SourceNowcasts.of(all).ofAll(all)).status());
    }

    @Test
    void looksAsFarAheadAsNinetyNineInAHundredDelays() {
        // 98 without delay, 1 after three weeks, 1 after more than fourteen: the quantile is 3.
        assertEquals(3, MaximumDelay.of(each(60, 98, 3)));
        // 2 of 100 after more than fourteen weeks: as far as it goes.
        assertEquals(14, MaximumDelay.of(each(60, 98, CELLS - 1)));
        // Everything in its own week: one week ahead at least.
        assertEquals(1, MaximumDelay.of(each(60, 98, 0)));
        // Weeks that are not old enough do not count, nor do fewer than a hundred incidents.
        assertEquals(8, MaximumDelay.of(each(14, 98, 3)));
    }

    @Test
    void modelsSeeWeeksThatAreCompleteEnough() {
        WeeklyReports all = reports(1, 60, 40);
        Completeness completeness = SourceNowcasts.of(all).completeness();
        LocalDate lastWeek = all.week(59);
        LocalDate incomplete = completeness.firstIncompleteWeek().orElseThrow();
        assertTrue(completeness.isEnough(incomplete.minusWeeks(1)));
        assertFalse(completeness.isEnough(incomplete));
        assertFalse(completeness.isEnough(lastWeek));
        assertEquals(0, completeness.of(lastWeek.plusWeeks(1)));
        assertEquals(1, completeness.of(lastWeek.minusWeeks(50)));
        TimeSeries weeks = new TimeSeries(Grain.WEEK, MONDAY, new int[62]);
        assertEquals(
                incomplete,
                completeness
                        .completePart(weeks)
                        .startOf(completeness.completePart(weeks).size()));
        TimeSeries days = new TimeSeries(Grain.DAY, MONDAY, new int[62 * 7 - 3]);
        assertEquals(
                incomplete,
                completeness
                        .completePart(days)
                        .startOf(completeness.completePart(days).size()));
        TimeSeries months = new TimeSeries(Grain.MONTH, MONDAY, new int[15]);
        TimeSeries whole = completeness.completePart(months);
        assertFalse(whole.startOf(whole.size()).isAfter(incomplete));
        assertTrue(whole.startOf(whole.size() + 1).isAfter(incomplete));
    }

    @Test
    void everyWeekCountsWhereDelaysAreNotKnown() {
        TimeSeries weeks = new TimeSeries(Grain.WEEK, MONDAY, new int[5]);
        assertEquals(5, Completeness.notKnown().completePart(weeks).size());
    }

    @Test
    void anEstimateIsNoReasonToRefuse() {
        assertEquals(
                "The status OK is no reason to refuse",
                assertThrows(IllegalArgumentException.class, () -> SourceNowcasts.refused(NowcastStatus.OK))
                        .getMessage());
    }

    /** In each week so many without delay, one with the delay given and one with the longest. */
    private static WeeklyReports each(int weeks, int atOnce, int delay) {
        int[][] cells = new int[weeks][CELLS];
        for (int[] week : cells) {
            week[0] = atOnce;
            week[delay]++;
            week[delay == 0 ? 0 : CELLS - 1]++;
        }
        return new WeeklyReports(MONDAY, cells);
    }

    private static WeeklyReports reports(long seed, int weeks, int mean) {
        return new WeeklyReports(MONDAY, cells(seed, weeks, mean));
    }

    /** As known at the end of the last week. */
    private static int[][] cells(long seed, int weeks, int mean) {
        int[][] cells = SimulatedNowcasts.counts(seed, weeks, mean);
        for (int week = 0; week < weeks; week++) {
            cells[week] = Arrays.copyOf(cells[week], CELLS);
            Arrays.fill(cells[week], Math.min(CELLS, weeks - week), CELLS, 0);
        }
        return cells;
    }

    private static WeekNowcast last(List<WeekNowcast> weeks) {
        return weeks.get(weeks.size() - 1);
    }
}
