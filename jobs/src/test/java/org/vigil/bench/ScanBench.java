package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigil.sample.BenchmarkExtracts;

/**
 * One scan of a long history: the counts that were kept are thrown away, the stored rows are counted again. DuckDB counts the same files, with the
 * same room for memory as Vigil's heap.
 */
final class ScanBench {
    private static final double GIB = 1 << 30;

    private final long rows;
    private final int runs;
    private final long seed;
    private final Path folder;
    private final String classPath;
    private final List<String> openFlags;
    private final String heap;

    /** @param heap largest heap as Java's flag writes it, {@code 2g} */
    ScanBench(long rows, int runs, long seed, Path folder, String classPath, List<String> openFlags, String heap) {
        this.rows = rows;
        this.runs = runs;
        this.seed = seed;
        this.folder = folder.toAbsolutePath();
        this.classPath = classPath;
        this.openFlags = openFlags;
        this.heap = heap;
    }

    int run() throws IOException, InterruptedException {
        Path input = folder.resolve("rows-" + rows);
        if (Files.notExists(input.resolve(BenchFolder.CODES))) {
            System.out.printf(Locale.ROOT, "Writing %,d rows%n", rows);
            BenchmarkExtracts.write(rows, seed, input);
            BenchFolder.writeCodes(input);
        }
        List<String> flags = new ArrayList<>(openFlags);
        flags.addAll(List.of("-Xmx" + heap, "-XX:+UseParallelGC"));
        Competitor vigil = new Competitor("vigil", WeeklyJob.class, flags);
        Path ours = folder.resolve("scan-vigil");
        BenchFolder.remove(ours);
        TimedProcess.Usage loaded = process(vigil, input, ours);
        System.out.printf(
                Locale.ROOT,
                "%,d rows taken into a store with -Xmx%s: %.1f s, %.1f CPU-s, %.2f GiB%n",
                rows,
                heap,
                loaded.wallSeconds(),
                loaded.cpuSeconds(),
                loaded.peakBytes() / GIB);
        Competitor peer = new Competitor("duckdb", DuckDbScan.class, openFlags);
        Path theirs = folder.resolve("scan-duckdb");
        Map<Competitor, List<TimedProcess.Usage>> usages = new LinkedHashMap<>();
        for (int run = 1; run <= runs; run++) {
            BenchFolder.remove(ours.resolve("store/partials"));
            add(usages, vigil, process(vigil, input, ours), run);
            BenchFolder.remove(theirs);
            Files.createDirectories(theirs);
            add(usages, peer, process(peer, ours, theirs, heap.toUpperCase(Locale.ROOT) + "B", input.toString()), run);
        }
        System.out.printf(Locale.ROOT, "%nA scan of %,d rows%n%s%n", rows, BenchTable.of(usages));
        return new ProcessBuilder(
                        java(), "-cp", classPath, OutputComparison.class.getName(), ours.toString(), theirs.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void add(
            Map<Competitor, List<TimedProcess.Usage>> usages, Competitor c, TimedProcess.Usage usage, int run) {
        usages.computeIfAbsent(c, k -> new ArrayList<>()).add(usage);
        System.out.printf(
                Locale.ROOT,
                "run %d  %-8s %7.2f s  %7.2f CPU-s  %5.2f GiB%n",
                run,
                c.name(),
                usage.wallSeconds(),
                usage.cpuSeconds(),
                usage.peakBytes() / GIB);
    }

    private TimedProcess.Usage process(Competitor c, Path in, Path out, String... more)
            throws IOException, InterruptedException {
        Files.createDirectories(out);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(c.flags());
        command.addAll(List.of("-cp", classPath, c.mainClass().getName(), in.toString(), out.toString()));
        command.addAll(List.of(more));
        return TimedProcess.run(command, folder.resolve("scan-" + c.name() + ".log"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
