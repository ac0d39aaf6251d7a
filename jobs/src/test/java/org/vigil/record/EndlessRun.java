package org.vigil.record;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.vigil.config.ConfigurationReader;
import org.vigil.run.Progress;

/** A run that says how far it is and never ends, for a test to kill. */
final class EndlessRun {
    static final String READY = "ready";

    private EndlessRun() {}

    public static void main(String[] arguments) throws InterruptedException {
        RunRecording recording = RunRecording.begin(
                "weekly", ConfigurationReader.read(Path.of(arguments[0])), Progress.SILENT, System.out::println);
        recording.say("Looking");
        recording.say("Reading");
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
