package org.vigil.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.run.CountedRun;
import org.vigil.run.WeeklyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads and checks everything; writes nothing. */
@Command(
        name = "validate",
        description = "Read and check every configured extract; write nothing.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        Configuration configuration = options.read();
        CountedRun run = new WeeklyRun(configuration, configuration.key().look(), new Steps(line.getErr())).count();
        RunSummary.print(line.getOut(), options.isJson(), run, Optional.empty(), Optional.empty(), Retained.NOTHING);
        return ExitCode.DONE;
    }
}
