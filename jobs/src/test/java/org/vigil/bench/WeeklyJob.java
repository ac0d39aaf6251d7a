package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigil.incident.KeyRing;
import org.vigil.run.ReadRun;
import org.vigil.run.StoredRun;

/** Vigil's side of a week: what is new is taken into a store that holds the history, a state is counted, the monthly table is written. */
final class WeeklyJob {
    private WeeklyJob() {}

    /** Arguments: folder of the extracts, folder to write to; the store stands in the latter. */
    public static void main(String[] arguments) throws IOException {
        Path input = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        Path months = Files.createDirectories(output).resolve("month_counts.parquet");
        Files.deleteIfExists(months);
        long started = System.nanoTime();
        try (StoredRun stored = StoredRun.open(
                ColdJob.configuration(input, output), KeyRing.demonstration(), step -> ColdJob.say(started, step))) {
            ReadRun run = stored.read();
            ColdJob.say(started, "Writing the months");
            ColdJob.writeMonths(run.sources().get(0), months);
        }
        ColdJob.say(started, "Done");
    }
}
