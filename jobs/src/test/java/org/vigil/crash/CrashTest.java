package org.vigil.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.run.Step;
import org.vigil.spark.Workers;

/** A job is killed with SIGKILL, at every named step and at random times: nothing is lost, and the same job made again gives the same bytes. */
final class CrashTest {
    private static final List<Kill> AT_EVERY_STEP = Kill.atEveryStep();
    private static final List<Kill> AT_RANDOM = Kill.atRandom(20, new Random(2_026));

    @SuppressWarnings("NullAway.Init")
    private static Workers workers;

    @SuppressWarnings("NullAway.Init")
    private static KilledRuns runs;

    @SuppressWarnings("NullAway.Init")
    private static Map<Kill, Future<KilledRuns.Killed>> outcomes;

    @BeforeAll
    static void prepare(@TempDir Path folder) throws IOException, InterruptedException {
        workers = Workers.start(Files.createDirectories(folder.resolve("workers")));
        runs = KilledRuns.prepare(folder);
        List<Kill> kills = new ArrayList<>(AT_EVERY_STEP);
        kills.addAll(AT_RANDOM);
        outcomes = runs.start(kills);
    }

    @AfterAll
    static void close() {
        runs.close();
        workers.close();
    }

    static List<Kill> atEveryStep() {
        return AT_EVERY_STEP;
    }

    static List<Kill> atRandom() {
        return AT_RANDOM;
    }

    @ParameterizedTest
    @MethodSource("atEveryStep")
    void losesNothingWhenKilledAt(Kill kill) throws InterruptedException {
        assertEquals(
                expected(kill.job(), kill.step().orElseThrow()), outcome(kill).reached());
    }

    @ParameterizedTest
    @MethodSource("atRandom")
    void losesNothingWhenKilledAtAnyTime(Kill kill) throws InterruptedException {
        outcome(kill);
    }

    @Test
    void theNextRunSweepsWhatADeadOneLeftAmongTemporaryFiles() throws IOException, InterruptedException {
        runs.requireScratchSweptByTheNextRun();
    }

    private static KilledRuns.Killed outcome(Kill kill) throws InterruptedException {
        return KilledRuns.get(Objects.requireNonNull(outcomes.get(kill)));
    }

    /** What a job killed right after a step leaves: the line between "not taken in" and "taken in" is the commit, and so on. */
    private static Aftermath.Reached expected(Job job, Step step) {
        return switch (step) {
            case LOCK_TAKEN, LAYERS_WRITTEN, QUARANTINE_WRITTEN, COUNTS_KEPT -> Aftermath.Reached.NOTHING;
            case VERSION_COMMITTED, STATE_COUNTED, RELEASE_STAGED -> Aftermath.Reached.VERSION;
            case RELEASE_RENAMED -> Aftermath.Reached.RELEASE;
            case LATEST_REPLACED -> Aftermath.Reached.LATEST;
            case BASES_WRITTEN, BASES_READ_BACK ->
                job == Job.WEEKLY ? Aftermath.Reached.LATEST : Aftermath.Reached.NOTHING;
            case BASES_COMMITTED -> Aftermath.Reached.COMPACTED;
            case ORPHANS_DELETED, PENDING_DELETED ->
                job == Job.WEEKLY ? Aftermath.Reached.COMPACTED : Aftermath.Reached.NOTHING;
        };
    }
}
