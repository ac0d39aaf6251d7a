package org.vigil.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.vigil.crash.CrashBench;
import org.vigil.sample.BenchmarkExtracts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigil bench}: the cold job against its peers, by turns, every process measured as a whole. */
@Command(
        name = "vigil bench",
        mixinStandardHelpOptions = true,
        description =
                "Measure Vigil against DuckDB and Spark SQL, and compare what they count cell by cell. Without --weekly, --scan, "
                        + "--weeks or --crash: the cold job.")
public final class Bench implements Callable<Integer> {
    private static final int TRAINING_ROWS = 60_000;
    private static final double GIB = 1 << 30;

    /** For all of a history at once. */
    static final List<String> COLD_FLAGS = List.of("-Xmx1700m", "-Xmn900m", "-XX:+UseParallelGC");

    @Option(names = "--rows", paramLabel = "NUMBER", description = "Rows of all extracts together.")
    private long rows = 1_500_000;

    @Option(names = "--runs", paramLabel = "NUMBER", description = "Runs of each competitor; the median is printed.")
    private int runs = 3;

    @Option(names = "--peers", split = ",", paramLabel = "NAME", description = "duckdb, spark-sql; default both.")
    private List<String> peers = List.of("duckdb", "spark-sql");

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Same seed, same rows.")
    private long seed = 2_026;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where extracts and outputs go.")
    private Path folder = Path.of("target", "bench");

    @Option(
            names = "--vigil-flags",
            split = " ",
            paramLabel = "FLAGS",
            description = "Further flags of Vigil's Java. Default: -Xmx1700m -Xmn900m -XX:+UseParallelGC; a week: "
                    + "-Xmx700m -XX:+UseParallelGC.")
    private List<String> vigilFlags = List.of();

    @Option(
            names = "--weekly",
            description = "Measure a week instead: --weekly-rows rows arrive on a history of --rows rows.")
    private boolean weekly;

    @Option(names = "--weekly-rows", paramLabel = "NUMBER", description = "Rows of the week's extract.")
    private long weeklyRows = 30_000;

    @Option(
            names = "--scan",
            description = "Measure one scan of a store with --rows rows instead, in a heap of --heap.")
    private boolean scan;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Largest heap of a scan, for example 2g.")
    private String heap = "2g";

    @Option(
            names = "--weeks",
            paramLabel = "NUMBER",
            description =
                    "Take in so many weekly extracts of --weekly-rows rows instead, one after the other, on a history of --rows rows.")
    private int weeks;

    @Option(names = "--crash", description = "Kill runs instead, and check that nothing is lost.")
    private boolean crash;

    @Option(names = "--kills", paramLabel = "NUMBER", description = "Runs to be killed.")
    private int kills = 200;

    @Option(
            names = "--calibration",
            description = "Ask the models about at least --series simulated series without an event instead.")
    private boolean calibration;

    @Option(names = "--series", paramLabel = "NUMBER", description = "Simulated series.")
    private int series = 2_000;

    @Option(names = "--models", description = "Measure the models instead.")
    private boolean models;

    @Option(
            names = "--usefulness",
            split = ",",
            paramLabel = "FOLDER",
            description = "Compare a restricted release with the public one of the same run instead: their folders.")
    private List<Path> usefulness = List.of();

    @Option(names = "--keep", description = "Keep extracts, outputs and logs.")
    private boolean keep;

    private Bench() {}

    /** Runs the benchmark; exit code 1 if the outputs differ. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (crash) {
            return crash();
        }
        if (calibration) {
            return new CalibrationBench(series, seed, System.out).run();
        }
        if (usefulness.size() == 2) {
            return new UsefulnessBench(usefulness.get(0), usefulness.get(1), System.out).run();
        }
        if (models) {
            return new ModelBench(runs, seed, folder, System.out).run();
        }
        int exit = weeks > 0 ? new LayersBench(rows, weeklyRows, weeks, seed, folder).run() : compareRuns();
        if (!keep) {
            BenchFolder.remove(folder);
        }
        return exit;
    }

    private int compareRuns() throws IOException, InterruptedException {
        String classPath = jarredClassPath(folder.resolve("jars").toAbsolutePath());
        if (weekly) {
            return new WeeklyBench(rows, weeklyRows, runs, seed, folder, classPath, openFlags(), weekFlags()).run();
        }
        return scan ? new ScanBench(rows, runs, seed, folder, classPath, openFlags(), heap).run() : cold(classPath);
    }

    private int cold(String classPath) throws IOException, InterruptedException {
        Path input = folder.resolve("rows-" + rows).toAbsolutePath();
        Path output = folder.resolve("output").toAbsolutePath();
        makeExtracts(rows, input);
        List<Competitor> competitors = competitors(classPath);
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %.2f GB, %d processors, Java %s, load %.1f%n",
                rows,
                bytes(input) / 1e9,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Map<Competitor, List<TimedProcess.Usage>> usages = new LinkedHashMap<>();
        competitors.forEach(c -> usages.put(c, new ArrayList<>()));
        for (int run = 1; run <= runs; run++) {
            for (Competitor competitor : competitors) {
                TimedProcess.Usage usage = measure(competitor, classPath, input, output.resolve(competitor.name()));
                usages.getOrDefault(competitor, new ArrayList<>()).add(usage);
                System.out.printf(
                        Locale.ROOT,
                        "run %d  %-14s %7.2f s  %7.2f CPU-s  %5.2f GiB  load %.1f%n",
                        run,
                        competitor.name(),
                        usage.wallSeconds(),
                        usage.cpuSeconds(),
                        usage.peakBytes() / GIB,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        }
        System.out.println();
        System.out.print(BenchTable.of(usages));
        System.out.println();
        return compare(competitors, classPath, output);
    }

    private int crash() throws IOException, InterruptedException {
        Path runs = folder.resolve("crash").toAbsolutePath();
        BenchFolder.remove(runs);
        Files.createDirectories(runs);
        int exit = CrashBench.run(runs, kills, seed, System.out);
        if (exit == 0 && !keep) {
            BenchFolder.remove(runs);
        }
        return exit;
    }

    private List<String> weekFlags() {
        return vigilFlags.isEmpty() ? List.of("-Xmx700m", "-XX:+UseParallelGC") : vigilFlags;
    }

    private List<Competitor> competitors(String classPath) throws IOException, InterruptedException {
        List<String> flags = new ArrayList<>(openFlags());
        flags.addAll(vigilFlags.isEmpty() ? COLD_FLAGS : vigilFlags);
        Path archive = folder.resolve("classes.jsa").toAbsolutePath();
        train(flags, archive, classPath);
        List<String> withArchive = new ArrayList<>(flags);
        withArchive.add("-XX:SharedArchiveFile=" + archive);
        List<Competitor> competitors = new ArrayList<>();
        competitors.add(new Competitor("vigil", ColdJob.class, withArchive));
        if (peers.contains("duckdb")) {
            competitors.add(new Competitor("duckdb", DuckDbJob.class, openFlags()));
        }
        competitors.add(new Competitor("vigil-no-cds", ColdJob.class, flags));
        if (peers.contains("spark-sql")) {
            competitors.add(new Competitor("spark-sql", SparkSqlJob.class, openFlags()));
        }
        return competitors;
    }

    /** The flags that open the platform to Spark, as this process was given them; heap and collector are each competitor's own. */
    private static List<String> openFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-D") || flag.contains("IgnoreUnrecognized"))
                .toList();
    }

    /** A small run whose classes are archived, as the launcher does it when it is first used. */
    private void train(List<String> flags, Path archive, String classPath) throws IOException, InterruptedException {
        Path input = folder.resolve("rows-" + TRAINING_ROWS).toAbsolutePath();
        makeExtracts(TRAINING_ROWS, input);
        List<String> training = new ArrayList<>(flags);
        training.add("-XX:ArchiveClassesAtExit=" + archive);
        Path output = folder.resolve("output").resolve("training").toAbsolutePath();
        measure(new Competitor("training", ColdJob.class, training), classPath, input, output);
    }

    private void makeExtracts(long count, Path input) throws IOException {
        if (Files.notExists(input.resolve(BenchFolder.CODES))) {
            System.out.printf(Locale.ROOT, "Writing %,d rows%n", count);
            BenchmarkExtracts.write(count, seed, input);
            BenchFolder.writeCodes(input);
        }
    }

    private static TimedProcess.Usage measure(Competitor competitor, String classPath, Path input, Path output)
            throws IOException, InterruptedException {
        BenchFolder.remove(output);
        Files.createDirectories(output);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(competitor.flags());
        command.addAll(
                List.of("-cp", classPath, competitor.mainClass().getName(), input.toString(), output.toString()));
        return TimedProcess.run(command, output.resolveSibling(competitor.name() + ".log"));
    }

    private static int compare(List<Competitor> competitors, String classPath, Path output)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", classPath, OutputComparison.class.getName()));
        competitors.forEach(c -> command.add(output.resolve(c.name()).toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Class-data archives know jars only, so folders of classes are packed first; every competitor gets the same. */
    private static String jarredClassPath(Path jars) throws IOException {
        BenchFolder.remove(jars);
        Files.createDirectories(jars);
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path)) {
                Path jar = jars.resolve("classes-" + entries.size() + ".jar");
                pack(path, jar);
                entries.add(jar.toString());
            } else {
                entries.add(path.toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
    }

    private static long bytes(Path input) throws IOException {
        long bytes = 0;
        for (Path file : BenchFolder.extracts(input)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
