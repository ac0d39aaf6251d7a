package org.vigil.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.run.Progress;

final class RunRecordingTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00.123Z");

    private final List<String> warnings = new ArrayList<>();

    @Test
    void saysBeforeTheFirstStepThatTheRunHasStartedAndNotEnded(@TempDir Path folder) throws IOException {
        begin(folder, NOON);

        RunRecord record = newest(folder);
        assertEquals("weekly", record.command());
        assertEquals(NOON, record.startedAt());
        assertNull(record.endedAt());
        assertNull(record.outcome());
        assertEquals(List.of(), record.steps());
        assertEquals("vigil.yaml", record.configuration().fileName());
        assertTrue(
                record.process().sparkVersion().matches("\\d+\\.\\d+\\.\\d+"),
                record.process().sparkVersion());
    }

    @Test
    void eachSentenceEndsTheStepBefore(@TempDir Path folder) throws IOException {
        List<String> terminal = new ArrayList<>();
        RunRecording recording = RunRecording.begin("weekly", configuration(folder), terminal::add, warnings::add);
        recording.say("Looking");
        useProcessor(40);
        recording.say("Reading");

        List<RunRecord.StepEntry> steps = newest(folder).steps();
        assertEquals(List.of("Looking", "Reading"), terminal);
        assertEquals(terminal, steps.stream().map(RunRecord.StepEntry::name).toList());
        double duration = Objects.requireNonNull(steps.get(0).durationSeconds());
        double cpu = Objects.requireNonNull(steps.get(0).cpuSeconds());
        assertTrue(duration >= 0.040, () -> "duration " + duration);
        // The clock of the process ticks every 10 ms.
        assertTrue(cpu >= 0.02, () -> "processor time " + cpu);
        assertEquals(
                steps.get(1).startSeconds(), steps.get(0).startSeconds() + duration, 0.0011, "steps follow each other");
        assertNull(steps.get(1).durationSeconds());
        assertNull(steps.get(1).peakHeapBytes());
    }

    @Test
    void aFailureLeavesItsSentenceAndEndsTheLastStep(@TempDir Path folder) throws IOException {
        RunRecording recording = begin(folder, NOON);
        recording.say("Reading");
        recording.failed(3, "Cannot read a.csv: there is no such file.");

        RunRecord record = newest(folder);
        assertEquals(new RunRecord.OutcomeEntry(3, "Cannot read a.csv: there is no such file."), record.outcome());
        assertEquals(NOON, record.endedAt());
        assertNotNull(record.steps().get(0).durationSeconds());
        assertEquals(
                List.of(
                        "2026-02-03T12:00:00.123Z  vigil weekly, version VERSION, configuration vigil.yaml",
                        "2026-02-03T12:00:00.123Z  Reading",
                        "2026-02-03T12:00:00.123Z  Cannot read a.csv: there is no such file.",
                        "2026-02-03T12:00:00.123Z  Ended with exit code 3 after N seconds"),
                Files.readAllLines(only(folder, ".log")).stream()
                        .map(line -> line.replaceAll("version [^,]+", "version VERSION")
                                .replaceAll("after [0-9.]+", "after N"))
                        .toList());
    }

    @Test
    void onlyTheOwnerCanReadRecordAndLog(@TempDir Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        begin(folder, NOON).say("Reading");

        assertEquals("rwx------", rights(folder.resolve("runs")));
        assertEquals("rw-------", rights(only(folder, ".json")));
        assertEquals("rw-------", rights(only(folder, ".public.json")));
        assertEquals("rw-------", rights(only(folder, ".log")));
    }

    @Test
    void whatAnybodyMayKnowHoldsNoSentenceAndNoCount(@TempDir Path folder) throws IOException {
        RunRecording recording = begin(folder, NOON);
        recording.say("Reading 12,345 records of incidents.csv");
        recording.failed(1, "Nothing was published: 37 of 12,345 records of incidents.csv were rejected.");

        assertEquals(
                """
                {
                  "format_version" : 1,
                  "command" : "weekly",
                  "started_at" : "2026-02-03T12:00:00.123Z",
                  "ended_at" : "2026-02-03T12:00:00.123Z",
                  "duration_seconds" : N,
                  "code_version" : "VERSION",
                  "configuration_hash" : "HASH",
                  "exit_code" : 1,
                  "release" : null
                }
                """,
                Files.readString(only(folder, ".public.json"))
                        .replaceAll("seconds\" : [0-9.]+", "seconds\" : N")
                        .replaceAll("code_version\" : \"[^\"]+", "code_version\" : \"VERSION")
                        .replaceAll("[0-9a-f]{64}", "HASH"));
    }

    @Test
    void aFolderThatCannotBeWrittenGivesOneWarningAndNothingElse(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("runs"), "a file where the folder should be");
        RunRecording recording = begin(folder, NOON);
        recording.say("Reading");
        recording.succeeded("Done");

        assertEquals(
                List.of("The record of this run could not be written in " + folder.resolve("runs")
                        + "; expected a folder of your own on a disk with room. The run itself is not touched by that."
                        + " Check runs in the configuration."),
                warnings);
    }

    @Test
    void aFolderThatGoesAwayGivesOneWarningAsWell(@TempDir Path folder) throws IOException {
        RunRecording recording = begin(folder, NOON);
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder.resolve("runs"));
        recording.say("Reading");
        recording.say("Publishing");
        recording.succeeded("Done");

        assertEquals(1, warnings.size());
    }

    @Test
    void keepsTheNewestRunsAndWhateverIsNotOfARun(@TempDir Path folder) throws IOException {
        for (int day = 0; day < 5; day++) {
            begin(folder, NOON.plusSeconds(86_400L * day)).failed(3, "No.");
        }
        Path runs = folder.resolve("runs");
        Files.writeString(runs.resolve("20260203T120000124Z_weekly_1.json.part"), "{");
        Files.writeString(runs.resolve("notes.json"), "{}");
        assertEquals(17, count(folder), "a failed run removes nothing");

        RunRecording last = begin(folder, NOON.plusSeconds(86_400L * 5));
        assertEquals(3 + 1, last.deleteOld(2), "three runs and one that left a part only");
        last.succeeded("Done");

        assertEquals(new RunRecord.RetentionEntry(2, 4), newest(folder).retention());
        long pid = ProcessHandle.current().pid();
        assertEquals(
                Stream.concat(
                                IntStream.of(6, 7, 8)
                                        .boxed()
                                        .flatMap(day -> Stream.of(".json", ".log", ".public.json")
                                                .map(end -> "2026020" + day + "T120000123Z_weekly_" + pid + end)),
                                Stream.of("notes.json"))
                        .toList(),
                names(folder));
    }

    @Test
    void deletesRecordsAndLogsThatWereKeptLongEnoughAndNoLink(@TempDir Path folder) throws IOException {
        for (int day = 0; day < 2; day++) {
            begin(folder, NOON.plusSeconds(86_400L * day)).failed(3, "No.");
        }
        Path runs = folder.resolve("runs");
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "{}");
        Files.createSymbolicLink(runs.resolve("20250203T120000123Z_weekly_1.json"), elsewhere);
        RunRecording last = RunRecording.begin(
                "weekly",
                configuration(folder, "retention: {run-days: 2}\n"),
                Progress.SILENT,
                warnings::add,
                Clock.fixed(NOON.plusSeconds(86_400L * 2 + 60), ZoneOffset.UTC));

        last.deleteOld(0);

        assertEquals(
                List.of("20250203T120000123Z", "20260204T120000123Z", "20260205T120100123Z"),
                names(folder).stream()
                        .map(name -> name.replaceFirst("_.*", ""))
                        .distinct()
                        .toList());
        assertTrue(Files.exists(elsewhere));
        assertEquals(List.of(), warnings);
    }

    @Test
    void theRecordOfAKilledRunSaysHowFarItGot(@TempDir Path folder) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRun.class.getName(),
                        configurationFile(folder).toString())
                .redirectErrorStream(true)
                .start();
        try (var said = run.inputReader()) {
            assertEquals(EndlessRun.READY, said.readLine());
            assertTrue(run.toHandle().destroyForcibly());
            assertTrue(run.waitFor(20, TimeUnit.SECONDS));
        } finally {
            run.destroyForcibly();
        }

        RunRecord record = newest(folder);
        assertEquals(run.pid(), record.process().processId());
        assertEquals(
                List.of("Looking", "Reading"),
                record.steps().stream().map(RunRecord.StepEntry::name).toList());
        assertNull(record.endedAt());
        assertNull(record.outcome());
    }

    @Test
    void tellsPeakMemoryWhereTheSystemDoes(@TempDir Path folder) throws IOException {
        Path status =
                Files.writeString(folder.resolve("status"), "VmPeak:\t  900 kB\nVmHWM:\t  1234 kB\nVmRSS:\t 1 kB\n");
        assertEquals(1234 * 1024L, Meter.peakResidentBytes(status));
        assertNull(Meter.peakResidentBytes(Files.writeString(status, "VmPeak:\t  900 kB\n")));
        assertNull(Meter.peakResidentBytes(folder.resolve("none")));
    }

    private RunRecording begin(Path folder, Instant now) throws IOException {
        return RunRecording.begin(
                "weekly", configuration(folder), Progress.SILENT, warnings::add, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Configuration configuration(Path folder) throws IOException {
        return ConfigurationReader.read(configurationFile(folder));
    }

    private static Configuration configuration(Path folder, String more) throws IOException {
        Path file = configurationFile(folder);
        return ConfigurationReader.read(Files.writeString(file, Files.readString(file) + more));
    }

    private static Path configurationFile(Path folder) throws IOException {
        return Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: london-synthetic
                    extracts:
                      - path: extract.csv
                        extract-date: 2025-11-03
                key: demonstration
                events: uk
                runs-kept: 3
                """);
    }

    private static RunRecord newest(Path folder) throws IOException {
        return RunRecords.findNewest(folder.resolve("runs")).orElseThrow();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static long count(Path folder) throws IOException {
        return names(folder).size();
    }

    private static Path only(Path folder, String end) throws IOException {
        List<String> found = names(folder).stream()
                .filter(name -> name.matches("[^.]+" + Pattern.quote(end)))
                .toList();
        assertEquals(1, found.size(), found::toString);
        return folder.resolve("runs").resolve(found.get(0));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Uses that much processor time, however busy the machine is. */
    private static void useProcessor(int millis) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + millis * 1_000_000L;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
