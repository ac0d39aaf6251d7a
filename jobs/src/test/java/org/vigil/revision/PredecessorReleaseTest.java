package org.vigil.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.release.Audience;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseException;
import org.vigil.release.ReleaseReader;

/** Which release is the one before. */
final class PredecessorReleaseTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private final Path releases;

    PredecessorReleaseTest(@TempDir Path folder) {
        releases = folder.resolve("releases");
    }

    private static MadeUpVintage vintage(LocalDate asOf, long count) {
        return new MadeUpVintage(asOf, LocalDate.of(2024, 1, 1), asOf.minusDays(1))
                .cell("ALL", "all", "iso_week", LocalDate.of(2024, 12, 2), count, "");
    }

    private Path publish(LocalDate asOf, long count) {
        return vintage(asOf, count).publishWithoutRevisions(releases).folder();
    }

    private Optional<Path> found(LocalDate asOf) {
        return PredecessorRelease.find(releases, Audience.RESTRICTED, asOf, Set.of(MadeUpVintage.SOURCE))
                .map(ReleaseReader::folder);
    }

    @Test
    void isTheNewestOfAnEarlierDay() {
        publish(MONDAY, 1);
        Path second = publish(MONDAY.plusWeeks(1), 1);
        publish(MONDAY.plusWeeks(3), 1);

        assertEquals(Optional.of(second), found(MONDAY.plusWeeks(2)));
    }

    @Test
    void isNeverOneOfTheSameDay() {
        assertEquals(Optional.empty(), found(MONDAY));
        publish(MONDAY, 1);
        assertEquals(Optional.empty(), found(MONDAY));
    }

    @Test
    void hasTheSameSources() {
        Path ours = publish(MONDAY, 1);
        new MadeUpVintage(MONDAY.plusWeeks(1), MONDAY, MONDAY)
                .ofSource("other")
                .cell("ALL", "all", "iso_week", MONDAY, 1L, "")
                .publishWithoutRevisions(releases);

        assertEquals(Optional.of(ours), found(MONDAY.plusWeeks(2)));
        assertEquals(
                Optional.empty(),
                PredecessorRelease.find(
                        releases, Audience.RESTRICTED, MONDAY.plusWeeks(2), Set.of(MadeUpVintage.SOURCE, "other")));
    }

    @Test
    void isTheOnePublishedLastWhereADayHasTwo() {
        for (int last = 1; last <= 2; last++) {
            publish(MONDAY, 3 - last);
            Path newest = publish(MONDAY, last);
            assertEquals(Optional.of(newest), found(MONDAY.plusWeeks(1)), "published last: " + last);
        }
    }

    @Test
    void isTheLastByNameWhereNothingElseDecides() throws IOException {
        publish(MONDAY, 1);
        publish(MONDAY, 2);
        publish(MONDAY.plusWeeks(2), 1);
        Path lastByName;
        try (Stream<Path> folders = Files.list(releases.resolve("restricted"))) {
            lastByName = folders.filter(f -> f.getFileName().toString().startsWith(MONDAY.toString()))
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
        }

        assertEquals(Optional.of(lastByName), found(MONDAY.plusWeeks(1)));
    }

    @Test
    void passesOverFoldersThatAreNoReleases() throws IOException {
        Path ours = publish(MONDAY, 1);
        Files.createDirectories(releases.resolve("restricted/2025-01-13_0123456789ab/tables"));
        Path copy = Files.createDirectories(releases.resolve("restricted/copy of 2025-01-13_0123456789ab"));
        Files.writeString(copy.resolve(Manifest.FILE_NAME), "{}");
        Path noDay = Files.createDirectories(releases.resolve("restricted/2025-02-30_0123456789ab"));
        Files.writeString(noDay.resolve(Manifest.FILE_NAME), "{}");

        assertEquals(Optional.of(ours), found(MONDAY.plusWeeks(9)));
    }

    @Test
    void isNotPassedOverWhereItsManifestIsDamaged() throws IOException {
        publish(MONDAY, 1);
        Path damaged = publish(MONDAY.plusWeeks(1), 1);
        Files.writeString(damaged.resolve(Manifest.FILE_NAME), "{\"release");

        ReleaseException e = assertThrows(ReleaseException.class, () -> found(MONDAY.plusWeeks(2)));

        String message = e.getMessage();
        String start = "Could not compare with the release before (" + damaged + "), so that nothing could be marked as"
                + " revised. Could not open the release: ";
        assertEquals(start, message.substring(0, Math.min(start.length(), message.length())));
        assertEquals(
                "Or move that folder out of the folder of releases, and run again: the run is then compared with the release"
                        + " before that one.",
                message.substring(message.indexOf("Or move")));
    }
}
