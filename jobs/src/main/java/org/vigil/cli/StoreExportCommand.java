package org.vigil.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.run.StoreExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the incidents themselves. */
@Command(
        name = "export",
        description = {
            "Write a state of the store as plain Parquet and CSV files, which need no Vigil to be read.",
            "Single incidents under their keyed pseudonyms: for the owner of the store, never for publication."
        },
        mixinStandardHelpOptions = true)
final class StoreExportCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "Where the files go; a folder that is empty or not there yet.")
    private String out = "";

    @Option(
            names = "--as-loaded",
            paramLabel = "VERSION|TIME",
            description =
                    "What the store held in that version, or on a day or at an instant of UTC. Default: what it holds.")
    private @Nullable String asLoaded;

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        Configuration configuration = options.read();
        StoreExport.Outcome outcome = StoreExport.export(
                        configuration,
                        configuration.key().look(),
                        AsLoadedOption.parse(asLoaded),
                        out,
                        new Steps(line.getErr()))
                .orElseThrow(() -> new UsageException("Nothing was exported: the folder " + out
                        + " is not empty; expected an empty or a new one, so that no file is mistaken for one of the export."
                        + " Name another folder."));
        line.getOut()
                .println(
                        options.isJson()
                                ? JsonAnswer.of(outcome)
                                : String.format(
                                        Locale.ROOT,
                                        "Exported %d incidents as of %s in %d files: %s",
                                        outcome.incidents(),
                                        outcome.asOf(),
                                        outcome.files().size(),
                                        outcome.folder()));
        return ExitCode.DONE;
    }
}
