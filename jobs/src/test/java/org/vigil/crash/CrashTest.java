package org.vigil.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.run.Step;
import org.vigil.spark.Workers;

/** A run is killed with SIGKILL, at every named step and at random times: nothing is lost, and the same run made again gives the same bytes. */
final class CrashTest {
    private static final Random RANDOM = new Random(2_026);

    /** What a run killed right after a step leaves: the line between "not taken in" and "taken in" is the commit, and so on. */
    private static final Map<Step, Aftermath.Reached> LEFT_BY = new EnumMap<>(Map.of(
            Step.LOCK_TAKEN, Aftermath.Reached.NOTHING,
            Step.LAYERS_WRITTEN, Aftermath.Reached.NOTHING,
            Step.QUARANTINE_WRITTEN, Aftermath.Reached.NOTHING,
            Step.COUNTS_KEPT, Aftermath.Reached.NOTHING,
            Step.VERSION_COMMITTED, Aftermath.Reached.VERSION,
            Step.STATE_COUNTED, Aftermath.Reached.VERSION,
            Step.RELEASE_STAGED, Aftermath.Reached.VERSION,
            Step.RELEASE_RENAMED, Aftermath.Reached.RELEASE,
            Step.LATEST_REPLACED, Aftermath.Reached.LATEST));

    @SuppressWarnings("NullAway.Init")
    private static Workers workers;

    @SuppressWarnings("NullAway.Init")
    private static KilledRuns runs;

    @BeforeAll
    static void prepare(@TempDir Path folder) throws IOException, InterruptedException {
        workers = Workers.start(Files.createDirectories(folder.resolve("workers")));
        runs = KilledRuns.prepare(folder);
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void losesNothingWhenKilledAt(Step step) throws IOException, InterruptedException {
        assertEquals(LEFT_BY.get(step), runs.killAt(step).reached());
    }

    @RepeatedTest(20)
    void losesNothingWhenKilledAtAnyTime() throws IOException, InterruptedException {
        runs.killAtRandom(RANDOM);
    }
}
