package org.vigil.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vigil.sample.BenchmarkExtracts;

/**
 * A week on a long history: a small extract arrives, the monthly table is wanted. Vigil takes it into its store; DuckDB does everything again, or
 * replaces the incidents in a database that it keeps. Once with revisions of recent incidents, once with revisions all over history.
 */
final class WeeklyBench {
    private static final double GIB = 1 << 30;

    private final long rows;
    private final long weeklyRows;
    private final int runs;
    private final long seed;
    private final Path folder;
    private final String classPath;
    private final List<String> openFlags;
    private final List<String> vigilFlags;

    WeeklyBench(
            long rows,
            long weeklyRows,
            int runs,
            long seed,
            Path folder,
            String classPath,
            List<String> openFlags,
            List<String> vigilFlags) {
        this.rows = rows;
        this.weeklyRows = weeklyRows;
        this.runs = runs;
        this.seed = seed;
        this.folder = folder.toAbsolutePath();
        this.classPath = classPath;
        this.openFlags = openFlags;
        this.vigilFlags = vigilFlags;
    }

    int run() throws IOException, InterruptedException {
        Path history = folder.resolve("rows-" + rows);
        if (Files.notExists(history.resolve(BenchFolder.CODES))) {
            System.out.printf(Locale.ROOT, "Writing %,d rows%n", rows);
            BenchmarkExtracts.write(rows, seed, history);
            BenchFolder.writeCodes(history);
        }
        List<String> flags = new ArrayList<>(openFlags);
        flags.addAll(vigilFlags);
        Path archive = folder.resolve("weekly.jsa");
        train(flags, archive);
        List<String> withArchive = new ArrayList<>(flags);
        withArchive.add("-XX:SharedArchiveFile=" + archive);
        Path store = folder.resolve("history-store");
        // All of history at once takes more room than a week.
        List<String> historyFlags = new ArrayList<>(openFlags);
        historyFlags.addAll(Bench.COLD_FLAGS);
        BenchFolder.remove(store);
        Path input = input(history, store.resolve("input"), true);
        TimedProcess.Usage cold = process(WeeklyJob.class, historyFlags, "store", input.toString(), store.toString());
        Path database = folder.resolve("history-duckdb");
        BenchFolder.remove(database);
        Files.createDirectories(database);
        process(DuckDbWeekly.class, openFlags, "duckdb-prepare", input.toString(), database.toString(), "prepare");
        System.out.printf(
                Locale.ROOT,
                "History of %,d rows taken into a store: %.1f s, %.1f CPU-s, %.2f GiB; store %.2f GB%n",
                rows,
                cold.wallSeconds(),
                cold.cpuSeconds(),
                cold.peakBytes() / GIB,
                bytes(store.resolve("store")) / 1e9);
        int exit = 0;
        for (boolean isSpread : new boolean[] {false, true}) {
            exit |= week(isSpread, history, store, database, withArchive);
        }
        return exit;
    }

    private int week(boolean isSpread, Path history, Path store, Path database, List<String> flags)
            throws IOException, InterruptedException {
        String name = isSpread ? "spread" : "recent";
        Path input = input(history, folder.resolve("input-" + name), false);
        Path weekly = BenchmarkExtracts.writeWeekly(rows, seed, weeklyRows, isSpread, input.resolve("week"))
                .file();
        Files.createLink(input.resolve(weekly.getFileName()), weekly);
        Competitor vigil = new Competitor("vigil", WeeklyJob.class, flags);
        Competitor full = new Competitor("duckdb", DuckDbJob.class, openFlags);
        Competitor kept = new Competitor("duckdb-kept", DuckDbWeekly.class, openFlags);
        Map<Competitor, List<TimedProcess.Usage>> usages = new LinkedHashMap<>();
        Path output = folder.resolve("output-" + name);
        for (int run = 1; run <= runs; run++) {
            for (Competitor c : List.of(vigil, full, kept)) {
                Path out = output.resolve(c.name());
                BenchFolder.remove(out);
                Files.createDirectories(out);
                List<String> arguments = new ArrayList<>(List.of(input.toString(), out.toString()));
                if (c.equals(vigil)) {
                    link(store.resolve("store"), out.resolve("store"));
                } else if (c.equals(full)) {
                    arguments.add("months");
                } else {
                    Files.copy(database.resolve("history.duckdb"), out.resolve("history.duckdb"));
                }
                TimedProcess.Usage usage =
                        process(c.mainClass(), c.flags(), c.name(), arguments.toArray(String[]::new));
                usages.computeIfAbsent(c, k -> new ArrayList<>()).add(usage);
                System.out.printf(
                        Locale.ROOT,
                        "%s, run %d  %-12s %7.2f s  %7.2f CPU-s  %5.2f GiB  load %.1f%n",
                        name,
                        run,
                        c.name(),
                        usage.wallSeconds(),
                        usage.cpuSeconds(),
                        usage.peakBytes() / GIB,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        }
        System.out.printf(Locale.ROOT, "%n%,d rows on %,d, revisions %s%n", weeklyRows, rows, name);
        System.out.print(BenchTable.of(usages));
        System.out.println();
        List<String> compare = new ArrayList<>(List.of(java(), "-cp", classPath, OutputComparison.class.getName()));
        for (Competitor c : usages.keySet()) {
            compare.add(output.resolve(c.name()).toString());
        }
        return new ProcessBuilder(compare).inheritIO().start().waitFor();
    }

    /** A folder with the extracts, so that a further one can be put beside them, and in a folder of their own what is history. */
    private static Path input(Path history, Path input, boolean isKept) throws IOException {
        BenchFolder.remove(input);
        Files.createDirectories(input.resolve("history"));
        for (Path extract : BenchFolder.extracts(history)) {
            Files.createLink(input.resolve(extract.getFileName()), extract);
            if (isKept) {
                Files.createLink(input.resolve("history").resolve(extract.getFileName()), extract);
            }
        }
        for (String codes : List.of(BenchFolder.CODES, BenchFolder.AREAS)) {
            Files.createLink(input.resolve(codes), history.resolve(codes));
        }
        return input;
    }

    /** A small history and a week on it, whose classes are archived. */
    private void train(List<String> flags, Path archive) throws IOException, InterruptedException {
        Path history = folder.resolve("rows-60000");
        if (Files.notExists(history.resolve(BenchFolder.CODES))) {
            BenchmarkExtracts.write(60_000, seed, history);
            BenchFolder.writeCodes(history);
        }
        Path output = folder.resolve("training");
        BenchFolder.remove(output);
        Path input = input(history, output.resolve("input"), false);
        process(WeeklyJob.class, flags, "training", input.toString(), output.toString());
        BenchmarkExtracts.writeWeekly(60_000, seed, 2_000, true, input);
        List<String> training = new ArrayList<>(flags);
        training.add("-XX:ArchiveClassesAtExit=" + archive);
        process(WeeklyJob.class, training, "training", input.toString(), output.toString());
    }

    private TimedProcess.Usage process(Class<?> main, List<String> flags, String log, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return TimedProcess.run(command, folder.resolve(log + ".log"));
    }

    /** The store as it was, each time anew: its files never change, so that another name for each will do. */
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (file.getFileName().toString().equals("seen.json")) {
                    Files.copy(file, target);
                } else {
                    Files.createLink(target, file);
                }
            }
        }
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
