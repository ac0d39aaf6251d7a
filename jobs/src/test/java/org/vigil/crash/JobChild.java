package org.vigil.crash;

import java.nio.file.Path;
import java.util.Objects;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.record.RunRecording;
import org.vigil.run.Progress;
import org.vigil.run.Step;
import org.vigil.spark.Workers;
import org.vigil.storage.ScratchFolder;

/**
 * A job as a process to be killed. Says {@link #BEGUN} once its workers run, so that random times fall into the job and not into the start of Java; then
 * the name of each step; and stops for ever at the one it is given, where whoever started it kills it.
 */
public final class JobChild {
    static final String BEGUN = "begun";
    static final String ENDED = "ended";

    private JobChild() {}

    /** Arguments: job, configuration, and the step to stop at, if any. */
    public static void main(String[] arguments) {
        Job job = Job.valueOf(arguments[0]);
        Configuration configuration = ConfigurationReader.read(Path.of(arguments[1]));
        Progress progress = stoppingAt(arguments.length > 2 ? arguments[2] : "");
        if (job == Job.SWEEP) {
            run(job, configuration, progress);
            return;
        }
        try (ScratchFolder scratch = ScratchFolder.make();
                Workers workers = Workers.start(scratch.path())) {
            run(job, configuration, progress);
            Objects.requireNonNull(workers);
        }
    }

    private static void run(Job job, Configuration configuration, Progress progress) {
        tell(BEGUN);
        job.run(
                configuration,
                job == Job.WEEKLY
                        ? RunRecording.begin("weekly", configuration, progress, System.err::println)
                        : progress);
        tell(ENDED);
    }

    private static Progress stoppingAt(String last) {
        return new Progress() {
            @Override
            public void say(String sentence) {
                // The steps are enough.
            }

            @Override
            public void at(Step step) {
                tell(step.name());
                if (step.name().equals(last)) {
                    waitToBeKilled();
                }
            }
        };
    }

    private static void waitToBeKilled() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this process", e);
        }
    }

    private static void tell(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
