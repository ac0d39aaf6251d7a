package org.vigil.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.vigil.run.Step;
import org.vigil.spark.Workers;

/**
 * {@code vigil bench --crash}: as many killed jobs as wanted, one at each named step of each job and the rest at random times, and a table of what they
 * left.
 */
public final class CrashBench {
    private CrashBench() {}

    /**
     * Kills jobs until the number is reached or one loses something.
     *
     * @param folder where the copies go; emptied of them as they pass
     * @param kills number of jobs; one a step at least
     * @param seed same seed, same times
     * @return 0 if nothing was lost, 1 otherwise
     */
    public static int run(Path folder, int kills, long seed, PrintStream out) throws IOException, InterruptedException {
        long started = System.nanoTime();
        List<KilledRuns.Killed> killed = new ArrayList<>();
        List<Kill> planned = new ArrayList<>(Kill.atEveryStep());
        planned.addAll(Kill.atRandom(Math.max(0, kills - planned.size()), new Random(seed)));
        try (Workers workers = Workers.start(Files.createDirectories(folder.resolve("workers")));
                KilledRuns runs = KilledRuns.prepare(folder)) {
            out.printf(
                    Locale.ROOT,
                    "%d kills with seed %d; undisturbed, once its %d workers run, the weekly job takes %.1f s, a compaction"
                            + " %.1f s, and a sweep %.1f s%n",
                    planned.size(),
                    seed,
                    workers.parallelism(),
                    runs.undisturbedSeconds(Job.WEEKLY),
                    runs.undisturbedSeconds(Job.COMPACT),
                    runs.undisturbedSeconds(Job.SWEEP));
            for (Map.Entry<Kill, Future<KilledRuns.Killed>> kill :
                    runs.start(planned).entrySet()) {
                try {
                    killed.add(KilledRuns.get(kill.getValue()));
                } catch (AssertionError lost) {
                    out.println(
                            "LOST after kill " + (killed.size() + 1) + ", " + kill.getKey() + ": " + lost.getMessage());
                    return 1;
                }
            }
        }
        print(killed, out);
        out.printf(
                Locale.ROOT,
                "%nNothing lost in %d kills; every run made again gave the same bytes. %.0f s%n",
                killed.size(),
                (System.nanoTime() - started) / 1e9);
        return 0;
    }

    private static void print(List<KilledRuns.Killed> killed, PrintStream out) {
        out.printf(
                Locale.ROOT, "%n%-20s %6s   %-40s %9s%n", "Killed after", "kills", "what stood of the run", "seconds");
        List<String> order = new ArrayList<>(List.of(JobChild.BEGUN));
        for (Step step : Step.values()) {
            order.add(step.name());
        }
        order.add(JobChild.ENDED);
        for (String step : order) {
            List<KilledRuns.Killed> here =
                    killed.stream().filter(k -> k.lastStep().equals(step)).toList();
            Map<Aftermath.Reached, Integer> reached = new TreeMap<>();
            here.forEach(k -> reached.merge(k.reached(), 1, Integer::sum));
            out.printf(
                    Locale.ROOT,
                    "%-20s %6d   %-40s %9.1f%n",
                    step.toLowerCase(Locale.ROOT).replace('_', ' '),
                    here.size(),
                    reached.toString()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[{}]", "")
                            .replace('=', ' '),
                    here.stream()
                            .mapToDouble(KilledRuns.Killed::seconds)
                            .average()
                            .orElse(0));
        }
    }
}
