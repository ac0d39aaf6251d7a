package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.run.StoredRun;
import org.vigil.sample.BenchmarkExtracts;
import org.vigil.spark.Workers;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.store.StoredLayer;

/**
 * Years of weekly extracts on one history, with the compaction that a weekly run does by itself and without: what a week takes, and what a scan of
 * the state takes, year by year.
 */
final class LayersBench {
    private static final int WEEKS_A_YEAR = 52;

    private final long rows;
    private final long weeklyRows;
    private final int weeks;
    private final long seed;
    private final Path folder;

    LayersBench(long rows, long weeklyRows, int weeks, long seed, Path folder) {
        this.rows = rows;
        this.weeklyRows = weeklyRows;
        this.weeks = weeks;
        this.seed = seed;
        this.folder = folder.toAbsolutePath();
    }

    int run() throws IOException {
        Path input = folder.resolve("layers-input");
        BenchFolder.remove(input);
        System.out.printf(Locale.ROOT, "Writing %,d rows and %d weeks of %,d%n", rows, weeks, weeklyRows);
        BenchmarkExtracts.write(rows, seed, input);
        Path made = folder.resolve("layers-week");
        LocalDate first = LocalDate.MAX;
        for (int week = 0; week < weeks; week++) {
            // Another seed, another word on some of the same incidents, by turns on recent ones and on all of history.
            Path file = BenchmarkExtracts.writeWeekly(rows, seed + week, weeklyRows, week % 2 == 1, made)
                    .file();
            if (week == 0) {
                first = BenchFolder.dateOf(file);
            }
            Files.move(
                    file, input.resolve("week_" + first.plusWeeks(week) + ".csv"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (Workers workers = Workers.start(Files.createDirectories(folder.resolve("layers-scratch")))) {
            System.out.printf(Locale.ROOT, "%d workers%n", workers.parallelism());
            for (boolean isCompacting : new boolean[] {true, false}) {
                years(input, isCompacting);
            }
        }
        return 0;
    }

    private void years(Path input, boolean isCompacting) throws IOException {
        Path output = folder.resolve(isCompacting ? "layers-compacted" : "layers-left-alone");
        BenchFolder.remove(output);
        Configuration all = ColdJob.configuration(input, output);
        System.out.printf(
                Locale.ROOT,
                "%nWith%s compaction%n%6s %7s %13s %13s %10s %9s%n",
                isCompacting ? "" : "out",
                "week",
                "layers",
                "a week, s",
                "slowest, s",
                "a scan, s",
                "store MB");
        int history = all.sources().get(0).extracts().size() - weeks;
        take(all, history, isCompacting);
        double[] seconds = new double[WEEKS_A_YEAR];
        for (int week = 1; week <= weeks; week++) {
            seconds[(week - 1) % WEEKS_A_YEAR] = take(all, history + week, isCompacting);
            if (week % WEEKS_A_YEAR == 0) {
                double[] sorted = Arrays.stream(seconds).sorted().toArray();
                System.out.printf(
                        Locale.ROOT,
                        "%6d %7d %13.2f %13.2f %10.2f %9.1f%n",
                        week,
                        layers(all),
                        (sorted[WEEKS_A_YEAR / 2 - 1] + sorted[WEEKS_A_YEAR / 2]) / 2,
                        sorted[WEEKS_A_YEAR - 1],
                        scan(all, history + week),
                        megabytes(output.resolve("store")));
            }
        }
    }

    /** A weekly run with so many of the extracts; returns its seconds, those of a compaction included. */
    private static double take(Configuration all, int extracts, boolean isCompacting) {
        long started = System.nanoTime();
        try (StoredRun stored = StoredRun.open(first(all, extracts), KeyRing.demonstration(), sentence -> {})) {
            stored.read();
            if (isCompacting) {
                stored.tidy();
            }
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private static double scan(Configuration all, int extracts) {
        BenchFolder.remove(Path.of(all.store(), "partials"));
        return take(all, extracts, false);
    }

    private static Configuration first(Configuration all, int extracts) {
        Configuration.Source source = all.sources().get(0);
        return new Configuration(
                all.file(),
                all.title(),
                List.of(new Configuration.Source(
                        source.code(),
                        source.profile(),
                        source.profileText(),
                        new ArrayList<>(source.extracts().subList(0, extracts)),
                        1,
                        1,
                        source.sizeChange(),
                        source.uniqueShare(),
                        source.profileFile())),
                all.asOf(),
                all.store(),
                all.releases(),
                all.eventCatalogue(),
                all.key(),
                all.reports(),
                new Configuration.Spark(OptionalInt.of(2), 64),
                all.runs());
    }

    private static int layers(Configuration all) {
        StoreManifest newest = Store.at(StorageFolder.at(all.store())).newest();
        String code = all.sources().get(0).code();
        List<StoredLayer> layers = StoreStates.layers(newest, code, newest.extractsOf(code));
        return layers.size();
    }

    private static double megabytes(Path store) throws IOException {
        try (var files = Files.walk(store)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(f -> f.toFile().length())
                            .sum()
                    / 1e6;
        }
    }
}
