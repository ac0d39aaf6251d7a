package org.vigil.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What {@code latest.json} beside the releases of an audience says.
 *
 * @param releaseId folder of the newest release
 * @param asOfDate its as-of date
 */
public record LatestRelease(String releaseId, LocalDate asOfDate) {
    /** Name of the file. */
    public static final String FILE_NAME = "latest.json";

    public LatestRelease {
        Manifest.requireText("release id", releaseId);
    }

    /** The newest release of an audience, if anything has been published. */
    public static Optional<LatestRelease> findIn(Path audienceFolder) {
        Path file = audienceFolder.resolve(FILE_NAME);
        return Files.isRegularFile(file)
                ? Optional.of(Json.readFrom(file, LatestRelease.class, "find the newest release"))
                : Optional.empty();
    }

    /**
     * The newest release of an audience.
     *
     * @throws ReleaseException if nothing has been published there
     */
    public static LatestRelease readFrom(Path audienceFolder) {
        return findIn(audienceFolder)
                .orElseThrow(() -> new ReleaseException("Could not find the newest release: no " + FILE_NAME + " ("
                        + audienceFolder + "); expected a folder that releases were published to. Publish one first or"
                        + " name another folder."));
    }

    /** The bytes of the file. */
    public byte[] json() {
        return Json.file(this);
    }
}
