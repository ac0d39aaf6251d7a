package org.vigil.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Folders in which releases are built, beside the published ones; readers pass over them. */
final class Staging {
    static final String PREFIX = ".staging-";

    /** No run takes that long: what is older was left by a run that died. */
    private static final Duration DEAD_AFTER = Duration.ofDays(1);

    private Staging() {}

    /** A new empty folder that only its owner may enter. */
    static Path create(Path audienceFolder) throws IOException {
        return Files.createTempDirectory(audienceFolder, PREFIX);
    }

    /** Removes what runs that died more than a day before {@code now} left behind, as far as the system lets us: no release should fail over it. */
    static void sweep(Path audienceFolder, Instant now) throws IOException {
        List<Path> left;
        try (Stream<Path> entries = Files.list(audienceFolder)) {
            left = entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path path : left) {
            if (Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(DEAD_AFTER))) {
                remove(path);
            }
        }
    }

    private static void remove(Path left) {
        try {
            Durable.deleteTree(left);
        } catch (IOException | UncheckedIOException e) {
            // What could not be removed now is there for the next run.
        }
    }
}
