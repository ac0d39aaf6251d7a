package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.ConfigurationReader;
import org.vigil.record.RunRecord;
import org.vigil.record.RunRecords;
import org.vigil.release.LatestRelease;
import org.vigil.run.SharedWorkers;

/** What the weekly command leaves for its operator. */
final class WeeklyRecordTest {
    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n";
    private static final String GOOD =
            "SECRET-1,crime,2025-10-01,2025-10-02,Camden,jewish,race,criminal-damage,street,,police,,no\n";
    private static final String NOWHERE = GOOD.replace("SECRET-1", "SECRET-2").replace("Camden", "Atlantis");
    private static final String REPEATED = GOOD;

    @BeforeAll
    static void shareWorkers() {
        SharedWorkers.get();
    }

    @Test
    void recordsCountsChecksStepsAndReleaseOfARun(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "tolerance: {rejected-share: 0.5}\n");
        Files.writeString(folder.resolve("extract.csv"), HEADER + GOOD + REPEATED + NOWHERE);

        assertEquals(0, vigil("weekly", "--config", configuration.toString()));

        RunRecord record = newest(folder);
        RunRecord.ExtractEntry extract = record.extracts().get(0);
        assertEquals(
                List.of(3L, 1L, 0L, 1L, 0L, 0L, 1L),
                List.of(
                        extract.read(),
                        extract.accepted(),
                        extract.merged(),
                        extract.duplicate(),
                        extract.superseded(),
                        extract.outOfScope(),
                        extract.quarantined()));
        assertEquals(Map.of("unknown-area", 1L), extract.recordsByRule());
        assertEquals(Files.size(folder.resolve("extract.csv")), extract.byteCount());
        assertTrue(record.checks().stream().allMatch(check -> check.passed())
                && !record.checks().isEmpty());
        assertEquals(new RunRecord.OutcomeEntry(0, null), record.outcome());
        assertEquals(
                new RunRecord.ReleaseEntry(
                        LatestRelease.readFrom(folder.resolve("releases/restricted"))
                                .releaseId(),
                        java.time.LocalDate.of(2025, 11, 3),
                        false),
                record.release());
        assertEquals(
                ConfigurationReader.read(configuration).hash(),
                record.configuration().hash());
        double steps = record.steps().stream()
                .mapToDouble(step -> Objects.requireNonNull(step.durationSeconds()))
                .sum();
        double total = Objects.requireNonNull(record.durationSeconds());
        assertEquals(total, record.steps().get(0).startSeconds() + steps, 0.02, "steps without gaps until the end");
        assertTrue(record.steps().size() >= 5, () -> record.steps().toString());
        assertFits(folder);
        assertEquals(new RunRecord.RetentionEntry(0, 0), record.retention());
        assertNoValueOfARecord(folder);
        assertForTheOwnerOnly(folder);

        assertDeletesWhatWasKeptLongEnough(folder, configuration);
        assertTrue(Objects.requireNonNull(newest(folder).release()).alreadyPublished());
    }

    /** Two releases and the record of one run are old; one release is old and not of Vigil's making alone. */
    private static void assertDeletesWhatWasKeptLongEnough(Path folder, Path configuration) throws IOException {
        List<Path> old = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            old.add(copyOfTheRelease(folder, java.time.LocalDate.of(2024, 1, day)));
        }
        Files.writeString(old.get(0).resolve("note.txt"), "mine");
        Files.writeString(folder.resolve("runs/20240101T000000000Z_weekly_1.json"), "{}");
        Files.writeString(folder.resolve("runs/20240101T000000000Z_weekly_1.log"), "");
        Files.writeString(
                configuration, "retention: {restricted-release-days: 30, run-days: 30}\n", StandardOpenOption.APPEND);

        StringWriter forecast = new StringWriter();
        assertEquals(0, vigil(forecast, new StringWriter(), "--dry-run", configuration));
        assertTrue(
                forecast.toString()
                        .contains(
                                "It would delete, as kept long enough: 2 restricted releases and the record of 1 run."),
                forecast::toString);
        assertTrue(old.stream().allMatch(Files::exists));

        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertEquals(0, vigil(out, err, "--json", configuration));

        JsonNode said = new ObjectMapper().readTree(out.toString());
        assertEquals(2, said.get("deleted_releases").asInt());
        assertEquals(1, said.get("deleted_runs").asInt());
        assertEquals(new RunRecord.RetentionEntry(2, 1), newest(folder).retention());
        assertTrue(
                err.toString()
                        .contains("The restricted release " + old.get(0)
                                + " was kept long enough and could not be deleted: it holds a file or link that its manifest does"
                                + " not name; expected a release as it was published, in a folder of your own. Look into it and"
                                + " delete it by hand."),
                err::toString);
        assertTrue(
                Files.readString(files(folder, ".log").get(1))
                        .contains("Deleted 2 restricted releases that were made more than 30 days ago"),
                "the log says it");
        assertEquals(
                List.of(true, false, false, true, true),
                old.stream().map(Files::exists).toList());
        assertEquals(2, records(folder).size());
        assertFits(folder);
    }

    /** A release of another day and source, of which all but the manifest is lost. */
    private static Path copyOfTheRelease(Path folder, java.time.LocalDate day) throws IOException {
        Path restricted = folder.resolve("releases/restricted");
        LatestRelease latest = LatestRelease.readFrom(restricted);
        String name = day + "_0123456789ab";
        Path manifest = Files.writeString(
                Files.createDirectory(restricted.resolve(name)).resolve("manifest.json"),
                Files.readString(restricted.resolve(latest.releaseId()).resolve("manifest.json"))
                        .replace(latest.releaseId(), name)
                        .replace("\"london-synthetic\"", "\"other\"")
                        .replace(latest.asOfDate().toString(), day.toString()));
        Files.setLastModifiedTime(manifest, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
        return restricted.resolve(name);
    }

    private static void assertForTheOwnerOnly(Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        for (String place : List.of("store", "releases/restricted", "runs")) {
            try (Stream<Path> tree = Files.walk(folder.resolve(place))) {
                for (Path path : tree.toList()) {
                    assertEquals(
                            Files.isDirectory(path) ? "rwx------" : "rw-------",
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
                            path.toString());
                }
            }
        }
    }

    @Test
    void recordsARunThatStopsAtItsFindings(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "");
        Files.writeString(folder.resolve("extract.csv"), HEADER + GOOD + NOWHERE);

        assertEquals(1, vigil("weekly", "--config", configuration.toString()));

        RunRecord.OutcomeEntry outcome = Objects.requireNonNull(newest(folder).outcome());
        assertEquals(1, outcome.exitCode());
        assertTrue(Objects.requireNonNull(outcome.sentence()).startsWith("Nothing was published: 1 of 2 records"));
        assertNotNull(newest(folder).endedAt());
        assertFits(folder);
        assertNoValueOfARecord(folder);
    }

    @Test
    void publishesWhereTheRecordCannotBeWritten(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "runs: blocked/runs\n");
        Files.writeString(folder.resolve("blocked"), "");
        Files.writeString(folder.resolve("extract.csv"), HEADER + GOOD);
        StringWriter err = new StringWriter();

        int code = Vigil.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "weekly",
                "--config",
                configuration.toString());

        assertEquals(0, code);
        assertEquals(
                1,
                err.toString()
                        .lines()
                        .filter(line -> line.startsWith(
                                "The record of this run could not be written in " + folder.resolve("blocked/runs")))
                        .count());
        assertTrue(LatestRelease.findIn(folder.resolve("releases/restricted")).isPresent());
    }

    @Test
    void whatWritesNothingLeavesNoRecord(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "");
        Files.writeString(folder.resolve("extract.csv"), HEADER + GOOD);

        assertEquals(0, vigil("weekly", "--dry-run", "--config", configuration.toString()));
        assertEquals(0, vigil("validate", "--config", configuration.toString()));

        assertFalse(Files.exists(folder.resolve("runs")));
    }

    @Test
    void theSchemaRefusesARecordThatLacksAKeyOrHasOneMore(@TempDir Path folder) throws IOException {
        Path configuration = configuration(folder, "");
        assertEquals(3, vigil("weekly", "--config", configuration.toString()));
        ObjectNode record = (ObjectNode)
                new ObjectMapper().readTree(Files.readString(records(folder).get(0)));
        assertEquals(List.of(), schema("vigil-run-record").validate(record));

        assertFalse(schema("vigil-run-record")
                .validate(record.deepCopy().without("outcome"))
                .isEmpty());
        assertFalse(schema("vigil-run-record")
                .validate(record.deepCopy().put("incident", "x"))
                .isEmpty());
    }

    private static void assertFits(Path folder) throws IOException {
        for (Path record : records(folder)) {
            JsonNode json = new ObjectMapper().readTree(Files.readString(record));
            assertEquals(List.of(), schema("vigil-run-record").validate(json));
        }
        List<Path> open = files(folder, ".public.json");
        assertEquals(records(folder).size(), open.size());
        for (Path record : open) {
            JsonNode json = new ObjectMapper().readTree(Files.readString(record));
            assertEquals(List.of(), schema("vigil-public-run-record").validate(json));
        }
    }

    private static void assertNoValueOfARecord(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains("SECRET") || text.contains("Atlantis") || text.contains("Camden"), text);
            }
        }
    }

    private static Schema schema(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RunRecord.class.getResourceAsStream(name + ".schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new ObjectMapper().readTree(in));
        }
    }

    private static List<Path> records(Path folder) throws IOException {
        return files(folder, ".json");
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("[^.]+" + Pattern.quote(end)))
                    .sorted()
                    .toList();
        }
    }

    private static RunRecord newest(Path folder) throws IOException {
        return RunRecords.findNewest(folder.resolve("runs")).orElseThrow();
    }

    private static int vigil(StringWriter out, StringWriter err, String option, Path configuration) {
        return Vigil.run(
                new PrintWriter(out),
                new PrintWriter(err, true),
                "weekly",
                option,
                "--config",
                configuration.toString());
    }

    private static int vigil(String... arguments) {
        return Vigil.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), arguments);
    }

    private static Path configuration(Path folder, String more) throws IOException {
        return Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: london-synthetic
                    extracts:
                      - path: extract.csv
                        extract-date: 2025-11-03
                key: demonstration
                events: uk
                reports:
                  formats: [html]
                  packs: [whole-area]
                """ + more);
    }
}
