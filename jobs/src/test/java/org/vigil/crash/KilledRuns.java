package org.vigil.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.vigil.config.ConfigurationReader;
import org.vigil.run.Progress;
import org.vigil.run.Step;
import org.vigil.storage.ScratchFolder;

/** Jobs that are killed, two at once, each in a copy of one prepared folder, and the check of what each leaves. */
final class KilledRuns implements AutoCloseable {
    /** The job that is killed and the check of the one before take about the same time. */
    private static final int AT_ONCE = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Path folder;
    private final Case before;
    private final Aftermath aftermath;
    private final ChildClasses classes;
    private final Map<Job, Double> seconds = new EnumMap<>(Job.class);
    private int copies;

    private KilledRuns(Path folder, Case before, Aftermath aftermath, ChildClasses classes) {
        this.folder = folder;
        this.before = before;
        this.aftermath = aftermath;
        this.classes = classes;
    }

    /**
     * One job that was killed.
     *
     * @param lastStep the last step it told of, or that it had begun
     * @param reached what stood of it
     * @param seconds from its start to its death
     */
    record Killed(String lastStep, Aftermath.Reached reached, double seconds) {}

    /**
     * Prepares a folder in which every step has something to do, and lets each job end well, to learn what it leaves and how long it takes in a process
     * of its own.
     */
    static KilledRuns prepare(Path folder) throws IOException, InterruptedException {
        Case before = Case.prepareDue(Files.createDirectories(folder.resolve("before")));
        Case undisturbed = before.copyTo(folder.resolve("undisturbed"));
        ChildClasses packed = ChildClasses.packedBelow(folder);
        Path classData = folder.resolve("classes.jsa");
        undisturbedSeconds(undisturbed, Job.WEEKLY, packed.leaving(classData));
        Aftermath aftermath = Aftermath.of(before, undisturbed);
        KilledRuns runs = new KilledRuns(folder, before, aftermath, packed.with(classData));
        runs.measure();
        return runs;
    }

    /** As many at once as later, so that times fall into the whole of a job. */
    private void measure() throws InterruptedException {
        List<Callable<Double>> jobs = new ArrayList<>();
        for (Job job : Job.values()) {
            jobs.add(() -> undisturbedSeconds(newCopy(), job, classes));
        }
        List<Future<Double>> measured = threads.invokeAll(jobs);
        for (Job job : Job.values()) {
            seconds.put(job, get(measured.get(job.ordinal())));
        }
    }

    private static double undisturbedSeconds(Case at, Job job, ChildClasses classes)
            throws IOException, InterruptedException {
        List<String> heard = new ArrayList<>();
        double seconds;
        try (Child child = Child.of(at, job, "", classes)) {
            boolean isBegun = child.hear(JobChild.BEGUN, heard);
            long begun = System.nanoTime();
            if (!isBegun || !child.hear(JobChild.ENDED, heard)) {
                throw new IllegalStateException("The undisturbed run failed: " + child.errors());
            }
            seconds = secondsSince(begun);
            child.exitCode();
        }
        List<String> everyStep = new ArrayList<>(List.of(JobChild.BEGUN));
        for (Step step : job.steps()) {
            everyStep.add(step.name());
        }
        everyStep.add(JobChild.ENDED);
        if (!heard.equals(everyStep)) {
            throw new IllegalStateException(job + " passes " + heard + "; expected " + everyStep);
        }
        return seconds;
    }

    /** What a job takes once its workers run, while another is at work beside it. */
    double undisturbedSeconds(Job job) {
        return seconds.getOrDefault(job, 0.0);
    }

    /** Starts killing; what becomes of each is there when it is asked for. */
    Map<Kill, Future<Killed>> start(List<Kill> kills) {
        Map<Kill, Future<Killed>> outcomes = new LinkedHashMap<>();
        kills.forEach(kill -> outcomes.put(kill, threads.submit(() -> kill(kill))));
        return outcomes;
    }

    /**
     * What became of one, once it is known.
     *
     * @throws AssertionError if it lost something
     */
    static <T> T get(Future<T> outcome) throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Killed kill(Kill kill) throws IOException, InterruptedException {
        Case at = newCopy();
        String step = kill.step().map(Step::name).orElse("");
        List<String> heard = new ArrayList<>();
        long started = System.nanoTime();
        try (Child child = Child.of(at, kill.job(), step, classes)) {
            String awaited = step.isEmpty() ? JobChild.BEGUN : step;
            if (!child.hear(awaited, heard)) {
                throw new IllegalStateException(kill.job() + " does not come to " + awaited + ": " + child.errors());
            }
            if (step.isEmpty()) {
                Thread.sleep((long) (kill.share() * undisturbedSeconds(kill.job()) * 1e3));
            }
            heard.addAll(child.kill());
        }
        double lasted = secondsSince(started);
        Aftermath.Reached reached = check(at, kill);
        at.remove();
        return new Killed(heard.get(heard.size() - 1), reached, lasted);
    }

    /** Nothing that stood is touched; the job made again does its work, and the week after it is as ever; nothing of the dead run stays for ever. */
    private Aftermath.Reached check(Case at, Kill kill) throws IOException {
        Aftermath.Reached reached = aftermath.requireUnharmed(at);
        requireScratchSwept(at, kill);
        if (kill.job() != Job.WEEKLY) {
            kill.job().run(ConfigurationReader.read(at.next()), Progress.SILENT);
            assertEquals(kill.job() == Job.COMPACT, Aftermath.isCompacted(at));
        }
        at.run();
        aftermath.requireAsUndisturbed(at);
        aftermath.requireNothingLeft(at);
        return reached;
    }

    /** Kills a weekly job and lets another, in a process with the same folder for temporary files, take over from it. */
    void requireScratchSweptByTheNextRun() throws IOException, InterruptedException {
        Case at = newCopy();
        List<String> heard = new ArrayList<>();
        try (Child child = Child.of(at, Job.WEEKLY, Step.LAYERS_WRITTEN.name(), classes)) {
            child.hear(Step.LAYERS_WRITTEN.name(), heard);
            child.kill();
        }
        assertTrue(!scratch(at).isEmpty(), "a killed job leaves scratch folders");
        undisturbedSeconds(at, Job.WEEKLY, classes);
        assertEquals(List.of(), scratch(at));
        at.remove();
    }

    /** A job that was stopped had workers, and with them files that only a sweep takes away. */
    private static void requireScratchSwept(Case at, Kill kill) throws IOException {
        int swept = ScratchFolder.sweepAbandoned(at.folder().resolve("tmp"));
        assertTrue(swept > 0 || kill.step().isEmpty() || kill.job() == Job.SWEEP, kill + " leaves scratch folders");
        assertEquals(List.of(), scratch(at));
    }

    private static List<Path> scratch(Case at) throws IOException {
        try (Stream<Path> files = Files.list(at.folder().resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("vigil-"))
                    .toList();
        }
    }

    private Case newCopy() throws IOException {
        return before.copyTo(folder.resolve("case-" + nextNumber()));
    }

    private synchronized int nextNumber() {
        return ++copies;
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /** Lets what has begun end, and begins nothing more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
