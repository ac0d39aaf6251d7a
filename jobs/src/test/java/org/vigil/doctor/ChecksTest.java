package org.vigil.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.config.KeySource;
import org.vigil.incident.MasterKey;
import org.vigil.record.RunRecording;
import org.vigil.run.Progress;

final class ChecksTest {
    private static final long MIB = 1L << 20;

    @Test
    void aFileInThePlaceOfAFolderIsBroken(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("releases"), "");
        assertEquals(
                "fail  Releases        " + file + " is not a folder; expected a folder of your own that can be written."
                        + " Check releases in the configuration.",
                FolderChecks.writable("Releases", file.resolve("restricted"), "Check releases in the configuration.")
                        .line());
    }

    @Test
    void aFolderThatRefusesFilesIsBroken(@TempDir Path folder) throws IOException {
        Path refusing = refusing(folder);
        Diagnosis found = FolderChecks.writable("Run records", refusing.resolve("runs"), "Check runs.");
        assertEquals(
                Diagnosis.broken(
                        "Run records",
                        refusing + " cannot be written",
                        "a folder of your own that can be written",
                        "Check runs."),
                found);
        assertEquals(Diagnosis.State.WARNING, FolderChecks.fileSystem(refusing).state());
    }

    @Test
    void leavesNothingInAFolderThatItLooksAt(@TempDir Path folder) throws IOException {
        assertEquals(
                Diagnosis.ok("Releases", folder + " can be written"), FolderChecks.writable("Releases", folder, "-"));
        assertEquals(
                Diagnosis.ok("Releases", folder.resolve("a/b") + " can be made by the first run"),
                FolderChecks.writable("Releases", folder.resolve("a/b"), "-"));
        FolderChecks.fileSystem(folder.resolve("a/b"));
        FolderChecks.disk("Disk", folder.resolve("a/b"), 1);
        assertEquals(List.of(), files(folder));
    }

    @ParameterizedTest
    @CsvSource({"200, OK", "199, WARNING", "100, WARNING", "99, BROKEN"})
    void comparesFreeRoomWithTwiceTheInput(long freeMib, Diagnosis.State expected) {
        assertEquals(
                expected, FolderChecks.disk("Disk", freeMib * MIB, 100 * MIB).state());
    }

    @Test
    void saysHowMuchRoomIsWanted() {
        assertEquals(
                "fail  Disk            5.0 MiB free; expected 200 MiB, twice the extracts. Free some space.",
                FolderChecks.disk("Disk", 5 * MIB, 100 * MIB).line());
    }

    @ParameterizedTest
    @CsvSource({"1024, 0, OK", "910, 0, WARNING", "2048, 1500, OK", "2048, 3000, WARNING"})
    void comparesTheHeapWithWhatTheInputNeeds(long heapMib, long inputMib, Diagnosis.State expected) {
        assertEquals(expected, MachineChecks.heap(heapMib * MIB, inputMib * MIB).state());
    }

    @Test
    void anOlderJavaAndFewOpenFilesAreFound() {
        assertEquals(
                "fail  Java            11.0.2; expected 17 or newer. Install a newer JDK, or set JAVA_HOME.",
                MachineChecks.java(11, "11.0.2").line());
        assertEquals(Diagnosis.State.OK, MachineChecks.java(17, "17").state());
        assertEquals(
                "warn  Open files      at most 256; expected at least 1024. Raise the limit with ulimit -n.",
                MachineChecks.openFiles(256).line());
    }

    @Test
    void saysWhichExtractsCannotBeReadAndHowLargeTheOthersAre(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b.csv"));
        Files.createFile(folder.resolve("c.csv"));
        Configuration configuration = configuration(folder, "a.csv", "b.csv", "c.csv", "d.csv");
        Files.write(folder.resolve("a.csv"), new byte[(int) (3 * MIB)]);

        assertEquals(
                List.of(
                        "ok    Extracts        1 of 4 of london-synthetic can be read, 3.0 MiB",
                        "fail  Extract         FOLDER/b.csv is not a file; expected a file of the source london-synthetic."
                                + " Check the path in the configuration, or deliver the file again.",
                        "fail  Extract         FOLDER/c.csv is empty; expected a file of the source london-synthetic."
                                + " Check the path in the configuration, or deliver the file again.",
                        "fail  Extract         FOLDER/d.csv does not exist; expected a file of the source"
                                + " london-synthetic. Check the path in the configuration, or deliver the file again."),
                InputChecks.extracts(configuration).stream()
                        .map(found -> found.line().replace(folder.toString(), "FOLDER"))
                        .toList());
    }

    @Test
    void aClockBeforeTheNewestExtractIsDoubted(@TempDir Path folder) throws IOException {
        Configuration configuration = configuration(folder, "a.csv");
        assertEquals(
                "warn  Clock           2025-11-02, before the newest extract of 2025-11-03; expected a day on or after it."
                        + " Set the machine's clock, or correct extract-date.",
                InputChecks.clock(configuration, day("2025-11-02")).line());
        assertEquals(
                Diagnosis.State.OK,
                InputChecks.clock(configuration, day("2025-11-03")).state());
    }

    @Test
    void neverShowsAKeyAndFindsOneThatOthersCanRead(@TempDir Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("k");
        byte[] secret = "0123456789abcdefghijklmnopqrstuv".getBytes(StandardCharsets.US_ASCII);
        Files.write(file, secret);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Diagnosis found = InputChecks.key(new KeySource.KeyFile(file, false), Map.of());

        assertEquals(Diagnosis.State.MISTAKEN, found.state());
        assertTrue(found.line().contains("its permissions are rw-r--r--"), found.line());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Diagnosis good = InputChecks.key(new KeySource.KeyFile(file, false), Map.of());
        assertEquals(Diagnosis.ok("Key", file + " can be read by its owner only"), good);
        assertFalse((found.line() + good.line()).contains("0123456789"), "shows the key");
    }

    @Test
    void looksAtEveryKeyOfARing(@TempDir Path folder) {
        Path first = folder.resolve("first");
        MasterKey.create(first);
        String digits = "0123456789abcdef".repeat(4);
        KeySource ring = new KeySource.Ring(
                new TreeMap<>(Map.of(1, new KeySource.KeyFile(first, false), 2, new KeySource.Environment())));

        assertEquals(
                "warn  Key             epoch 1: " + first
                        + " can be read by its owner only; epoch 2: the variable VIGIL_MASTER_KEY holds it; expected a place"
                        + " that other processes of the same owner do not see. Move it to a file or to a credential of"
                        + " systemd.",
                InputChecks.key(ring, Map.of("VIGIL_MASTER_KEY", digits)).line());
        assertEquals(
                "fail  Key             The environment variable VIGIL_MASTER_KEY cannot be used: it is not set; expected the"
                        + " master key as 64 hexadecimal digits. Set it for this process only, or name a key file.",
                InputChecks.key(ring, Map.of()).line());
    }

    /** A newest key that is still to be made says nothing of the others. */
    @Test
    void looksAtTheEarlierKeysThoughTheNewestIsStillToBeMade(@TempDir Path folder) {
        KeySource ring = new KeySource.Ring(new TreeMap<>(Map.of(
                1, new KeySource.KeyFile(folder.resolve("gone"), false),
                2, new KeySource.KeyFile(folder.resolve("new"), true))));

        assertEquals(
                "fail  Key             The key file " + folder.resolve("gone")
                        + " cannot be used: there is no such file. Run vigil doctor --init to make one, or restore it from"
                        + " its backup.",
                InputChecks.key(ring, Map.of()).line());
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @Test
    void makesNoKey(@TempDir Path folder) {
        Path file = folder.resolve("keys/k");
        assertEquals(
                Diagnosis.ok("Key", file + " is made by the first run"),
                InputChecks.key(new KeySource.KeyFile(file, true), Map.of()));
        assertEquals(
                Diagnosis.State.MISTAKEN,
                InputChecks.key(new KeySource.KeyFile(file, false), Map.of()).state());
        assertFalse(Files.exists(file));
        MasterKey.create(file);
        assertEquals(
                Diagnosis.State.OK,
                InputChecks.key(new KeySource.KeyFile(file, false), Map.of()).state());
    }

    @Test
    void tellsHowTheLastRunEnded(@TempDir Path folder) throws IOException {
        Configuration configuration = configuration(folder, "a.csv");
        Path runs = configuration.runs().folder();
        assertEquals(Diagnosis.ok("Last run", "none yet"), ResultChecks.lastRun(runs));

        RunRecording recording = RunRecording.begin("weekly", configuration, Progress.SILENT, warning -> {});
        recording.say("Reading");
        assertTrue(
                lastRun(runs).startsWith("ok    Last run        weekly of T is under way in process "), lastRun(runs));

        recording.failed(3, "Cannot read.");
        assertTrue(
                lastRun(runs)
                        .matches("warn  Last run        weekly of T ended with exit code 3 after [0-9.]+ seconds;"
                                + " expected exit code 0\\. See its log in .*"),
                lastRun(runs));
    }

    @Test
    void tellsThatTheLastRunWasKilledOrItsRecordIsDamaged(@TempDir Path folder) throws IOException {
        Configuration configuration = configuration(folder, "a.csv");
        Path runs = configuration.runs().folder();
        RunRecording.begin("weekly", configuration, Progress.SILENT, warning -> {})
                .say("Reading");
        Path record = files(runs).stream()
                .filter(file -> file.toString().endsWith(".json"))
                .findFirst()
                .orElseThrow();
        long aboveEveryProcess = Long.MAX_VALUE;
        Files.writeString(
                record,
                Files.readString(record)
                        .replaceFirst("\"process_id\" : \\d+", "\"process_id\" : " + aboveEveryProcess));
        assertEquals(
                "warn  Last run        weekly of T never ended: it was killed, or its machine stopped, at the step"
                        + " \"Reading\"; expected a run that came to an end. See its log in " + runs
                        + " and run again.",
                lastRun(runs));

        Files.writeString(record, "{\"format_version\" : 1,");
        assertEquals(
                "warn  Last run        its record in " + runs + " is damaged or cannot be read; expected a record as it"
                        + " was written. Run again; the next run leaves a new one.",
                lastRun(runs));
    }

    private static String lastRun(Path runs) {
        return ResultChecks.lastRun(runs).line().replaceFirst("of \\d{4}-[0-9T:.-]+Z", "of T");
    }

    /** A folder that exists and in which no file can be made, not even by the administrator where the system has such a one. */
    private static Path refusing(Path folder) throws IOException {
        Path system = Path.of("/proc/self");
        if (Files.isDirectory(system)) {
            return system;
        }
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path refusing = Files.createDirectory(folder.resolve("refusing"));
        Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(refusing), "rights bind the user of this test");
        return refusing;
    }

    private static Clock day(String day) {
        return Clock.fixed(Instant.from(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC)), ZoneOffset.UTC);
    }

    private static Configuration configuration(Path folder, String... extracts) throws IOException {
        StringBuilder text = new StringBuilder("""
                title: Test
                sources:
                  - profile: london-synthetic
                    extracts:
                """);
        for (String extract : extracts) {
            text.append("      - {path: ").append(extract).append(", extract-date: 2025-11-03}\n");
        }
        text.append("key: demonstration\nevents: uk\n");
        return ConfigurationReader.read(Files.writeString(folder.resolve("vigil.yaml"), text));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }
}
