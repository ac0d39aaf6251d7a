package org.vigil.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vigil.run.Step;

/** Runs that are killed, each in a copy of one prepared folder, and the check of what each leaves. */
final class KilledRuns {
    private final Path folder;
    private final Aftermath aftermath;
    private final double undisturbedSeconds;
    private int copies;

    private KilledRuns(Path folder, Aftermath aftermath, double undisturbedSeconds) {
        this.folder = folder;
        this.aftermath = aftermath;
        this.undisturbedSeconds = undisturbedSeconds;
    }

    /**
     * One run that was killed.
     *
     * @param lastStep the last step it told of, or that it had begun
     * @param reached what stood of it
     * @param seconds from its start to its death
     */
    record Killed(String lastStep, Aftermath.Reached reached, double seconds) {}

    /** Prepares a folder and lets one run end well, to learn what it leaves and how long the job takes in a process of its own. */
    static KilledRuns prepare(Path folder) throws IOException, InterruptedException {
        Case before = Case.prepare(Files.createDirectories(folder.resolve("before")));
        Case undisturbed = before.copyTo(folder.resolve("undisturbed"));
        List<String> heard = new ArrayList<>();
        double seconds;
        try (Child child = Child.weekly(undisturbed, "")) {
            boolean isBegun = child.hear(WeeklyChild.BEGUN, heard);
            long begun = System.nanoTime();
            if (!isBegun || !child.hear(WeeklyChild.ENDED, heard)) {
                throw new IllegalStateException("The undisturbed run failed: " + child.errors());
            }
            seconds = secondsSince(begun);
            child.exitCode();
        }
        List<String> everyStep = new ArrayList<>(List.of(WeeklyChild.BEGUN));
        for (Step step : Step.values()) {
            everyStep.add(step.name());
        }
        everyStep.add(WeeklyChild.ENDED);
        if (!heard.equals(everyStep)) {
            throw new IllegalStateException("The run passes " + heard + "; expected " + everyStep);
        }
        return new KilledRuns(folder, Aftermath.of(before, undisturbed), seconds);
    }

    double undisturbedSeconds() {
        return undisturbedSeconds;
    }

    Aftermath aftermath() {
        return aftermath;
    }

    Case newCopy() throws IOException {
        return aftermath.before().copyTo(folder.resolve("case-" + nextNumber()));
    }

    private synchronized int nextNumber() {
        return ++copies;
    }

    /** Kills a run at a step, and requires that nothing is lost. */
    Killed killAt(Step step) throws IOException, InterruptedException {
        Case at = newCopy();
        long started = System.nanoTime();
        List<String> heard = new ArrayList<>();
        try (Child child = Child.weekly(at, step.name())) {
            if (!child.hear(step.name(), heard)) {
                throw new IllegalStateException("The run does not come to " + step + ": " + child.errors());
            }
            child.kill();
        }
        return check(at, heard, started);
    }

    /** Kills a run at a time between its beginning and a little after its usual end, and requires that nothing is lost. */
    Killed killAtRandom(Random random) throws IOException, InterruptedException {
        Case at = newCopy();
        long started = System.nanoTime();
        List<String> heard = new ArrayList<>();
        try (Child child = Child.weekly(at, "")) {
            if (!child.hear(WeeklyChild.BEGUN, heard)) {
                throw new IllegalStateException("The run does not begin: " + child.errors());
            }
            Thread.sleep((long) (random.nextDouble() * undisturbedSeconds * 1.05 * 1e3));
            heard.addAll(child.kill());
        }
        return check(at, heard, started);
    }

    private Killed check(Case at, List<String> heard, long started) throws IOException {
        double seconds = secondsSince(started);
        Aftermath.Reached reached = aftermath.requireUnharmed(at);
        aftermath.requireSameWhenRunAgain(at);
        at.remove();
        return new Killed(heard.get(heard.size() - 1), reached, seconds);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
