package org.vigil.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.publish.PublishedRelease;
import org.vigil.run.CountedRun;
import org.vigil.run.Publication;
import org.vigil.run.WeeklyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: extracts in, a release with its reports out. */
@Command(
        name = "weekly",
        description = "Read every configured extract, count, and publish a release with its reports.",
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
        CountedRun run = new WeeklyRun(configuration, configuration.key().open(), steps).count();
        Optional<PublishedRelease> release = Optional.empty();
        if (!dryRun) {
            steps.say("Publishing");
            release = Optional.of(
                    Publication.publish(configuration, run, Reports.step(configuration.reportFormats(), steps)));
        }
        RunSummary.print(line.getOut(), options.isJson(), run, release);
        return ExitCode.DONE;
    }
}
