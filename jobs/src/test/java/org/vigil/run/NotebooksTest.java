package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.incident.KeyRing;

/** Every cell of every Java notebook runs against a release of the samples. */
final class NotebooksTest {
    private static final Path FOLDER = Path.of("../notebooks-java");
    private static final String RELEASES = "vigil.releases";

    private static Path releases = Path.of("");

    @BeforeAll
    static void publishTheSamples(@TempDir Path folder) {
        releases = folder;
        Configuration c = ConfigurationReader.read(Path.of("../data-samples/vigil.yaml"));
        Configuration moved = new Configuration(
                c.file(),
                c.title(),
                c.sources(),
                c.asOf(),
                releases.resolveSibling(releases.getFileName() + "-store").toString(),
                releases,
                c.eventCatalogue(),
                c.key(),
                Configuration.Reports.NONE,
                c.spark(),
                Configuration.Runs.beside(releases));
        CountedRun counted =
                new WeeklyRun(moved, KeyRing.demonstration(), Progress.SILENT).count(SharedWorkers.get(), 64L << 20);
        Publication.publish(moved, counted, release -> {});
    }

    static List<String> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellRuns(String notebook) throws IOException {
        assertEquals(List.of(), run(notebook).faults());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void notebooksAreNbformat4WithoutOutputs(String notebook) throws IOException {
        JsonNode root = new ObjectMapper().readTree(FOLDER.resolve(notebook).toFile());

        assertEquals(4, root.path("nbformat").asInt());
        assertEquals("java", root.at("/metadata/language_info/name").asText());
        for (JsonNode cell : root.path("cells")) {
            if (cell.path("cell_type").asText().equals("code")) {
                assertEquals("[]", cell.path("outputs").toString());
                assertTrue(cell.path("execution_count").isNull());
            }
        }
    }

    /** The twelve months add up to what the generator of the samples has in its own books for the months of 2025. */
    @Test
    void monthlyCountsShowsTheLastTwelveMonths() throws IOException {
        String printed = run("monthly-counts.ipynb").printed();

        assertTrue(printed.contains("2025-12-01"), printed);
        assertTrue(printed.contains("[p]"), printed);
        assertTrue(printed.endsWith("Twelve months: " + expectedOfTheLastTwelveMonths() + "\n"), printed);
    }

    private static long expectedOfTheLastTwelveMonths() throws IOException {
        JsonNode months = new ObjectMapper(new com.fasterxml.jackson.dataformat.yaml.YAMLFactory())
                .readTree(Path.of("../data-samples/expected.yaml").toFile())
                .path("months-by-occurred-date");
        long sum = 0;
        for (int month = 1; month <= 12; month++) {
            sum += months.path(String.format(Locale.ROOT, "2025-%02d", month))
                    .path("jewish")
                    .asLong();
        }
        return sum;
    }

    /** What a notebook printed and what went wrong. */
    private record Outcome(String printed, List<String> faults) {}

    private static Outcome run(String notebook) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> faults = new ArrayList<>();
        PrintStream out = System.out;
        System.setProperty(RELEASES, releases.resolve("restricted").toString());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (JShell shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), java.util.Map.of())
                .compilerOptions("-classpath", System.getProperty("java.class.path"))
                .build()) {
            for (String cell : codeCells(notebook)) {
                runCell(shell, cell, faults);
            }
        } finally {
            System.setOut(out);
            System.clearProperty(RELEASES);
        }
        return new Outcome(printed.toString(StandardCharsets.UTF_8), faults);
    }

    private static List<String> codeCells(String notebook) throws IOException {
        List<String> cells = new ArrayList<>();
        for (JsonNode cell :
                new ObjectMapper().readTree(FOLDER.resolve(notebook).toFile()).path("cells")) {
            if (cell.path("cell_type").asText().equals("code")) {
                StringBuilder source = new StringBuilder();
                cell.path("source").forEach(line -> source.append(line.asText()));
                cells.add(source.toString());
            }
        }
        return cells;
    }

    private static void runCell(JShell shell, String cell, List<String> faults) {
        String rest = cell;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            String snippet = next.source() == null ? rest : next.source();
            for (SnippetEvent event : shell.eval(snippet)) {
                if (event.exception() != null) {
                    faults.add(snippet + ": " + event.exception());
                } else if (event.status() != Snippet.Status.VALID) {
                    shell.diagnostics(event.snippet())
                            .forEach(fault -> faults.add(snippet + ": " + fault.getMessage(Locale.ROOT)));
                }
            }
            rest = next.source() == null ? "" : next.remaining();
        }
    }
}
