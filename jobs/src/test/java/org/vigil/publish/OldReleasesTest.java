package org.vigil.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.Audience;
import org.vigil.release.CodesTable;
import org.vigil.release.LatestRelease;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseException;
import org.vigil.release.TableRows;

class OldReleasesTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 7);
    private static final Instant NOW = Instant.parse("2026-01-08T06:00:00Z");
    private static final Instant LIMIT = NOW.minus(Duration.ofDays(365));

    private final Path releases;
    private final Path restricted;

    OldReleasesTest(@TempDir Path folder) {
        releases = folder.resolve("releases");
        restricted = releases.resolve("restricted");
    }

    /** Weeks 0 to 4 of one source, made 800 to 796 days ago. */
    @BeforeEach
    void publishFiveWeeks() throws IOException {
        for (int week = 0; week < 5; week++) {
            made(publish("a", week), 800 - week);
        }
    }

    @Test
    void deletesWhatIsOldAndNotNeeded() throws IOException {
        OldReleases old = OldReleases.find(releases, LIMIT, Set.of(name(1)));

        assertEquals(2, old.count());
        assertEquals(5 + 1, names().size(), "looking deletes nothing");
        assertEquals(new OldReleases.Outcome(2, List.of()), old.delete());
        assertEquals(
                List.of(week(1), week(3), week(4), "latest.json"),
                names().stream().map(OldReleasesTest::date).toList(),
                "needed by the caller, the two newest days, the pointer; nothing half deleted");
    }

    @Test
    void deletesNothingThatIsYoungEnough() {
        assertEquals(
                0,
                OldReleases.find(releases, NOW.minus(Duration.ofDays(801)), Set.of())
                        .count());
        assertEquals(
                1,
                OldReleases.find(releases, NOW.minus(Duration.ofDays(799)).minusSeconds(60), Set.of())
                        .count());
        assertEquals(
                0, OldReleases.find(releases.resolve("none"), NOW, Set.of()).count());
    }

    @Test
    void keepsTheTwoNewestDaysOfEachSetOfSourcesAndTheLatest() throws IOException {
        made(publish("b", 0), 800);
        made(publish("b", 1), 800);
        made(publish("b", 2), 800);
        Files.write(restricted.resolve(LatestRelease.FILE_NAME), new LatestRelease(name(0), FIRST).json());

        OldReleases.find(releases, LIMIT, Set.of()).delete();

        assertEquals(
                List.of(week(0), week(1), week(2), week(3), week(4), "latest.json"),
                names().stream().map(OldReleasesTest::date).toList(),
                "weeks 1 and 2 of b, weeks 3 and 4 of a, and the latest");
    }

    @Test
    void leavesWhatVigilDidNotMakeAndSaysSo() throws IOException {
        Path withNote = Files.writeString(folder(0).resolve("note.txt"), "mine").getParent();
        Files.delete(folder(1).resolve("dictionary.md"));
        Files.createSymbolicLink(folder(1).resolve("dictionary.md"), releases);
        Files.writeString(folder(2).resolve(Manifest.FILE_NAME), "{");
        made(folder(2), 790);
        Path copy = Files.createDirectory(restricted.resolve("copy"));
        Files.copy(folder(3).resolve(Manifest.FILE_NAME), copy.resolve(Manifest.FILE_NAME));
        made(copy, 790);
        Path notes = Files.createDirectory(restricted.resolve("2023-01-01_0123456789ab"));
        Path link = Files.createSymbolicLink(restricted.resolve("link"), folder(0));
        Set<String> before = new TreeSet<>(names());

        OldReleases.Outcome outcome =
                OldReleases.find(releases, LIMIT, Set.of()).delete();

        assertEquals(0, outcome.deleted());
        assertEquals(
                Map.of(
                        withNote,
                        "it holds a file or link that its manifest does not name",
                        folder(1),
                        "it holds a file or link that its manifest does not name",
                        folder(2),
                        "its manifest is damaged or that of another release",
                        copy,
                        "its manifest is damaged or that of another release"),
                outcome.kept().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(OldReleases.Kept::folder, OldReleases.Kept::reason)));
        assertEquals(before, new TreeSet<>(names()));
        assertTrue(Files.exists(notes) && Files.exists(link));
    }

    @Test
    void oneThatCannotBeDeletedDoesNotKeepTheOthers() throws IOException {
        Path inTheWay = Files.createDirectory(restricted.resolve(".staging-deleted-" + name(1)));
        Files.writeString(inTheWay.resolve("a"), "a");
        Path stuck = folder(1);

        OldReleases.Outcome outcome =
                OldReleases.find(releases, LIMIT, Set.of()).delete();

        assertEquals(
                new OldReleases.Outcome(2, List.of(new OldReleases.Kept(stuck, "the system did not let it go"))),
                outcome);
        assertTrue(Files.exists(stuck.resolve(Manifest.FILE_NAME)));
    }

    @Test
    void whatAKilledDeletionLeavesIsSweptByTheNextRun() throws IOException {
        Path half = restricted.resolve(".staging-deleted-" + name(0));
        Files.move(folder(0), half);
        Files.setLastModifiedTime(half, FileTime.from(NOW.minus(Duration.ofDays(2))));

        publish("a", 5);

        assertFalse(Files.exists(half));
    }

    @Test
    void deletesNothingWhereThePointerCannotBeRead() throws IOException {
        Files.writeString(restricted.resolve(LatestRelease.FILE_NAME), "{");

        assertThrows(ReleaseException.class, () -> OldReleases.find(releases, LIMIT, Set.of()));
        assertEquals(6, names().size());
    }

    private Path publish(String source, int week) {
        TableRows codes = new TableRows(CodesTable.TABLE);
        codes.column(CodesTable.CODE_LIST).addText("location_type");
        codes.column(CodesTable.CODE).addText("school");
        codes.column(CodesTable.CODE_LABEL).addText(source);
        codes.column(CodesTable.DEFINITION).addText("A school");
        ReleaseContent content = new ReleaseContent(
                Audience.RESTRICTED,
                FIRST.plusWeeks(week),
                "Restricted, not for publication",
                "0.1.0",
                HASH,
                List.of(codes),
                List.of(new Manifest.ExtractEntry(
                        source + "-1", source, "extract.csv", HASH, 10, new TreeMap<>(Map.of("accepted", 10L)))),
                List.of(new Manifest.CheckEntry("conservation", true, "10 read = 10 accepted")));
        return new ReleasePublisher(releases, Clock.fixed(NOW, ZoneOffset.UTC))
                .publish(content, staged -> {})
                .folder();
    }

    private static void made(Path release, int daysAgo) throws IOException {
        Files.setLastModifiedTime(
                release.resolve(Manifest.FILE_NAME), FileTime.from(NOW.minus(Duration.ofDays(daysAgo))));
    }

    private Path folder(int week) throws IOException {
        return restricted.resolve(name(week));
    }

    private String name(int week) throws IOException {
        return names().stream()
                .filter(name -> name.startsWith(week(week) + "_"))
                .findFirst()
                .orElseThrow();
    }

    private static String week(int week) {
        return FIRST.plusWeeks(week).toString();
    }

    private static String date(String name) {
        return name.replaceFirst("_.*", "");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(restricted)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
