package org.vigil.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a run: that it ran, how it ended, and what it published for everybody. It is what hooks and schedulers are given. No count, no name of a file and no
 * sentence of the run is in it, nor the name of a restricted release, which follows from exact tables.
 *
 * @param formatVersion {@value #FORMAT_VERSION}
 * @param command command of the run, small letters
 * @param startedAt when it started
 * @param endedAt when it ended; absent while it lasts, and for ever if it was killed
 * @param durationSeconds how long it took
 * @param codeVersion version of this program
 * @param configurationHash SHA-256 of what the configuration declares, hexadecimal, as in a manifest
 * @param exitCode what the process said to its caller
 * @param release the release for everybody; absent if there is none
 */
public record PublicRunRecord(
        int formatVersion,
        String command,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Double durationSeconds,
        String codeVersion,
        String configurationHash,
        @Nullable Integer exitCode,
        @Nullable ReleaseEntry release) {

    /** Raised when a key gets another meaning or goes; a new key alone does not raise it. */
    public static final int FORMAT_VERSION = 1;

    /**
     * A release for everybody.
     *
     * @param releaseId name of its folder
     * @param asOfDate day whose state of knowledge it shows
     * @param policy by what it protects people
     * @param alreadyPublished whether the very same release stood there before, so that nothing was written
     */
    public record ReleaseEntry(String releaseId, LocalDate asOfDate, String policy, boolean alreadyPublished) {}
}
