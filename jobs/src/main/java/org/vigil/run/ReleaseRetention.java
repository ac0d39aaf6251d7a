package org.vigil.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.vigil.config.Configuration;
import org.vigil.publish.OldReleases;

/** Keeps restricted releases as long as the configuration says, which is for ever unless it says otherwise. */
public final class ReleaseRetention {
    private ReleaseRetention() {}

    /**
     * Deletes the releases that were kept long enough, under the lock of the folder of releases.
     *
     * @param current name of the release of this run, which stays
     * @param progress told how many are gone
     * @throws LockedException if another run is publishing to the same folder
     * @throws org.vigil.release.ReleaseException if the folder cannot be read
     */
    public static OldReleases.Outcome apply(Configuration configuration, String current, Progress progress) {
        OptionalInt days = configuration.retention().restrictedReleaseDays();
        if (days.isEmpty()) {
            return new OldReleases.Outcome(0, List.of());
        }
        try (RunLock lock = RunLock.take(configuration.releases())) {
            Objects.requireNonNull(lock);
            OldReleases.Outcome outcome = OldReleases.find(
                            configuration.releases(), madeBefore(days.getAsInt()), Set.of(current))
                    .delete();
            if (outcome.deleted() > 0) {
                progress.say("Deleted " + outcome.deleted() + " restricted releases that were made more than "
                        + days.getAsInt() + " days ago");
            }
            return outcome;
        }
    }

    /** How many releases a run that made none would delete now. */
    public static int forecast(Configuration configuration) {
        OptionalInt days = configuration.retention().restrictedReleaseDays();
        return days.isEmpty()
                ? 0
                : OldReleases.find(configuration.releases(), madeBefore(days.getAsInt()), Set.of())
                        .count();
    }

    private static Instant madeBefore(int days) {
        return Clock.systemUTC().instant().minus(Duration.ofDays(days));
    }
}
