package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.cube.CountCube;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.KeyRing;
import org.vigil.incident.RecordClass;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.DailyCountsTable;
import org.vigil.release.SortedTableWriter;
import org.vigil.run.ReadRun;
import org.vigil.run.WeeklyRun;
import org.vigil.tabulate.DetailTabulation;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.SourceFacts;
import org.vigil.validate.Rule;

/** Vigil's side: the stages of the product, its whole cube and its checksums included, and of its tables the two that the peers write as well. */
final class ColdJob {
    private static final String PROFILE = "canonical";

    private ColdJob() {}

    /** Arguments: folder of the extracts, folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Path input = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        long started = System.nanoTime();
        ReadRun run =
                new WeeklyRun(configuration(input, output), KeyRing.demonstration(), step -> say(started, step)).read();
        SourceFacts source = run.sources().get(0);
        say(started, "Writing the daily counts");
        try (SortedTableWriter writer =
                new SortedTableWriter(DailyCountsTable.TABLE, output.resolve("daily_counts.parquet"))) {
            DetailTabulation.writeDailyCounts(writer, source);
        }
        say(started, "Writing the months");
        writeMonths(source, output.resolve("month_counts.parquet"));
        Files.writeString(output.resolve("rejects.csv"), rejects(run.extracts()));
        say(started, "Done");
    }

    /** The extracts of a folder, the store in the folder to write to. */
    static Configuration configuration(Path input, Path output) throws IOException {
        List<Configuration.Extract> extracts = new ArrayList<>();
        for (Path file : BenchFolder.extracts(input)) {
            extracts.add(new Configuration.Extract(file, BenchFolder.dateOf(file)));
        }
        String profile = SourceProfiles.canonicalText(SourceProfiles.shippedText(PROFILE));
        return new Configuration(
                input.resolve("vigil.yaml"),
                "Benchmark",
                List.of(new Configuration.Source(
                        PROFILE, SourceProfiles.parse(PROFILE, profile), profile, extracts, 0.02, 0.05)),
                Optional.empty(),
                output.resolve("store").toString(),
                output,
                "uk",
                new KeySource.Demonstration(),
                Configuration.Reports.NONE,
                new Configuration.Spark(OptionalInt.empty(), 64),
                Configuration.Runs.beside(output));
    }

    /** Area or whole area × community or all × month, zeros included. */
    static void writeMonths(SourceFacts source, Path file) {
        CountCube cube = source.cube();
        Geography geography = source.geography();
        int first = CountCube.monthIndex(cube.firstDay());
        int last = CountCube.monthIndex(cube.lastDay());
        int[] communities = IntStream.rangeClosed(0, cube.all())
                .filter(c -> holdsAny(cube, geography, c))
                .boxed()
                .sorted((a, b) -> communityCode(cube, a).compareTo(communityCode(cube, b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] areas = IntStream.range(0, geography.size())
                .boxed()
                .sorted((a, b) ->
                        geography.get(a).code().compareTo(geography.get(b).code()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] everywhere = IntStream.range(0, geography.size()).toArray();
        RecordClass[] classes = RecordClass.values();
        Arrays.sort(classes, (a, b) -> a.code().compareTo(b.code()));
        try (SortedTableWriter writer = new SortedTableWriter(MonthCountsTable.TABLE, file)) {
            MonthCountsTable.Row row = new MonthCountsTable.Row(writer);
            for (RecordClass recordClass : classes) {
                for (int area : areas) {
                    String areaCode = geography.get(area).code();
                    int[] members = areaCode.equals(geography.wholeAreaCode()) ? everywhere : new int[] {area};
                    for (int community : communities) {
                        long[] sums = sums(cube, recordClass.ordinal(), members, community, first, last);
                        for (int month = first; month <= last; month++) {
                            row.add(
                                    recordClass.code(),
                                    areaCode,
                                    communityCode(cube, community),
                                    CountCube.firstDayOf(month),
                                    sums[month - first]);
                        }
                    }
                }
            }
        }
    }

    private static long[] sums(CountCube cube, int recordClass, int[] areas, int community, int first, int last) {
        long[] sums = new long[last - first + 1];
        for (int area : areas) {
            if (!cube.isEmpty(recordClass, area, community)) {
                for (int month = first; month <= last; month++) {
                    int next = CountCube.firstDayOf(month + 1);
                    for (int day = CountCube.firstDayOf(month); day < next; day++) {
                        sums[month - first] += cube.onDay(recordClass, area, community, day);
                    }
                    sums[month - first] += cube.inMonthOnly(recordClass, area, community, month);
                }
            }
        }
        return sums;
    }

    private static boolean holdsAny(CountCube cube, Geography geography, int community) {
        return IntStream.range(0, geography.size() * CountCube.RECORD_CLASSES)
                .anyMatch(i -> !cube.isEmpty(i % CountCube.RECORD_CLASSES, i / CountCube.RECORD_CLASSES, community));
    }

    private static String communityCode(CountCube cube, int community) {
        return community == cube.all()
                ? Communities.ALL
                : CodeLists.communities().get(community).code();
    }

    private static String rejects(List<ExtractFacts> extracts) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.severity() == Rule.Severity.REJECT)
                .map(rule -> rule.code() + ","
                        + extracts.stream()
                                .mapToLong(e -> e.tally().brokeRule(rule))
                                .sum() + "\n")
                .filter(line -> !line.endsWith(",0\n"))
                .collect(Collectors.joining("", "rule_code,record_count\n", ""));
    }

    static void say(long started, String step) {
        System.err.printf("%6.2f s  %s%n", (System.nanoTime() - started) / 1e9, step);
    }
}
