package org.vigil.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vigil.config.Configuration;
import org.vigil.release.ReleaseException;

/** The records of earlier runs. */
public final class RunRecords {
    private RunRecords() {}

    /**
     * The record of the run that started last.
     *
     * @param folder folder of the run records, which need not exist
     * @return nothing where no run has left a record
     * @throws IOException if the folder or the record cannot be read, or the record is damaged
     */
    public static Optional<RunRecord> findNewest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> records = RunFiles.records(folder);
        return records.isEmpty() ? Optional.empty() : Optional.of(RecordJson.read(Files.readAllBytes(records.get(0))));
    }

    /**
     * How many runs a successful run from now would delete the records and logs of.
     *
     * @throws ReleaseException if the folder cannot be read
     */
    public static int countOld(Configuration configuration) {
        Path folder = configuration.runs().folder();
        try {
            // The run to come has a record as well.
            return Files.isDirectory(folder)
                    ? RunFiles.old(
                                    folder,
                                    configuration.runs().kept() - 1,
                                    startedBefore(
                                            configuration, Clock.systemUTC().instant()))
                            .size()
                    : 0;
        } catch (IOException e) {
            throw ReleaseException.failed("look for records of old runs", folder, e);
        }
    }

    /** Runs that started before are kept no longer. */
    static Instant startedBefore(Configuration configuration, Instant now) {
        OptionalInt days = configuration.retention().runDays();
        return days.isPresent() ? now.minus(Duration.ofDays(days.getAsInt())) : Instant.EPOCH;
    }
}
