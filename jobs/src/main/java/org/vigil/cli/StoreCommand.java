package org.vigil.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is done to a store beside taking extracts in. */
@Command(
        name = "store",
        description = "Look after the store that extracts are taken into: its history, its soundness, its size.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StoreHistoryCommand.class,
            StoreRollbackCommand.class,
            StoreAllowCommand.class,
            StoreCompactCommand.class,
            StoreRekeyCommand.class,
            StoreVerifyCommand.class,
            StoreExportCommand.class,
            StoreSweepCommand.class,
            ReinterpretCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:findings, of verify",
            "2:usage or configuration",
            "3:input or output",
            "4:another run holds the lock",
            "70:a defect of the program"
        })
final class StoreCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(),
                "Which command on the store? See the list below.");
    }
}
