package org.vigil.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.vigil.alarm.AlarmSettings;
import org.vigil.alarm.AlarmWeek;
import org.vigil.alarm.SeriesAlarms;
import org.vigil.event.SimulatedSeries;
import org.vigil.event.SimulatedStudy;
import org.vigil.series.StudiedSeries;

/**
 * CPU seconds that the models take, in one thread after a first round, and beside it, where R and its package are installed, what R's {@code surveillance}
 * takes for the same weeks of the same series.
 */
final class ModelBench {
    private static final int TEN_YEARS = 522;
    private static final int NEWEST = 8;
    private static final int ALARM_SERIES = 5_000;
    private static final int AREAS = 33;
    private static final int COMMUNITIES = 20;
    private static final int EVENTS = 15;
    private static final int HISTORY_DAYS = 3_653;
    /** Series a package of R takes a second for are not waited for all. */
    private static final int PEER_SERIES = 60;

    private static final double NANOSECONDS = 1e9;
    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final Path RSCRIPT = Path.of("/usr/bin/Rscript");

    private final int runs;
    private final long seed;
    private final Path folder;
    private final PrintStream out;

    ModelBench(int runs, long seed, Path folder, PrintStream out) {
        this.runs = runs;
        this.seed = seed;
        this.folder = folder;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "Java %s, load %.1f; CPU seconds, median of %d runs in a warm process%n%n",
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                runs);
        MarkdownTable table = new MarkdownTable("what", List.of("CPU seconds", "goal", "alarms"));
        alarms(table);
        events(table);
        out.println(table);
        return 0;
    }

    private void alarms(MarkdownTable table) throws IOException, InterruptedException {
        List<int[]> counts = new ArrayList<>();
        for (int i = 0; i < ALARM_SERIES; i++) {
            List<WeekSimulation> kinds = AlarmCalibration.UNDISTURBED;
            counts.add(kinds.get(i % kinds.size()).counts(TEN_YEARS, 1, seed + i));
        }
        List<StudiedSeries> series = counts.stream()
                .map(weeks -> WeekSimulation.newest(weeks, TEN_YEARS))
                .toList();
        int[] found = new int[1];
        double seconds = median(() -> found[0] = alarmsOf(series));
        table.add(List.of(
                String.format(
                        Locale.ROOT, "alarms: %,d weekly series of ten years, newest %d weeks", ALARM_SERIES, NEWEST),
                number(seconds),
                "60",
                Integer.toString(found[0])));
        List<int[]> some = counts.subList(0, PEER_SERIES);
        double ofSome = median(() -> found[0] = alarmsOf(series.subList(0, PEER_SERIES)));
        table.add(List.of("alarms: " + PEER_SERIES + " of them", number(ofSome), "", Integer.toString(found[0])));
        if (Files.isExecutable(RSCRIPT)) {
            peer(table, some);
        } else {
            out.println("R was not found: no peer.");
        }
    }

    private static int alarmsOf(Collection<StudiedSeries> series) {
        int alarms = 0;
        for (StudiedSeries one : series) {
            alarms += (int) SeriesAlarms.of(one, List.of(), AlarmSettings.STANDARD).weeks().stream()
                    .filter(AlarmWeek::isAlarm)
                    .count();
        }
        return alarms;
    }

    /** The same weeks by the same method in R; loading the package is not counted. */
    private void peer(MarkdownTable table, List<int[]> counts) throws IOException, InterruptedException {
        Path input = folder.resolve("weeks.csv").toAbsolutePath();
        Path script = folder.resolve("surveillance.R").toAbsolutePath();
        Path log = folder.resolve("surveillance.log").toAbsolutePath();
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        counts.forEach(weeks -> lines.add(
                String.join(",", IntStream.of(weeks).mapToObj(Integer::toString).toList())));
        Files.write(input, lines);
        try (var resource = ModelBench.class.getResourceAsStream("surveillance.R")) {
            Files.write(script, java.util.Objects.requireNonNull(resource).readAllBytes());
        }
        TimedProcess.run(
                List.of(RSCRIPT.toString(), "--vanilla", script.toString(), input.toString(), Integer.toString(NEWEST)),
                log);
        String[] answer = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("peer "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        table.add(List.of(
                "the same in R, surveillance " + answer[1], number(Double.parseDouble(answer[2])), "", answer[3]));
    }

    private void events(MarkdownTable table) {
        List<SimulatedSeries> kinds = List.copyOf(EventCoverage.scenarios().values());
        List<StudiedSeries> series = new ArrayList<>();
        for (int i = 0; i < AREAS * COMMUNITIES; i++) {
            // Most communities of boroughs are recorded a few times a year; every tenth is as frequent as those of a
            // whole area.
            SimulatedSeries kind =
                    i % 10 == 0 ? kinds.get(i / 10 % kinds.size()) : new SimulatedSeries(0.02, 1, 0, 0, 0);
            series.add(SimulatedStudy.series(kind.days(START, HISTORY_DAYS, new Random(seed + i))));
        }
        SimulatedStudy study = SimulatedStudy.of(EVENTS, START.plusDays(HISTORY_DAYS));
        String what = String.format(
                Locale.ROOT, "%d × %d series of ten years of days × %d events", AREAS, COMMUNITIES, EVENTS);
        table.add(List.of(
                "events: " + what + ", no placebos", number(median(() -> study.effects(series, false))), "60", ""));
        table.add(List.of(
                "placebos of the same",
                number(median(() -> study.effects(series, true)) - median(() -> study.effects(series, false))),
                "300",
                ""));
    }

    private double median(Runnable work) {
        work.run();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            long before = threads.getCurrentThreadCpuTime();
            work.run();
            seconds[run] = (threads.getCurrentThreadCpuTime() - before) / NANOSECONDS;
        }
        java.util.Arrays.sort(seconds);
        return seconds[runs / 2];
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }
}
