package org.vigil.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which store, and where answers go: what every command on the store has. */
final class StoreOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration that names the store. Default: the synthetic samples in data-samples.")
    private @Nullable Path file;

    Configuration read() {
        return ConfigurationOptions.read(file);
    }

    PrintWriter out() {
        return line().getOut();
    }

    Steps steps() {
        return new Steps(line().getErr());
    }

    private picocli.CommandLine line() {
        return java.util.Objects.requireNonNull(command).commandLine();
    }
}
