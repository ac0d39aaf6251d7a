package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.run.SharedWorkers;

/** What a user's mistake or a broken machine leads to: one sentence, the documented exit code, nothing half-written. */
final class BadInputTest {
    private static final Path REAL = Path.of("../../shared/real-data");
    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn";
    private static final String GOOD =
            "A-1,crime,2025-10-01,2025-10-02,Camden,jewish,race,criminal-damage,street,,police,,no";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void shareWorkers() {
        SharedWorkers.get();
    }

    @Test
    void publishesAGoodExtract() throws IOException {
        extract(HEADER, GOOD);
        assertEquals("exit 0: ", weekly(configuration("")));
        assertEquals(1, published().size());
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        assertEquals(
                "exit 3: Cannot read FOLDER/extract.csv: there is no such file. Check the path in the configuration.",
                weekly(configuration("")));
        assertNothingPublished();
    }

    @Test
    void saysWhichFilesAreMissingAllAtOnce() throws IOException {
        Path configuration = configuration("");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace(
                                "    extracts:\n",
                                "    extracts:\n      - path: other.csv\n        extract-date: 2025-11-02\n"));
        assertEquals(
                "exit 3: Cannot read 2 extracts: there are no such files (FOLDER/other.csv, FOLDER/extract.csv)."
                        + " Check the paths in the configuration.",
                weekly(configuration));
        assertNothingPublished();
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.createFile(folder.resolve("extract.csv"));
        assertEquals(
                "exit 3: Cannot read FOLDER/extract.csv: found an empty file (0 bytes); expected a header and rows."
                        + " Deliver the file again.",
                weekly(configuration("")));
        assertNothingPublished();
    }

    @Test
    void refusesAnotherEncodingThanDeclared() throws IOException {
        Files.write(
                folder.resolve("extract.csv"),
                (HEADER + "\n" + GOOD.replace("Camden", "Camd\u00E9n") + "\n").getBytes(StandardCharsets.ISO_8859_1));
        String said = weekly(configuration(""));
        assertTrue(said.startsWith("exit 3: Cannot read FOLDER/extract.csv: "), said);
        assertTrue(said.contains("UTF-8"), said);
        assertNothingPublished();
    }

    @Test
    void stopsAtIdentifiersThatASpreadsheetHasRounded() throws IOException {
        extract(HEADER, GOOD, GOOD.replace("A-1", "2.02105E+14"));
        assertEquals(
                "exit 1: Nothing was published: extract.csv has 1 records that break the rule damaged-identity; expected"
                        + " identifiers as the publisher wrote them, not rounded by a spreadsheet. Ask the publisher for"
                        + " the file as exported, and do not open it in a spreadsheet.",
                weekly(configuration("")));
        assertNothingPublished();
    }

    @Test
    void stopsAtTheRealFileThatASpreadsheetHasSpoilt() throws IOException {
        Path file = REAL.resolve("nyc-nypd-hate-crimes/NYPD_Hate_Crimes_excel_resaved.csv");
        assumeTrue(Files.exists(file), "not there: " + file);
        Path configuration = Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: nypd-hate-crimes
                    extracts:
                      - path: %s
                        extract-date: 2024-12-31
                key:
                  file: test.key
                  create-if-missing: true
                events: us
                releases: releases
                """.formatted(
                        file.toAbsolutePath().normalize()));
        String said = weekly(configuration);
        assertTrue(said.startsWith("exit 1: Nothing was published: NYPD_Hate_Crimes_excel_resaved.csv has "), said);
        assertTrue(said.contains("damaged-identity"), said);
        assertNothingPublished();
    }

    @Test
    void refusesColumnsThatTheProfileDoesNotFit() throws IOException {
        extract(HEADER.replace("area,", "place,"), GOOD);
        String said = weekly(configuration(""));
        assertTrue(said.startsWith("exit 3: Cannot read FOLDER/extract.csv: "), said);
        assertTrue(said.contains("\"area\""), said);
        assertFalse(said.contains("place"), said);
        assertNothingPublished();
    }

    @Test
    void refusesAColumnOfNames() throws IOException {
        extract(HEADER + ",Victim Name", GOOD + ",Jane Doe");
        assertEquals(
                "exit 1: Stopped reading extract.csv: column 14 is headed like a person's name; expected no direct"
                        + " identifier of anybody. Nothing was published. Ask the publisher for the file without that"
                        + " column.",
                weekly(configuration("")));
        assertNothingPublished();
    }

    @ParameterizedTest
    @CsvSource({
        "jane.doe@example.org, an e-mail address",
        "020 7946 0018, a telephone number",
        "SW1A 1AA, a postcode",
        "QQ 12 34 56 C, a national insurance number"
    })
    void refusesAColumnOfContacts(String value, String kind) throws IOException {
        extract(HEADER, GOOD, GOOD.replace("A-1", "A-2").replace("street", value.replace("QQ", "AB")));
        assertEquals(
                "exit 1: Stopped reading extract.csv: the column \"location_type\" holds what looks like " + kind
                        + "; expected no direct identifier of anybody. Nothing was published. Ask the publisher for the"
                        + " file without that column.",
                weekly(configuration("")));
        assertNothingPublished();
    }

    @Test
    void refusesAMalformedProfile() throws IOException {
        extract(HEADER, GOOD);
        Files.writeString(folder.resolve("mine.yaml"), "profile: mine\nversion: [\n");
        String said = weekly(configuration("").toString(), "london-synthetic", "mine.yaml");
        assertTrue(said.startsWith("exit 2: "), said);
        assertTrue(said.contains("mine.yaml"), said);
        assertNothingPublished();
    }

    @Test
    void refusesAMalformedConfiguration() throws IOException {
        String said = weekly(configuration("sauces: []\n"));
        assertTrue(said.startsWith("exit 2: "), said);
        assertTrue(said.contains("the key \"sauces\" is not known"), said);
        assertNothingPublished();
    }

    @Test
    void refusesAConfigurationThatIsNotThere() {
        String said = weekly(folder.resolve("none.yaml"));
        assertTrue(said.startsWith("exit 2: "), said);
        assertTrue(said.contains("there is no such file"), said);
        assertNothingPublished();
    }

    @Test
    void findsADateAfterTheExtractOnItsRow() throws IOException {
        List<String> rows = many(100);
        rows.add(GOOD.replace("A-1", "Z-1").replace("2025-10-02", "2026-10-02"));
        extract(HEADER, rows.toArray(String[]::new));
        assertEquals("exit 0: ", weekly(configuration("")));
        String quarantine = Files.readString(published().get(0).resolve("csv/quarantine.csv"));
        assertTrue(quarantine.contains(",101,0,date-after-extract,"), quarantine);
    }

    @Test
    void namesTheRulesWhenTooManyRecordsAreHeldOut() throws IOException {
        List<String> rows = many(90);
        for (int i = 0; i < 10; i++) {
            rows.add(GOOD.replace("A-1", "Z-" + i).replace("Camden", "Atlantis"));
        }
        extract(HEADER, rows.toArray(String[]::new));
        assertEquals(
                "exit 1: Nothing was published: 10 of 100 records of extract.csv (10.0 %) are rejected, more than the"
                        + " tolerated 2.0 %. Rules: unknown-area (10; expected a name, code or alias of the geography)."
                        + " Correct the extract or its profile, or raise tolerance.rejected-share.",
                weekly(configuration("")));
        assertNothingPublished();
    }

    @Test
    void holdsOutAnUnknownWordForWithdrawn() throws IOException {
        List<String> rows = many(100);
        rows.add(GOOD.replace("A-1", "Z-1").replace(",no", ",perhaps"));
        extract(HEADER, rows.toArray(String[]::new));
        assertEquals("exit 0: ", weekly(configuration("")));
        String quarantine = Files.readString(published().get(0).resolve("csv/quarantine.csv"));
        assertTrue(quarantine.contains(",101,0,invalid-yes-no,"), quarantine);
    }

    @Test
    void saysThatAFileStandsWhereReleasesBelong() throws IOException {
        extract(HEADER, GOOD);
        Files.writeString(folder.resolve("releases"), "in the way");
        assertEquals(
                "exit 3: Could not publish a release there: a file stands where a folder is needed. Choose another"
                        + " location (FOLDER/releases/restricted).",
                weekly(configuration("")));
        assertEquals("in the way", Files.readString(folder.resolve("releases")));
    }

    @Test
    void waitsForNoOtherRun() throws IOException {
        extract(HEADER, GOOD);
        Files.createDirectories(folder.resolve("releases"));
        Path lockFile = Files.writeString(folder.resolve("releases/.lock"), "process 42\n");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertTrue(lock.isValid());
            assertEquals(
                    "exit 4: Another run is writing to FOLDER/releases (process 42). Wait until it has ended, or give"
                            + " this run another folder.",
                    weekly(configuration("")));
        }
        assertNothingPublished();
    }

    @Test
    void leavesNothingBehindWhenTheDiskTakesNoMore() throws Exception {
        // Two years of weeks make a table of many megabytes.
        extract(HEADER, GOOD, GOOD.replace("A-1", "A-2").replace("2025-10-", "2023-10-"));
        String said = weeklyWithFilesUpTo(2_000);
        assertTrue(
                said.startsWith("exit 3: Could not write table counts as CSV: the disk is full; expected room"), said);
        assertFalse(said.contains("\n"), said);
        assertNothingPublished();
    }

    @Test
    void saysThatThereIsNoRoomForTemporaryFiles() throws Exception {
        extract(HEADER, GOOD);
        String said = weeklyWithFilesUpTo(100);
        assertTrue(said.startsWith("exit 3: "), said);
        assertTrue(said.contains("the disk is full; expected room for"), said);
        assertFalse(said.contains("\n"), said);
        assertNothingPublished();
    }

    /** The command in a process of its own whose files cannot grow beyond some kibibytes: the nearest to a full disk that needs no rights. */
    private String weeklyWithFilesUpTo(int kibibytes) throws IOException, InterruptedException {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash), "no bash to limit the size of files with");
        Path own = Files.createDirectories(folder.resolve("tmp"));
        Process run = new ProcessBuilder(
                        bash.toString(),
                        "-c",
                        "ulimit -f " + kibibytes + "; exec \"$@\"",
                        "limited",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "-Djava.io.tmpdir=" + own,
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.vigil.cli.Vigil",
                        "weekly",
                        "--config",
                        configuration("").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(run.waitFor(2, TimeUnit.MINUTES), said);
        return "exit " + run.exitValue() + ": " + sentences(said).replace(folder.toString(), "FOLDER");
    }

    private static List<String> many(int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(GOOD.replace("A-1", "A-" + i));
        }
        return rows;
    }

    private void extract(String header, String... rows) throws IOException {
        Files.writeString(folder.resolve("extract.csv"), header + "\n" + String.join("\n", rows) + "\n");
    }

    private Path configuration(String more) throws IOException {
        return Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: london-synthetic
                    extracts:
                      - path: extract.csv
                        extract-date: 2025-11-03
                key: demonstration
                events: uk
                releases: releases
                reports:
                  formats: [html]
                  packs: [whole-area]
                """ + more);
    }

    private String weekly(String configuration, String part, String replacement) throws IOException {
        Path file = Path.of(configuration);
        Files.writeString(file, Files.readString(file).replace(part, replacement));
        return weekly(file);
    }

    /** Exit code and what is said beside progress, without the name of the test's folder. */
    private String weekly(Path configuration) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Vigil.run(
                new PrintWriter(out, true), new PrintWriter(err, true), "weekly", "--config", configuration.toString());
        String said = sentences(err.toString()).replace(folder.toString(), "FOLDER");
        assertFalse(said.contains("\tat "), said);
        return "exit " + code + ": " + said;
    }

    private static String sentences(String err) {
        return String.join(
                "\n",
                err.lines()
                        .filter(line -> !line.matches(" *[0-9.]+ s  .*"))
                        .filter(line -> !line.startsWith("WARNING: "))
                        .toList());
    }

    private List<Path> published() throws IOException {
        Path restricted = folder.resolve("releases/restricted");
        if (!Files.isDirectory(restricted)) {
            return List.of();
        }
        try (Stream<Path> releases = Files.list(restricted)) {
            return releases.filter(Files::isDirectory).toList();
        }
    }

    /** No release, no staging folder, no pointer to the latest one; the lock's own file may stay. */
    private void assertNothingPublished() {
        Path releases = folder.resolve("releases");
        if (!Files.exists(releases)) {
            return;
        }
        try (Stream<Path> found = Files.walk(releases)) {
            assertEquals(
                    List.of(),
                    found.filter(Files::isRegularFile)
                            .map(file -> releases.relativize(file).toString())
                            .filter(name -> !name.equals(".lock"))
                            .toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
