package org.vigil.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import org.vigil.nowcast.SimulatedNowcasts;

/** What the models say of simulated series in which nothing happens, and of weeks that are raised: tables for the documents. */
final class CalibrationBench {
    private static final int WEEKS = 8;
    /** Incidents a week of series whose recent weeks are estimated. */
    private static final List<Integer> NOWCAST_MEANS = List.of(2, 10, 40);

    private final int series;
    private final long seed;
    private final PrintStream out;

    /**
     * @param series at least so many over all kinds of a table of alarms or of nowcasts, and of each kind of a table of events
     * @param seed same seed, same figures
     */
    CalibrationBench(int series, long seed, PrintStream out) {
        this.series = series;
        this.seed = seed;
        this.out = out;
    }

    int run() {
        int kinds = AlarmCalibration.UNDISTURBED.size();
        AlarmCalibration alarms = new AlarmCalibration((series + kinds - 1) / kinds, WEEKS, seed);
        out.printf("### Weeks in alarm, %,d series, %d weeks of each, seed %d%n%n", series, WEEKS, seed);
        out.println(alarms.falseAlarmTable());
        out.printf("### Raised weeks in alarm, %,d series of each kind%n%n", series);
        out.println(new AlarmCalibration(series, 1, seed).powerTable());
        out.printf("### Windows without an event inside their 95 %% interval, %,d series of each kind%n%n", series);
        out.println(EventCoverage.table(series, seed));
        int replays = (series + NOWCAST_MEANS.size() - 1) / NOWCAST_MEANS.size();
        out.printf("### Final numbers of recent weeks, %,d replays of each kind%n%n", replays);
        out.println(nowcasts(replays));
        return 0;
    }

    private String nowcasts(int replays) {
        List<String> horizons = IntStream.range(0, SimulatedNowcasts.HORIZONS)
                .mapToObj(horizon -> "horizon " + horizon)
                .toList();
        MarkdownTable table = new MarkdownTable("incidents a week", horizons);
        for (int mean : NOWCAST_MEANS) {
            SimulatedNowcasts nowcasts = SimulatedNowcasts.of(seed + mean, mean, replays);
            List<Integer> all =
                    IntStream.range(0, SimulatedNowcasts.HORIZONS).boxed().toList();
            table.addShares(
                    mean + ", inside the interval",
                    all.stream().map(nowcasts::covered).toList());
            table.addShares(
                    mean + ", median within 1 or 10 %",
                    all.stream().map(nowcasts::near).toList());
            table.addDifferences(
                    mean + ", median less final number, mean",
                    all.stream().map(nowcasts::meanError).toList());
        }
        return table.toString();
    }
}
