package org.vigil.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with the store beside the weekly run. */
@Command(
        name = "store",
        description = "Look after the store of everything that was taken in.",
        mixinStandardHelpOptions = true,
        subcommands = {ReinterpretCommand.class})
final class StoreCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), "Which command of store? See the list below.");
    }
}
