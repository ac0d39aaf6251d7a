package org.vigil.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.ConfigurationReader;
import org.vigil.publish.PublishedRelease;
import org.vigil.run.Progress;
import org.vigil.run.Step;
import org.vigil.spark.Workers;
import org.vigil.storage.HeldException;
import org.vigil.store.ConflictException;

/**
 * Two runs on one store at once, 20 times: 2 as processes, 18 as threads, which meet more closely. One wins, or one comes after the other; whoever
 * loses says who holds the lock, and when it runs again nothing is lost or doubled.
 */
final class TwoRunsTest {
    private static final int DONE = 0;
    private static final int LOCKED = 4;

    @SuppressWarnings("NullAway.Init")
    private static Workers workers;

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Case before;

    @SuppressWarnings("NullAway.Init")
    private static Aftermath aftermath;

    /** By extract, what the ledger of both weeks says it speaks for, when they came one after the other. */
    @SuppressWarnings("NullAway.Init")
    private static Map<String, Long> acceptedOfBoth;

    private static int copies;

    @BeforeAll
    static void prepare(@TempDir Path made) throws IOException {
        folder = made;
        workers = Workers.start(Files.createDirectories(folder.resolve("workers")));
        before = Case.prepare(Files.createDirectories(folder.resolve("before")));
        Case undisturbed = copy();
        undisturbed.run();
        aftermath = Aftermath.of(before, undisturbed);
        acceptedOfBoth = accepted(runOther(undisturbed));
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    @Test
    void processesWithTheSameExtractTakeItInOnce() throws IOException, InterruptedException {
        Case at = copy();
        try (Child one = Child.command(at, at.next(), List.of());
                Child two = Child.command(at, at.next(), List.of())) {
            requireOneWinner(one, two);
        }
        aftermath.requireLedgerAsUndisturbed(at);
        assertTrue(at.run().alreadyPublished());
    }

    @Test
    void processesWithDifferentExtractsLoseNone() throws IOException, InterruptedException {
        Case at = copy();
        try (Child one = Child.command(at, at.next(), List.of());
                Child two = Child.command(at, at.other(), List.of())) {
            requireOneWinner(one, two);
        }
        at.run();
        requireBoth(at);
    }

    @RepeatedTest(9)
    void threadsWithTheSameExtractTakeItInOnce() throws Exception {
        Case at = copy();
        atOnce(at::run, at::run);
        aftermath.requireAsUndisturbed(at);
    }

    @RepeatedTest(9)
    void threadsWithDifferentExtractsLoseNone() throws Exception {
        Case at = copy();
        atOnce(at::run, () -> runOther(at));
        at.run();
        requireBoth(at);
    }

    @Test
    void whoMeetsAVersionThatWasMadeMeanwhileSaysSo() throws IOException {
        Case at = copy();
        Progress overtaken = new Progress() {
            @Override
            public void say(String sentence) {
                // The steps are enough.
            }

            @Override
            public void at(Step step) {
                if (step == Step.COUNTS_KEPT) {
                    // The only way past the lock: somebody removes it by hand, and another run takes in the same.
                    at.removeLock();
                    at.run();
                }
            }
        };
        // Numbers of the lock begin again, so that the overtaken run takes the other's lock for its own.
        at.removeLock();
        ConflictException told = assertThrows(ConflictException.class, () -> at.run(overtaken));
        int version = at.store().newest().version();
        assertEquals(
                "Another run has made version " + version + " of the store "
                        + at.folder().resolve("store")
                        + " meanwhile; expected to be the only writer. Nothing of either run is lost: run again, and what"
                        + " is new will be added to the newer version.",
                told.getMessage());
        aftermath.requireAsUndisturbed(at);
        aftermath.requireSameWhenRunAgain(at);
    }

    private static synchronized Case copy() throws IOException {
        return before.copyTo(folder.resolve("case-" + ++copies));
    }

    private static PublishedRelease runOther(Case at) {
        return Case.run(ConfigurationReader.read(at.other()), Progress.SILENT);
    }

    private static void requireOneWinner(Child one, Child two) throws IOException, InterruptedException {
        int first = one.exitCode();
        int second = two.exitCode();
        String said = one.errors() + two.errors();
        assertTrue(first == DONE || second == DONE, said);
        if (first != DONE || second != DONE) {
            Child winner = first == DONE ? one : two;
            Child loser = first == DONE ? two : one;
            assertEquals(LOCKED, Math.max(first, second), said);
            assertTrue(loser.errors().contains("found it held by user "), said);
            assertTrue(loser.errors().contains("process " + winner.pid() + ","), said);
            assertTrue(!said.contains("\tat "), said);
        }
    }

    /** Starts both; each ends well or says that this process holds the lock, and at least one ends well. */
    private static void atOnce(Callable<PublishedRelease> one, Callable<PublishedRelease> two) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> outcomes =
                    List.of(threads.submit(() -> isDone(ready, one)), threads.submit(() -> isDone(ready, two)));
            boolean isFirstDone = outcomes.get(0).get();
            boolean isSecondDone = outcomes.get(1).get();
            assertTrue(isFirstDone || isSecondDone);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isDone(CountDownLatch ready, Callable<PublishedRelease> run) throws Exception {
        ready.countDown();
        ready.await();
        try {
            run.call();
            return true;
        } catch (HeldException e) {
            assertTrue(
                    e.getMessage().contains("process " + ProcessHandle.current().pid() + ","), e.getMessage());
            return false;
        }
    }

    private static void requireBoth(Case at) throws IOException {
        PublishedRelease newest = runOther(at);
        assertEquals(acceptedOfBoth, accepted(newest));
        Aftermath.requireClean(at.store(), at.folder().resolve("store"));
        at.forgetCounts();
        assertEquals(newest.folder(), runOther(at).folder());
    }

    private static Map<String, Long> accepted(PublishedRelease release) {
        Map<String, Long> accepted = new TreeMap<>();
        release.manifest()
                .extracts()
                .forEach(e -> accepted.put(e.extractId(), e.recordCounts().get("accepted")));
        return accepted;
    }
}
