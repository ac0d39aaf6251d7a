package org.vigil.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.publish.PublishedRelease;
import org.vigil.record.RunRecording;
import org.vigil.run.CountedRun;
import org.vigil.run.Publication;
import org.vigil.run.StoredRun;
import org.vigil.run.WeeklyRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: extracts in, a release with its reports out. */
@Command(
        name = "weekly",
        description = "Take in every extract that is new, count, and publish a release with its reports.",
        mixinStandardHelpOptions = true)
final class WeeklyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--dry-run", description = "Read, check and count, but write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        Configuration configuration = options.read();
        Steps steps = new Steps(line.getErr());
        return dryRun ? rehearse(configuration, steps, line) : run(configuration, steps, line);
    }

    private int rehearse(Configuration configuration, Steps steps, CommandLine line) {
        CountedRun run = new WeeklyRun(configuration, configuration.key().open(), steps).count();
        RunSummary.print(line.getOut(), options.isJson(), run, Optional.empty());
        return ExitCode.DONE;
    }

    private int run(Configuration configuration, Steps steps, CommandLine line) {
        RunRecording recording = RunRecording.begin("weekly", configuration, steps, line.getErr()::println);
        try (StoredRun stored =
                StoredRun.open(configuration, configuration.key().open(), recording)) {
            Publication.requireWritable(configuration);
            CountedRun run = stored.run();
            recording.counted(run);
            recording.say("Publishing");
            PublishedRelease release = Publication.publish(
                    configuration, run, Reports.step(configuration.reportFormats(), recording), recording);
            recording.published(release);
            StringWriter summary = new StringWriter();
            RunSummary.print(new PrintWriter(summary), options.isJson(), run, Optional.of(release));
            line.getOut().print(summary);
            line.getOut().flush();
            recording.succeeded(summary.toString());
            return ExitCode.DONE;
        } catch (RuntimeException | Error e) {
            Failures.Told told = Failures.told(e);
            line.getErr().println(told.sentence());
            recording.failed(told.exitCode(), told.sentence());
            return told.exitCode();
        }
    }
}
