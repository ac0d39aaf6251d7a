package org.vigil.nowcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

final class NowcastModelTest {
    private static final int ROWS = 40;
    private static final int DELAYS = 8;
    private static final int REPLAYS = 12;

    @ParameterizedTest
    @ValueSource(strings = {"nc_mid", "nc_low", "nc_zero_first"})
    void sharesOfDelaysAreThoseOfTheReference(String series) {
        DelayDistribution delays = delays(series);
        for (Row expected : rows("nowcast_delay_pmf.csv", series)) {
            assertEquals(
                    expected.number("pmf_baselinenowcast"),
                    delays.share(expected.integer("delay")),
                    1e-9,
                    series + expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nc_mid", "nc_low", "nc_zero_first"})
    void whatIsExpectedIsThatOfTheReference(String series) {
        ReportingTriangle triangle = triangle(series);
        DelayDistribution delays = delays(series);
        for (Row expected : rows("nowcast_expected.csv", series)) {
            int row = expected.integer("row") - 1;
            int horizon = triangle.horizon(row);
            assertEquals(expected.integer("horizon"), horizon);
            assertEquals(expected.integer("observed_so_far"), triangle.reported(row));
            double toAdd = delays.expected(triangle.reported(row), horizon, DELAYS - 1);
            assertEquals(expected.number("expected_to_add"), toAdd, 1e-9, series + expected);
        }
    }

    /** The reference's optimiser is coarse: ours has to be at least as likely. */
    @ParameterizedTest
    @ValueSource(strings = {"nc_mid", "nc_low", "nc_zero_first"})
    void sizesAreAtLeastAsLikelyAsThoseOfTheReference(String series) {
        Replays replays = Replays.of(triangle(series), NowcastModel.HISTORY_WEEKS, REPLAYS);
        assertEquals(series.equals("nc_zero_first") ? 5 : REPLAYS, replays.made());
        for (Row expected : rows("nowcast_expected.csv", series)) {
            List<Replays.Later> pairs = replays.byHorizon().get(expected.integer("horizon"));
            double theirs = ReplayedSpread.logLikelihood(pairs, expected.number("nb_size"));
            double ours = ReplayedSpread.logLikelihood(pairs, ReplayedSpread.mostLikelySize(pairs));
            assertTrue(ours >= theirs - 1e-6, series + expected + ": " + ours + " < " + theirs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nc_mid", "nc_low", "nc_zero_first"})
    void quantilesAreThoseOfTheReference(String series) {
        ReportingTriangle triangle = triangle(series);
        DelayDistribution delays = delays(series);
        for (Row expected : rows("nowcast_expected.csv", series)) {
            int row = expected.integer("row") - 1;
            int horizon = triangle.horizon(row);
            Nowcast nowcast = new Nowcast(
                    triangle.reported(row),
                    delays.expected(triangle.reported(row), horizon, DELAYS - 1),
                    expected.number("nb_size"));
            String message = series + expected;
            assertEquals(expected.number("q025"), (double) nowcast.interval95().lower(), 1, message);
            assertEquals(expected.number("q25"), (double) nowcast.quantile(0.25), 1, message);
            assertEquals(expected.number("median"), (double) nowcast.median(), 1, message);
            assertEquals(expected.number("q75"), (double) nowcast.quantile(0.75), 1, message);
            assertEquals(expected.number("q975"), (double) nowcast.interval95().upper(), 1, message);
        }
    }

    @Test
    void refusesWhereNothingIsRecordedInItsOwnWeek() {
        int[][] counts = new int[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            counts[row] = new int[] {0, 5, 2};
        }
        assertTrue(DelayDistribution.estimate(ReportingTriangle.of(counts)).isEmpty());
        assertTrue(NowcastModel.estimate(ReportingTriangle.of(counts)).isEmpty());
    }

    @Test
    void needsTwelveReplays() {
        assertTrue(NowcastModel.estimate(ReportingTriangle.of(SimulatedNowcasts.counts(1, 31, 20)))
                .isEmpty());
        assertTrue(NowcastModel.estimate(ReportingTriangle.of(SimulatedNowcasts.counts(1, 32, 20)))
                .isPresent());
    }

    @Test
    void aWeekWhoseLongestDelayHasPassedIsFinal() {
        NowcastModel model = NowcastModel.estimate(ReportingTriangle.of(SimulatedNowcasts.counts(3, 44, 20)))
                .orElseThrow();
        Nowcast nowcast = model.nowcast(17, DELAYS - 1);
        assertEquals(17, nowcast.median());
        assertEquals(17, nowcast.interval95().upper());
        assertEquals(1, model.delays().completeness(DELAYS - 1));
    }

    /** Whatever was taken back later than it came is set against shorter delays, and the number of the week stays. */
    @Test
    void setsWhatWasTakenBackAgainstShorterDelays() {
        ReportingTriangle triangle =
                ReportingTriangle.of(new int[][] {{4, 3, -2, 1}, {2, 2, -3, 0}, {5, 1, 9, 9}, {7, 9, 9, 9}});
        assertEquals("4 1 0 1", row(triangle, 0));
        assertEquals("1 0 0", row(triangle, 1));
        assertEquals("5 1", row(triangle, 2));
        assertEquals("7", row(triangle, 3));
    }

    @Test
    void spreadOfPairsWithoutAnyExpectationIsTheWidest() {
        assertEquals(
                ReplayedSpread.SMALLEST_SIZE,
                ReplayedSpread.mostLikelySize(List.of(new Replays.Later(0, 0), new Replays.Later(0, 0))),
                1e-12);
    }

    /** 200 replays of a simulated series: the 95 % interval holds the final number in 90 to 99 % at each horizon, up to what chance allows. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 40})
    void intervalsHoldTheFinalNumber(int mean) {
        SimulatedNowcasts coverage = SimulatedNowcasts.of(20231007L + mean, mean, 200);
        for (int horizon = 0; horizon < SimulatedNowcasts.HORIZONS; horizon++) {
            double share = coverage.covered(horizon);
            // Three standard errors of 200 replays below .90; discrete numbers may be covered more often than 95 %.
            assertTrue(
                    share >= 0.90 - 3 * Math.sqrt(0.9 * 0.1 / 200),
                    mean + " a week, horizon " + horizon + ": " + share);
            double error = coverage.meanError(horizon);
            assertTrue(Math.abs(error) <= Math.max(1, 0.1 * mean), mean + " a week, horizon " + horizon + ": " + error);
        }
        assertTrue(coverage.overall() >= 0.90 && coverage.overall() <= 0.995, mean + " a week: " + coverage.overall());
        assertTrue(coverage.nearShare() >= 0.9, mean + " a week: median near in " + coverage.nearShare());
    }

    private static String row(ReportingTriangle triangle, int row) {
        StringBuilder text = new StringBuilder();
        for (int delay = 0; delay <= triangle.maximumDelay() && triangle.isKnown(row, delay); delay++) {
            text.append(delay == 0 ? "" : " ").append(triangle.count(row, delay));
        }
        return text.toString();
    }

    private static DelayDistribution delays(String series) {
        return DelayDistribution.estimate(triangle(series).latest(NowcastModel.HISTORY_WEEKS))
                .orElseThrow();
    }

    private static ReportingTriangle triangle(String series) {
        int[][] counts = new int[ROWS][DELAYS];
        for (Row row : rows("nowcast_triangle.csv", series)) {
            if (!row.text("count").equals("NA")) {
                counts[row.integer("row") - 1][row.integer("delay")] = row.integer("count");
            }
        }
        return ReportingTriangle.of(counts);
    }

    private static List<Row> rows(String file, String series) {
        return ReferenceValues.of(file).stream()
                .filter(row -> row.text("series").equals(series))
                .toList();
    }
}
