package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.cli.Vigil;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.disclosure.PublicAnswers;
import org.vigil.incident.KeyRing;
import org.vigil.incident.MasterKey;
import org.vigil.profile.SourceProfiles;
import org.vigil.publish.PublishedRelease;
import org.vigil.record.RunRecord;
import org.vigil.record.RunRecords;
import org.vigil.release.Audience;
import org.vigil.release.LatestRelease;
import org.vigil.release.ReleaseFiles;
import org.vigil.storage.StorageFolder;

/** Runs that make a public release, or cannot, or die over it. */
final class PublicRunTest {
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2021, 6, 7);
    private static final KeyRing RING = KeyRing.of(MasterKey.ofDigits("V", Optional.of("0123456789abcdef".repeat(4))));
    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n";
    private static final String ROW =
            "A-1,crime,2025-10-01,2025-10-02,Camden,jewish,race,criminal-damage,street,,police,,no\n";

    // ---- A key that draws is missing or another one ----

    @Test
    void aMissingOrAnotherKeyOfTheDrawsCostsThePublicReleaseAndNothingElse(@TempDir Path folder) throws IOException {
        for (String name : List.of("first", "second", "third")) {
            Path key = Files.writeString(
                    folder.resolve(name), (name + ".").repeat(6).substring(0, 32));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(
                folder.resolve("profile.yaml"),
                SourceProfiles.shippedText("london-synthetic").replace("extracts: delta", "extracts: full"));
        Files.writeString(folder.resolve("week_2025-11-03.csv"), HEADER + ROW);
        assertEquals(0, weekly(configuration(folder, "{file: first}"), new StringWriter()));
        Configuration moving = ConfigurationReader.read(
                configuration(folder, "{file: second, epoch: 2, earlier: [{epoch: 1, file: first}]}"));
        // The sources are moved, and the move dies before the draws are.
        assertThrows(
                IllegalStateException.class,
                () -> StoreRekeying.move(
                        moving,
                        moving.key().open(),
                        dyingAt(Step.VERSION_COMMITTED),
                        WorkersSource.of(SharedWorkers.get())));
        Files.writeString(folder.resolve("week_2025-11-10.csv"), HEADER + ROW + ROW.replace("A-1", "A-2"));
        Map<String, String> before = published(folder);

        StringWriter missing = new StringWriter();
        assertEquals(1, weekly(configuration(folder, "{file: second, epoch: 2}"), missing));
        assertSaid(
                missing,
                "No public release was made: the figures published from the store " + folder.resolve("store")
                        + " were drawn under a key of epoch 1, and none of that epoch is configured; expected it, or every"
                        + " figure would be drawn anew. Name it in the configuration under key:; if it is lost, run vigil store"
                        + " rekey.");
        RunRecord record = RunRecords.findNewest(folder.resolve("runs")).orElseThrow();
        assertEquals(
                LocalDate.of(2025, 11, 10),
                record.release() == null ? null : record.release().asOfDate(),
                "those inside have theirs");
        assertEquals(
                LocalDate.of(2025, 11, 10),
                LatestRelease.readFrom(folder.resolve("releases/restricted")).asOfDate());
        assertEquals(before, published(folder));

        StringWriter another = new StringWriter();
        assertEquals(
                1,
                weekly(configuration(folder, "{file: second, epoch: 2, earlier: [{epoch: 1, file: third}]}"), another));
        assertSaid(
                another,
                "No public release was made: the figures published from the store " + folder.resolve("store")
                        + " were drawn under another master key of epoch 1; expected the same key, or every figure would be"
                        + " drawn anew. Name it in the configuration under key:; if it is lost, run vigil store"
                        + " rekey.");
        assertEquals(before, published(folder));
    }

    private static void assertSaid(StringWriter said, String sentence) {
        assertTrue(said.toString().lines().anyMatch(sentence::equals), said::toString);
    }

    private static int weekly(Path configuration, StringWriter said) {
        SharedWorkers.get();
        PrintWriter both = new PrintWriter(said, true);
        return Vigil.run(both, both, "weekly", "--config", configuration.toString());
    }

    private static Path configuration(Path folder, String key) throws IOException {
        return configuration(folder, key, "profile.yaml");
    }

    // ---- A run that dies over its public release ----

    /** Where it dies. */
    enum Death {
        /** Another run holds the public folder. */
        BEFORE_THE_LEDGER,
        /** The ledger knows what was drawn, and nobody has seen it. */
        RELEASE_STAGED,
        /** The release is there, and the latest is still said to be the one before. */
        RELEASE_RENAMED
    }

    @TempDir
    private static Path made = Path.of("");

    private static List<CountedRun> weeks = List.of();
    private static Path afterOneWeek = Path.of("");
    private static Path undisturbed = Path.of("");

    /** A city on two Mondays: made up once, published and died over many times. */
    @BeforeAll
    static void publishTwoWeeks() throws IOException {
        PublicAnswers city = new PublicAnswers(FIRST_MONDAY.plusWeeks(1));
        weeks = Stream.of(FIRST_MONDAY, FIRST_MONDAY.plusWeeks(1))
                .map(day -> new CountedRun(day, List.of(), List.of(), List.of(city.knownOn(day)), List.of()))
                .toList();
        Files.writeString(made.resolve("week_2021-06-07.csv"), HEADER);
        afterOneWeek = Files.createDirectory(made.resolve("one-week"));
        publish(afterOneWeek, 0, Progress.SILENT);
        undisturbed = copyOf(afterOneWeek, "undisturbed");
        publish(undisturbed, 1, Progress.SILENT);
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatDiesHasPublishedAsAWholeOrNotAtAllAndTheNextPublishesTheSame(Death death) throws IOException {
        Path folder = copyOf(afterOneWeek, death.name());
        Map<String, String> before = published(folder);

        RuntimeException died = assertThrows(RuntimeException.class, () -> die(folder, death));

        assertTrue(
                String.valueOf(died.getMessage())
                        .contains(death == Death.BEFORE_THE_LEDGER ? "Another run is writing to" : "died"),
                died.toString());
        assertEquals(
                ledger(death == Death.BEFORE_THE_LEDGER ? before : published(undisturbed)), ledger(published(folder)));
        boolean isThere = death == Death.RELEASE_RENAMED;
        assertEquals(isThere ? releases(published(undisturbed)) : releases(before), releases(published(folder)));
        assertEquals(latest(afterOneWeek), latest(folder), "readers are led to a whole release");

        PublishedRelease next = publish(folder, 1, Progress.SILENT);

        assertEquals(isThere, next.alreadyPublished());
        assertEquals(published(undisturbed), published(folder));
    }

    @Test
    void theSecondWeekDrawsAndPublishesWhatTheFirstDidNot() throws IOException {
        assertTrue(ledger(published(undisturbed)).size()
                > ledger(published(afterOneWeek)).size());
        assertTrue(ledger(published(undisturbed))
                .keySet()
                .containsAll(ledger(published(afterOneWeek)).keySet()));
        assertNotEquals(latest(afterOneWeek), latest(undisturbed));
    }

    private static void die(Path folder, Death death) {
        if (death == Death.BEFORE_THE_LEDGER) {
            try (RunLock other = RunLock.take(folder.resolve("open"))) {
                Objects.requireNonNull(other);
                publish(folder, 1, Progress.SILENT);
            }
        } else {
            publish(folder, 1, dyingAt(Step.valueOf(death.name())));
        }
    }

    /** What a run does with a state that it has counted. */
    private static PublishedRelease publish(Path folder, int week, Progress progress) {
        StorageFolder store = StorageFolder.at(folder.resolve("store").toString());
        Configuration configuration = configuration();
        Configuration.PublicReleases declared = new Configuration.PublicReleases(
                folder.resolve("open"),
                configuration.publicReleases().orElseThrow().policy());
        return PublicRelease.prepare(configuration, declared, new RunKeys(RING, store), store, weeks.get(week))
                .publish(staged -> {}, progress);
    }

    private static Configuration configuration() {
        try {
            return ConfigurationReader.read(configuration(made, "demonstration", "london-synthetic"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- Both ----

    private static Path configuration(Path folder, String key, String profile) throws IOException {
        return Files.writeString(folder.resolve("vigil.yaml"), """
                title: Test
                sources:
                  - profile: %s
                    extracts:
                      - path: week_*.csv
                        extract-date-pattern: week_{yyyy-MM-dd}.csv
                key: %s
                events: uk
                public:
                  releases: open
                reports:
                  formats: [html]
                  packs: [whole-area]
                """.formatted(profile, key));
    }

    private static Progress dyingAt(Step at) {
        return new Progress() {
            @Override
            public void say(String sentence) {
                // The steps are enough.
            }

            @Override
            public void at(Step step) {
                if (step == at) {
                    throw new IllegalStateException("died");
                }
            }
        };
    }

    private static Path copyOf(Path folder, String name) throws IOException {
        Path copy = Files.createDirectory(made.resolve(name));
        for (Map.Entry<String, Path> file : ReleaseFiles.in(folder).entrySet()) {
            Path to = copy.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.copy(file.getValue(), to);
        }
        return copy;
    }

    /** Checksums of all that everybody can read, and of the ledger; what is no release's is left out. */
    private static Map<String, String> published(Path folder) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (String place : List.of("open", "store/ledger")) {
            for (Map.Entry<String, Path> file :
                    ReleaseFiles.in(folder.resolve(place)).entrySet()) {
                if (!file.getKey().equals(".lock")) {
                    checksums.put(
                            place + "/" + file.getKey(),
                            ReleaseFiles.entry(file.getValue()).sha256());
                }
            }
        }
        assertTrue(checksums.size() > 10, checksums::toString);
        return checksums;
    }

    private static Map<String, String> ledger(Map<String, String> published) {
        Map<String, String> ledger = new TreeMap<>(published);
        ledger.keySet().removeIf(name -> !name.startsWith("store/"));
        return ledger;
    }

    private static Map<String, String> releases(Map<String, String> published) {
        Map<String, String> releases = new TreeMap<>(published);
        releases.keySet().removeIf(name -> name.startsWith("store/") || name.endsWith(LatestRelease.FILE_NAME));
        return releases;
    }

    private static LatestRelease latest(Path folder) {
        return LatestRelease.readFrom(folder.resolve("open").resolve(Audience.PUBLIC.code()));
    }
}
