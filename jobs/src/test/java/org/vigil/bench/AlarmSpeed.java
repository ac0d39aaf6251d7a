package org.vigil.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigil.alarm.AlarmSettings;
import org.vigil.alarm.AlarmWeek;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.series.StudiedSeries;

/** How long the newest eight weeks of ten-year series take in one thread. */
final class AlarmSpeed {
    private static final int TEN_YEARS = 522;
    private static final int GOAL_SERIES = 5_000;
    private static final double NANOSECONDS = 1e9;

    private AlarmSpeed() {}

    /** Prints CPU seconds for 5,000 series, from as many as the first argument says. */
    public static void main(String[] arguments) {
        int number = Integer.parseInt(arguments[0]);
        List<StudiedSeries> series = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            WeekSimulation kind = AlarmCalibration.UNDISTURBED.get(i % AlarmCalibration.UNDISTURBED.size());
            series.add(WeekSimulation.newest(kind.counts(TEN_YEARS, 1, i), TEN_YEARS));
        }
        for (int run = 1; run <= 3; run++) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            int alarms = 0;
            for (StudiedSeries one : series) {
                List<AlarmWeek> weeks =
                        SeriesAlarms.of(one, List.of(), AlarmSettings.STANDARD).weeks();
                alarms += Math.toIntExact(
                        weeks.stream().filter(AlarmWeek::isAlarm).count());
            }
            double seconds = (threads.getCurrentThreadCpuTime() - before) / NANOSECONDS;
            System.out.printf(
                    Locale.ROOT,
                    "run %d: %,d series, eight weeks each: %.2f CPU-s, %.1f CPU-s for %,d; %d alarms%n",
                    run,
                    number,
                    seconds,
                    seconds * GOAL_SERIES / number,
                    GOAL_SERIES,
                    alarms);
        }
    }
}
