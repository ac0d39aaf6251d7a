package org.vigil.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.record.RunRecording;
import org.vigil.run.Progress;
import org.vigil.run.Step;
import org.vigil.spark.Workers;

/**
 * The weekly job as a process to be killed. Says {@link #BEGUN} once its workers run, so that random times fall into the job and not into the start of
 * Java; then the name of each step; and stops for ever at the one it is given, where whoever started it kills it.
 */
public final class WeeklyChild {
    static final String BEGUN = "begun";
    static final String ENDED = "ended";

    private WeeklyChild() {}

    /** Arguments: configuration, and the step to stop at, if any. */
    public static void main(String[] arguments) throws IOException {
        Configuration configuration = ConfigurationReader.read(Path.of(arguments[0]));
        String last = arguments.length > 1 ? arguments[1] : "";
        try (Workers workers = Workers.start(Files.createTempDirectory("vigil-"))) {
            tell(BEGUN);
            RunRecording recording = RunRecording.begin("weekly", configuration, stoppingAt(last), System.err::println);
            Case.run(configuration, recording);
            tell(ENDED);
            Objects.requireNonNull(workers);
        }
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
