package org.vigil.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.run.Reinterpretation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads retained words under a new profile or code list. */
@Command(
        name = "reinterpret",
        description =
                "Show what reading the retained words under the configured profile would move; with --apply, do it.",
        mixinStandardHelpOptions = true)
final class ReinterpretCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--apply", description = "Write the new version of the store. Default: show only.")
    private boolean isApplied;

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        Configuration configuration = options.read();
        Steps steps = new Steps(line.getErr());
        Reinterpretation outcome =
                isApplied ? Reinterpretation.apply(configuration, steps) : Reinterpretation.show(configuration, steps);
        line.getOut().println(options.isJson() ? ReinterpretText.json(outcome) : ReinterpretText.forPeople(outcome));
        return ExitCode.DONE;
    }
}
