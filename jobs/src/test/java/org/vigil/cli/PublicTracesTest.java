package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CountsTable;
import org.vigil.release.LatestRelease;
import org.vigil.release.ReleaseFiles;
import org.vigil.run.SharedWorkers;

/**
 * An exact number that nobody may know stands nowhere in what everybody gets: not in a table or its statistics, a text, a chart, a report's page, its
 * alternative texts, attachments or metadata, nor in the record of the run. The search finds all of them in what is restricted.
 */
final class PublicTracesTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 1);
    private static final LocalDate MONDAY = LocalDate.of(2025, 5, 19);
    private static final long SEED = 17;

    /** Smaller numbers stand everywhere for other reasons. */
    private static final long LEAST = 1000;

    /** Axes of charts say such numbers. */
    private static final long ROUND = 50;

    /** A comma that is not between quotes. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    @Test
    void nothingExactIsInAnythingThatEverybodyGets(@TempDir Path folder) throws IOException {
        run(folder);
        Path restricted = latest(folder.resolve("releases/restricted"));
        Path open = latest(folder.resolve("open/public"));
        Set<Long> secrets = countsIn(restricted);
        // What was drawn may be what was counted.
        Set<Long> drawn = new TreeSet<>();
        for (String table : List.of(CountsTable.TABLE.name(), BreakdownsTable.TABLE.name())) {
            drawn.addAll(counts(open.resolve("csv").resolve(table + ".csv")));
        }
        assertTrue(drawn.size() >= 5, () -> "hardly anything was published: " + drawn);
        secrets.removeAll(drawn);
        assertTrue(secrets.size() >= 20, () -> "hardly anything to look for: " + secrets);

        Map<String, Set<Long>> found = new TreeMap<>();
        for (Map.Entry<String, Path> file : everybodys(folder, open).entrySet()) {
            Set<Long> traces = traces(file.getValue(), secrets);
            if (!traces.isEmpty()) {
                found.put(file.getKey(), traces);
            }
        }

        assertEquals(Map.of(), found);
        assertFindsThemInWhatIsRestricted(folder, restricted, secrets);
    }

    private static void assertFindsThemInWhatIsRestricted(Path folder, Path restricted, Set<Long> secrets)
            throws IOException {
        Set<String> foundIn = new TreeSet<>();
        for (Map.Entry<String, Path> file : ReleaseFiles.in(restricted).entrySet()) {
            if (!traces(file.getValue(), secrets).isEmpty()) {
                foundIn.add(file.getKey());
            }
        }
        assertTrue(
                foundIn.containsAll(List.of(
                        "csv/counts.csv",
                        "csv/quality.csv",
                        "manifest.json",
                        "reports/london-synthetic.html",
                        "reports/london-synthetic.pdf",
                        "tables/counts.parquet",
                        "tables/quality.parquet")),
                foundIn::toString);
        assertTrue(!traces(only(folder, "\\d[^.]*\\.json"), secrets).isEmpty(), "record of the run");
    }

    /** Every file of the public release and what lies beside it, and the record that is for others. */
    private static Map<String, Path> everybodys(Path folder, Path open) throws IOException {
        Map<String, Path> files = new TreeMap<>(ReleaseFiles.in(folder.resolve("open")));
        files.put("record", only(folder, ".*\\.public\\.json"));
        assertTrue(files.size() > 45, files::toString);
        assertTrue(Files.isRegularFile(open.resolve("reports/london-synthetic.pdf")), "report");
        return files;
    }

    private static Path only(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path latest(Path audience) {
        return audience.resolve(LatestRelease.readFrom(audience).releaseId());
    }

    // ---- Searching ----

    private static Set<Long> traces(Path file, Set<Long> secrets) throws IOException {
        Set<Long> found = new TreeSet<>();
        for (String text : FileTexts.of(file)) {
            found.addAll(FileTexts.numbers(text));
        }
        found.retainAll(secrets);
        return found;
    }

    /** Numbers in the columns of counts of all tables of a release. */
    private static Set<Long> countsIn(Path release) throws IOException {
        Set<Long> counts = new TreeSet<>();
        try (Stream<Path> files = Files.list(release.resolve("csv"))) {
            for (Path file : files.toList()) {
                counts.addAll(counts(file));
            }
        }
        return counts;
    }

    private static Set<Long> counts(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        Set<Long> counts = new TreeSet<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = COMMA.split(line, -1);
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).matches("(.*_)?count") && cells[i].matches("\\d{1,15}")) {
                    counts.add(Long.parseLong(cells[i]));
                }
            }
        }
        counts.removeIf(count -> count < LEAST || count % ROUND == 0);
        return counts;
    }

    // ---- Running ----

    private static void run(Path folder) throws IOException {
        Random random = new Random(SEED);
        List<String> rows = new ArrayList<>();
        for (LocalDate day = FIRST_DAY; day.isBefore(MONDAY); day = day.plusDays(1)) {
            for (int i = 30 + random.nextInt(40); i > 0; i--) {
                rows.add(row(rows.size(), day, random));
            }
        }
        Files.writeString(
                folder.resolve("extract.csv"),
                "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                        + "location_type,context,reporting_source,outcome,withdrawn\n" + String.join("", rows));
        Path configuration = Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: london-synthetic
                    extracts:
                      - path: extract.csv
                        extract-date: 2025-05-19
                key: demonstration
                events: uk
                public:
                  releases: open
                """);
        SharedWorkers.get();
        StringWriter said = new StringWriter();
        int code =
                Vigil.run(new PrintWriter(said), new PrintWriter(said), "weekly", "--config", configuration.toString());
        assertEquals(0, code, said.toString());
    }

    private static String row(int id, LocalDate day, Random random) {
        return String.format(
                Locale.ROOT,
                "A-%d,crime,%s,%s,%s,%s,race,criminal-damage,street,,police,,no%n",
                id,
                day,
                day,
                List.of("Camden", "Barnet", "Hackney").get(random.nextInt(3)),
                List.of("jewish", "jewish", "muslim", "sikh").get(random.nextInt(4)));
    }
}
