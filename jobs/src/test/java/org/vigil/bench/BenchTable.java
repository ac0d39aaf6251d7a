package org.vigil.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.vigil.bench.TimedProcess.Usage;

/** The medians of all competitors, and how they compare with the peers. */
final class BenchTable {
    private static final double GIB = 1 << 30;

    private BenchTable() {}

    static String of(Map<Competitor, List<Usage>> usages) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-14s %8s %17s %8s %9s %11s %11s %14s%n",
                "median",
                "wall s",
                "(from - to)",
                "CPU s",
                "peak GiB",
                "wall/duckdb",
                "peak/duckdb",
                "CPU/spark-sql"));
        Optional<List<Usage>> duckDb = find(usages, "duckdb");
        Optional<List<Usage>> sparkSql = find(usages, "spark-sql");
        usages.forEach((competitor, taken) -> table.append(String.format(
                Locale.ROOT,
                "%-14s %8.2f %17s %8.2f %9.2f %11s %11s %14s%n",
                competitor.name(),
                median(taken, Usage::wallSeconds),
                String.format(
                        Locale.ROOT,
                        "(%.2f - %.2f)",
                        taken.stream().mapToDouble(Usage::wallSeconds).min().orElseThrow(),
                        taken.stream().mapToDouble(Usage::wallSeconds).max().orElseThrow()),
                median(taken, Usage::cpuSeconds),
                median(taken, Usage::peakBytes) / GIB,
                ratio(taken, duckDb, Usage::wallSeconds),
                ratio(taken, duckDb, Usage::peakBytes),
                ratio(taken, sparkSql, Usage::cpuSeconds))));
        return table.toString();
    }

    private static Optional<List<Usage>> find(Map<Competitor, List<Usage>> usages, String name) {
        return usages.entrySet().stream()
                .filter(e -> e.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String ratio(List<Usage> taken, Optional<List<Usage>> peer, ToDoubleFunction<Usage> measure) {
        return peer.map(p -> String.format(Locale.ROOT, "%.2f", median(taken, measure) / median(p, measure)))
                .orElse("-");
    }

    /** The middle value; the mean of the two middle ones of an even number. */
    static double median(List<Usage> taken, ToDoubleFunction<Usage> measure) {
        double[] sorted = taken.stream().mapToDouble(measure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
