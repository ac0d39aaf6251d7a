package org.vigil.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.declaration.Problem;
import org.vigil.disclosure.Policy;
import org.vigil.incident.MasterKey;
import org.vigil.profile.SharedReference;
import org.vigil.profile.SourceProfiles;
import org.vigil.report.document.PackSelection;
import org.vigil.report.document.ReportForm;

class ConfigurationReaderTest {
    private static final String GOOD = """
            title: London, week by week
            sources:
              - profile: london-synthetic
                extracts:
                  - path: extracts/london_*.csv
                    extract-date-pattern: london_{yyyy-MM-dd}.csv
            events: uk
            key: demonstration
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void writeExtracts() throws IOException {
        Files.createDirectories(folder.resolve("extracts"));
        for (String name : List.of("london_2024-01-14.csv", "london_2024-01-07.csv", "other.csv")) {
            Files.writeString(folder.resolve("extracts").resolve(name), "incident_id\n");
        }
    }

    @Test
    void fillsInEveryDefaultAndSortsExtractsByTheDatesInTheirNames() {
        Configuration configuration = read(GOOD);

        assertEquals("London, week by week", configuration.title());
        assertEquals(folder.resolve("releases"), configuration.releases());
        assertEquals(Optional.empty(), configuration.asOf());
        assertEquals("uk", configuration.eventCatalogue());
        assertEquals(new KeySource.Demonstration(), configuration.key());
        assertEquals(new Configuration.Reports(ReportForm.documents(), PackSelection.all()), configuration.reports());
        assertEquals(new Configuration.Spark(OptionalInt.empty(), 64), configuration.spark());
        assertEquals(new Configuration.Runs(folder.resolve("runs"), 520), configuration.runs());
        assertEquals(Configuration.Retention.FOR_EVER, configuration.retention());
        Configuration.Source source = configuration.sources().get(0);
        assertEquals("london-synthetic", source.code());
        assertEquals(0.02, source.rejectedShare());
        assertEquals(
                List.of(
                        new Configuration.Extract(
                                folder.resolve("extracts/london_2024-01-07.csv"), LocalDate.of(2024, 1, 7)),
                        new Configuration.Extract(
                                folder.resolve("extracts/london_2024-01-14.csv"), LocalDate.of(2024, 1, 14))),
                source.extracts());
    }

    @Test
    void readsEveryKey() {
        Configuration configuration = read("""
                title: All of it
                sources:
                  - profile: nypd-hate-crimes
                    source: nypd
                    rejected-share: 0.1
                    extracts:
                      - path: extracts/other.csv
                        extract-date: 2024-02-01
                  - profile: met-hate-crime-counts
                    extracts:
                      - {path: extracts/other.csv, extract-date: 2024-02-02}
                as-of: 2024-03-01
                releases: out
                runs: kept/runs
                runs-kept: 52
                retention: {restricted-release-days: 730, run-days: 365}
                events: us
                key: {file: keys/master.key, create-if-missing: true}
                tolerance: {rejected-share: 0.05, unique-share: 0.3}
                reports: {formats: html, packs: [whole-area, community-jewish]}
                spark: {partitions: 7, split-mib: 16}
                """);

        assertEquals(
                List.of("nypd", "met-hate-crime-counts"),
                configuration.sources().stream().map(Configuration.Source::code).toList());
        assertEquals(
                List.of(0.1, 0.05),
                configuration.sources().stream()
                        .map(Configuration.Source::rejectedShare)
                        .toList());
        assertEquals(
                List.of(0.3, 0.3),
                configuration.sources().stream()
                        .map(Configuration.Source::uniqueShare)
                        .toList());
        assertEquals(Optional.of(LocalDate.of(2024, 3, 1)), configuration.asOf());
        assertEquals(folder.resolve("out"), configuration.releases());
        assertEquals(new KeySource.KeyFile(folder.resolve("keys/master.key"), true), configuration.key());
        assertEquals(
                new Configuration.Reports(
                        Set.of(ReportForm.HTML), PackSelection.of(List.of("whole-area", "community-jewish"))),
                configuration.reports());
        assertEquals(new Configuration.Spark(OptionalInt.of(7), 16), configuration.spark());
        assertEquals(new Configuration.Runs(folder.resolve("kept/runs"), 52), configuration.runs());
        assertEquals(new Configuration.Retention(OptionalInt.of(730), OptionalInt.of(365)), configuration.retention());
    }

    @Test
    void readsAProfileBesideTheConfiguration() throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                SourceProfiles.shippedText("london-synthetic").replace("profile: london-synthetic", "profile: mine"));

        Configuration configuration = read(GOOD.replace("profile: london-synthetic", "profile: mine.yaml"));

        assertEquals("mine", configuration.sources().get(0).code());
    }

    @Test
    void publishedCountsNeedNoKey() {
        String text = GOOD.replace("london-synthetic", "met-hate-crime-counts").replace("key: demonstration\n", "");

        assertEquals(new KeySource.None(), read(text).key());
    }

    @Test
    void makesTheKeyFileOnceWhereThatIsDeclared() {
        String text = GOOD.replace("key: demonstration", "key: {file: keys/k, create-if-missing: true}");

        byte[] first = read(text).key().open().derive("incident", 1);
        byte[] second = read(text).key().open().derive("incident", 1);

        assertTrue(java.util.Arrays.equals(first, second));
        assertNotEquals("demonstration key", read(text).key().open().toString());
        assertEquals("demonstration key", new KeySource.Demonstration().open().toString());
    }

    @Test
    void readsAKeyRing() {
        String text = GOOD.replace(
                "key: demonstration",
                "key: {credential: vigil-3, epoch: 3, earlier: [{epoch: 1, file: keys/first}, {epoch: 2, credential: c}]}");

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> read(text));
        assertEquals(
                "the key file \"keys/first\" does not exist",
                refusal.problems().get(0).found());
        MasterKey.create(folder.resolve("keys/first"));
        assertEquals(
                new KeySource.Ring(new TreeMap<>(Map.of(
                        1, new KeySource.KeyFile(folder.resolve("keys/first"), false),
                        2, new KeySource.Credential("c"),
                        3, new KeySource.Credential("vigil-3")))),
                read(text).key());
        assertEquals(
                new KeySource.Credential("vigil-master-key"),
                read(GOOD.replace("demonstration", "credential")).key());
        assertEquals(
                new KeySource.Environment(),
                read(GOOD.replace("demonstration", "environment")).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key: 5f1e9a3c7b2d4860a1c5e7f90b3d6824f0e1d2c3b4a5968778695a4b3c2d1e0f",
                "key: {file: 0x5F1E9A3C7B2D4860A1C5E7F90B3D6824F0E1D2C3B4A5968778695A4B3C2D1E0F}",
                "key: {file: a, master: 5f1e9a3c7b2d4860a1c5e7f90b3d6824f0e1d2c3b4a5968778695a4b3c2d1e0f}",
                "key: {file: a, epoch: 2, earlier: [{epoch: 1, file: Xx6aPHstSGChxef5Cz1oJPDh0sO0pZZ4eGlaSzwtHg8=}]}",
                "key: {environment: Xx6aPHstSGChxef5Cz1oJPDh0sO0pZZ4eGlaSzwtHg8}",
                "key: {5f1e9a3c7b2d4860a1c5e7f90b3d6824f0e1d2c3b4a5968778695a4b3c2d1e0f: yes}"
            })
    void refusesAKeyInItsTextAndDoesNotRepeatIt(String declared) {
        List<String> sentences = sentences(GOOD.replace("key: demonstration", declared));

        assertEquals(
                List.of(folder.resolve("vigil.yaml")
                        + ", line 8: key holds what looks like a key itself, which is not repeated here; expected the place"
                        + " of a key. Take it out of the configuration, make another key with vigil doctor --init, and"
                        + " consider who could have read this one."),
                sentences);
    }

    @Test
    void answersProblemsOfConfigurationAndProfileTogether() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("mine.yaml"),
                SourceProfiles.shippedText("london-synthetic").replace("geography: london", "geography: paris"));
        Path file = folder.resolve("vigil.yaml");
        String text =
                GOOD.replace("profile: london-synthetic", "profile: mine.yaml").replace("events: uk", "events: fr");
        Files.writeString(file, text);

        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> ConfigurationReader.read(file));

        assertEquals(
                "The configuration " + file + " cannot be used: 2 problems.\n"
                        + "- " + profile + ", line 14: geography is \"paris\"; expected one of london, nyc, us-states. "
                        + "Write one of these.\n"
                        + "- " + file + ", line 7: events is \"fr\"; expected one of uk, us. Write one of these.",
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        events: uk | event: uk | line 7: the key "event" is not known; expected one of title, sources, as-of, store, releases, public, runs, runs-kept, retention, events, key, tolerance, reports, spark. Did you mean events?
        events: uk | events: uks | line 7: events is "uks"; expected one of uk, us. Did you mean uk?
        events: uk | releases: out | line 1: events is missing; expected one of uk, us. Add events:.
        title: London, week by week | tolerance: {rejected-share: 2} | line 1: tolerance.rejected-share is "2"; expected a share from 0 to 1. Write 0.02 for 2 per cent.
        title: London, week by week | as-of: 30/06/2024 | line 1: as-of is "30/06/2024"; expected a date. Write year-month-day, as 2024-06-30.
        title: London, week by week | spark: {split-mib: 0} | line 1: spark.split-mib is "0"; expected a whole number from 1 to 1024. Write such a number.
        title: London, week by week | runs: releases/runs | line 1: runs lies in the folder of the releases; expected a folder of its own for the records of runs. Write for example runs: run-records.
        title: London, week by week | releases: runs | line 1: releases is called runs; expected a folder of its own for the records of runs. Write for example runs: run-records.
        title: London, week by week | runs-kept: 0 | line 1: runs-kept is "0"; expected a whole number from 1 to 1000000. Write such a number.
        title: London, week by week | retention: {run-days: 0} | line 1: retention.run-days is "0"; expected a whole number from 1 to 36525. Write such a number.
        title: London, week by week | retention: {quarantine-days: 9} | line 1: the key "quarantine-days" in retention is not known; expected one of restricted-release-days, run-days. Remove it.
        title: London, week by week | reports: {formats: [pdf, docx]} | line 1: reports.formats is "docx"; expected one of pdf, html, ods, charts. Write one of these.
        title: London, week by week | reports: {packs: [boroughs]} | line 1: reports.packs is "boroughs"; expected one of whole-area, areas, communities, events, the name of one, such as community-jewish. Write one of these.
        profile: london-synthetic | profile: london-syntetic | line 3: sources[1].profile is "london-syntetic"; expected one of canonical, fbi-hate-crime, london-synthetic, met-hate-crime-counts, nypd-hate-crimes. Did you mean london-synthetic?
        profile: london-synthetic | profile: [a] | line 3: sources[1].profile is a list; expected a text. Write profile: and the text on one line.
        extracts/london_*.csv | extracts/paris_*.csv | line 5: no file fits "extracts/paris_*.csv"; expected at least one. Check folder and pattern.
        extracts/london_*.csv | ex*/london.csv | line 5: the path "ex*/london.csv" has * in a folder; expected * in the file name only. Name each folder.
        extracts/london_*.csv | extracts/*.csv | line 6: the file name other.csv does not fit extract-date-pattern; expected london_{yyyy-MM-dd}.csv. Change the pattern or the path.
        london_{yyyy-MM-dd}.csv | london_yyyy-MM-dd.csv | line 6: sources[1].extracts[1].extract-date-pattern is "london_yyyy-MM-dd.csv"; expected a file name with one date in braces. Write for example london_{yyyy-MM-dd}.csv.
        london_{yyyy-MM-dd}.csv | london_{yyyy-MM}.csv | line 6: sources[1].extracts[1].extract-date-pattern is "london_{yyyy-MM}.csv"; expected a file name with one date in braces. Write for example london_{yyyy-MM-dd}.csv.
        extract-date-pattern: london_{yyyy-MM-dd}.csv | path: x | line 5: sources[1].extracts[1].extract-date is missing; expected the date of the file, or extract-date-pattern. Write extract-date: 2024-06-30.
        key: demonstration | releases: out | line 1: key is missing; incidents of london-synthetic are stored under keyed pseudonyms; expected key: with file:, or key: demonstration for synthetic sources. Make a key file with vigil doctor --init and name it.
        key: demonstration | key: demo | line 8: key is "demo"; expected demonstration, credential, environment, or file: with the path of a key file. Write one of these.
        key: demonstration | key: {epoch: 1} | line 8: key.file is missing; expected one of file, credential, environment. Add file: with the path of the key file.
        key: demonstration | key: {file: a.key, credential: b} | line 8: key.file and credential are both there; expected one of file, credential, environment. Keep the place that holds the key.
        key: demonstration | key: {credential: a, environment: true} | line 8: key.credential and environment are both there; expected one of file, credential, environment. Keep the place that holds the key.
        key: demonstration | key: {environment: false} | line 8: key.environment is not true; expected environment: true, with the key in VIGIL_MASTER_KEY. Write true, or name a file.
        key: demonstration | key: {credential: ../a} | line 8: key.credential is "../a"; expected the name of a credential: letters, digits, dots and hyphens. Write the name that stands in the unit of the service.
        key: demonstration | key: {credential: a, create-if-missing: true} | line 8: key.create-if-missing stands beside credential; expected file: with it. Remove it: only a file can be made.
        key: demonstration | key: {credential: a, earlier: [{epoch: 1, credential: b}]} | line 8: key.earlier[1].epoch is 1; expected less than 1, the epoch of the newest key. Write epoch: 2 beside the newest key, or a higher one.
        key: demonstration | key: {credential: a, epoch: 3, earlier: [{epoch: 1, credential: b}, {epoch: 1, credential: c}]} | line 8: key.earlier[2].epoch is 1, as that of another earlier key; expected each epoch once. Remove one of them.
        key: demonstration | key: {credential: a, epoch: 3, earlier: [{credential: b}]} | line 8: key.earlier[1].epoch is missing; expected the number under which this key was the newest. Write epoch: 1 for the first.
        key: demonstration | key: {credential: a, epoch: 2, earlier: [{epoch: 1, environment: true}]} | line 8: the key "environment" in key.earlier[1] is not known; expected one of epoch, file, credential. Remove it.
        key: demonstration | key: {credential: a, epoch: 0} | line 8: key.epoch is "0"; expected a whole number from 1 to 1000000. Write such a number.
        key: demonstration | key: {file: none.key} | line 8: the key file "none.key" does not exist. Make it with vigil doctor --init, or restore it from its backup.
        london-synthetic | nypd-hate-crimes | line 8: the demonstration key is published and the source nypd-hate-crimes is not synthetic; expected key: with file:. Make a key file with vigil doctor --init and name it.
        """)
    void saysWhereWhatAndWhatToDo(String part, String broken, String sentence) {
        List<String> sentences = sentences(GOOD.replace(part, broken));

        String expected = folder.resolve("vigil.yaml") + ", " + sentence;
        assertTrue(
                sentences.contains(expected), () -> "expected\n" + expected + "\nin\n" + String.join("\n", sentences));
    }

    @Test
    void aKeyOfConfidentialRecordsIsNeverMadeInPassing() {
        String text = GOOD.replace("london-synthetic", "canonical")
                .replace("key: demonstration", "key: {file: k, create-if-missing: true}");

        assertEquals(
                List.of(folder.resolve("vigil.yaml")
                        + ", line 8: key.create-if-missing is true and the records of canonical are not public; expected a key file "
                        + "that is there. Make it once with vigil doctor --init and keep a copy: a lost key must not be replaced "
                        + "unnoticed."),
                sentences(text));
    }

    @Test
    void refusesOneSourceTwiceAndOneFileTwice() {
        String text = """
                title: Twice
                sources:
                  - profile: met-hate-crime-counts
                    extracts:
                      - {path: extracts/other.csv, extract-date: 2024-02-01}
                      - {path: extracts/../extracts/other.csv, extract-date: 2024-02-02}
                  - profile: met-hate-crime-counts
                    extracts:
                      - {path: extracts/other.csv, extract-date: 2024-02-01}
                events: uk
                """;
        Path file = folder.resolve("vigil.yaml");

        assertEquals(
                List.of(
                        file
                                + ", line 6: the file other.csv is named twice; expected each file once. Remove one of them.",
                        file
                                + ", line 7: the source \"met-hate-crime-counts\" is declared again; it stands on line 3 already. "
                                + "Put its extracts together, or give one of them another code with source:."),
                sentences(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        polis | source-id | shared-reference in the profile of the source charity names the source polis, which is not configured; expected one of police. Add that source, correct its code, or remove shared-reference.
        charity | source-id | shared-reference in the profile of the source charity names that source itself; expected another source. Name the source whose ids the column holds, or remove shared-reference.
        police | natural-key | shared-reference in the profile of the source charity names the source police, whose records have no single id of their publisher; expected a source whose identity.kind is source-id or source-id-merged. Remove shared-reference: nobody can note a number that is not there.
        """)
    void refusesAReferenceThatCannotBeFollowed(String named, String identity, String sentence) throws IOException {
        writeProfile("police", identity, "");
        writeProfile("charity", "source-id", "shared-reference: {column: police_ref, source: " + named + "}\n");

        assertEquals(List.of(folder.resolve("vigil.yaml") + ", line 2: " + sentence), sentences(twoSources()));
    }

    @Test
    void refusesReferencesInBothDirections() throws IOException {
        writeProfile("police", "source-id", "shared-reference: {column: charity_ref, source: charity}\n");
        writeProfile("charity", "source-id", "shared-reference: {column: police_ref, source: police}\n");

        assertEquals(
                List.of(
                        folder.resolve("vigil.yaml")
                                + ", line 2: shared-reference in the profile of the source police names the source charity, and that one"
                                + " names police; expected a reference in one direction. Remove shared-reference from one of the two profiles."),
                sentences(twoSources()));
    }

    @Test
    void acceptsAReferenceToASourceWithIdsOfItsOwn() throws IOException {
        writeProfile("police", "source-id", "");
        writeProfile("charity", "source-id", "shared-reference: {column: police_ref, source: police}\n");

        assertEquals(
                new SharedReference("police_ref", "police"),
                read(twoSources()).sources().get(1).profile().sharedReference().orElseThrow());
    }

    private void writeProfile(String code, String identity, String more) throws IOException {
        Files.writeString(
                folder.resolve(code + ".yaml"),
                SourceProfiles.shippedText("canonical")
                                .replace("profile: canonical", "profile: " + code + "\nsynthetic: true")
                                .replace("kind: source-id", "kind: " + identity)
                        + more);
    }

    private static String twoSources() {
        return """
                title: Two
                sources:
                  - {profile: police.yaml, extracts: [{path: extracts/other.csv, extract-date: 2024-02-01}]}
                  - {profile: charity.yaml, extracts: [{path: extracts/london_2024-01-07.csv, extract-date: 2024-02-01}]}
                events: uk
                key: demonstration
                """;
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path missing = folder.resolve("missing.yaml");

        assertEquals(
                "The configuration " + missing + " cannot be used: 1 problem.\n- " + missing
                        + ": there is no such file. Check the path given with --config.",
                assertThrows(ConfigurationException.class, () -> ConfigurationReader.read(missing))
                        .getMessage());
    }

    @Test
    void publicReleasesAreMadeWhereTheyAreDeclaredAndByTheCellKeyMethodUnlessOtherwise() {
        assertEquals(Optional.empty(), read(GOOD).publicReleases());
        assertEquals(
                Optional.of(new Configuration.PublicReleases(folder.resolve("open"), Policy.CELL_KEY)),
                read(GOOD + "public: {releases: open}\n").publicReleases());
        assertEquals(
                Optional.of(new Configuration.PublicReleases(folder.resolve("open"), Policy.SUPPRESS)),
                read(GOOD + "public: {releases: open, policy: suppress}\n").publicReleases());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {releases: releases}                       | public.releases is the folder of releases; expected a folder apart from everything restricted. Write for example releases: public-releases.
            {releases: releases/open}                  | public.releases and the folder of releases lie one in the other; expected a folder apart
            {releases: .}                              | public.releases and the folder of store lie one in the other; expected a folder apart
            {releases: store}                          | public.releases is the folder of store; expected a folder apart
            {releases: link/open}                      | public.releases and the folder of releases lie one in the other; expected a folder apart
            {releases: extracts}                       | public.releases is the folder of extracts of london-synthetic; expected a folder apart from everything restricted. Write for example releases: public-releases.
            {releases: extracts/open}                  | public.releases and the folder of extracts of london-synthetic lie one in the other; expected a folder apart
            {releases: extracts/../linked}             | public.releases is the folder of extracts of london-synthetic; expected a folder apart
            {releases: .}                              | public.releases holds the configuration; expected a folder apart from everything restricted. Write for example releases: public-releases.
            {policy: cell-key}                         | public.releases is missing; expected the folder of the public releases
            {releases: open, policy: already-public}   | public.policy is already-public and the records of london-synthetic are not public; expected only sources whose profile says already-public, with address and licence. Write policy: cell-key, or publish that source by itself.
            """)
    void refusesPublicReleasesThatCouldGiveAwayWhatIsRestricted(String declared, String problem) throws IOException {
        Files.createDirectories(folder.resolve("releases"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("releases"));
        Files.createDirectories(folder.resolve("linked"));
        Files.writeString(folder.resolve("linked/a.csv"), "incident_id\n");
        Files.createSymbolicLink(folder.resolve("extracts/london_2024-01-21.csv"), folder.resolve("linked/a.csv"));

        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> read(GOOD + "public: " + declared + "\n"));

        assertTrue(String.valueOf(refused.getMessage()).contains(problem), refused.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{file: open/k}", "{credential: c, epoch: 2, earlier: [{epoch: 1, file: open/k}]}", "{file: k}"})
    void refusesPublicReleasesAroundAKeyFileOrALinkToOne(String key) throws IOException {
        Files.createDirectories(folder.resolve("open"));
        MasterKey.create(folder.resolve("open/k"));
        Files.createSymbolicLink(folder.resolve("k"), folder.resolve("open/k"));

        assertEquals(
                List.of(folder.resolve("vigil.yaml")
                        + ", line 10: public.releases holds a key file; expected a folder apart from everything restricted. Write for"
                        + " example releases: public-releases."),
                sentences(GOOD.replace("key: demonstration", "key: " + key) + "public:\n  releases: open\n"));
    }

    @Test
    void extractsMayLieBesideTheConfigurationAndThePublicFolder() throws IOException {
        Files.writeString(folder.resolve("london_2024-01-07.csv"), "incident_id\n");
        String text = GOOD.replace("extracts/london_*", "london_*") + "public: {releases: open}\n";

        assertTrue(read(text).publicReleases().isPresent());
    }

    @Test
    void extractsThatArePublicAlreadyMayLieAnywhere() {
        String text = GOOD.replace("london-synthetic", "met-hate-crime-counts").replace("key: demonstration\n", "")
                + "public: {releases: extracts/open, policy: already-public}\n";

        assertTrue(read(text).publicReleases().isPresent());
    }

    @Test
    void theHashChangesWithWhatCanChangeAFigureOnly() {
        String hash = read(GOOD).hash();

        assertEquals(64, hash.length());
        assertEquals(
                hash,
                read("# a comment\n" + GOOD.replace("events: uk\n", "") + "events: \"uk\"\n")
                        .hash());
        assertEquals(
                hash,
                read(GOOD
                                + "releases: elsewhere\nspark: {partitions: 3}\nreports: {formats: pdf}\nretention: {run-days: 9}\n")
                        .hash());
        assertEquals(hash, read(GOOD + "tolerance: {unique-share: 0.1}\n").hash(), "a warning moves no figure");
        assertEquals(hash, read(GOOD + "tolerance: {rejected-share: 0.020}\n").hash(), "the default said aloud");
        assertNotEquals(hash, read(GOOD + "tolerance: {rejected-share: 0.03}\n").hash());
        assertNotEquals(hash, read(GOOD.replace("events: uk", "events: us")).hash());
        assertEquals(
                hash,
                read(GOOD.replace("london_*", "london_2024-01-07*")).hash(),
                "extracts have checksums of their own in the release");
        assertNotEquals(hash, read(GOOD + "tolerance: {vanished-share: 0.5}\n").hash());
        assertNotEquals(hash, read(GOOD).withAsOf(LocalDate.of(2024, 1, 14)).hash());
        assertNotEquals(
                hash,
                read(GOOD.replace("london-synthetic", "london-synthetic\n    source: other"))
                        .hash());
    }

    private Configuration read(String text) {
        try {
            return ConfigurationReader.read(Files.writeString(folder.resolve("vigil.yaml"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> sentences(String text) {
        return assertThrows(ConfigurationException.class, () -> read(text)).problems().stream()
                .map(Problem::sentence)
                .toList();
    }
}
