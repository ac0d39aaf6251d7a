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
import org.vigil.run.Step;
import org.vigil.spark.Workers;

/** {@code vigil bench --crash}: as many killed runs as wanted, one at each named step and the rest at random times, and a table of what they left. */
public final class CrashBench {
    private CrashBench() {}

    /**
     * Kills runs until the number is reached or one loses something.
     *
     * @param folder where the copies go; emptied of them as they pass
     * @param kills number of runs, at least one a step
     * @param seed same seed, same times
     * @return 0 if nothing was lost, 1 otherwise
     */
    public static int run(Path folder, int kills, long seed, PrintStream out) throws IOException, InterruptedException {
        Random random = new Random(seed);
        long started = System.nanoTime();
        List<KilledRuns.Killed> killed = new ArrayList<>();
        try (Workers workers = Workers.start(Files.createDirectories(folder.resolve("workers")))) {
            KilledRuns runs = KilledRuns.prepare(folder);
            out.printf(
                    Locale.ROOT,
                    "%d kills with seed %d; undisturbed, the job takes %.1f s once its %d workers run%n",
                    kills,
                    seed,
                    runs.undisturbedSeconds(),
                    workers.parallelism());
            Step[] steps = Step.values();
            for (int kill = 0; kill < kills; kill++) {
                try {
                    killed.add(kill < steps.length ? runs.killAt(steps[kill]) : runs.killAtRandom(random));
                } catch (AssertionError lost) {
                    out.println("LOST after kill " + (kill + 1) + ": " + lost.getMessage());
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
        List<String> order = new ArrayList<>(List.of(WeeklyChild.BEGUN));
        for (Step step : Step.values()) {
            order.add(step.name());
        }
        order.add(WeeklyChild.ENDED);
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
