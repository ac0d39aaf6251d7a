package org.vigil.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.config.KeySource;
import picocli.CommandLine.Option;

/** Which configuration, as of when: the options that every command on data has. */
final class ConfigurationOptions {
    /** Set by the launcher: the folder of the project. */
    private static final String HOME = "vigil.home";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration. Default: the synthetic samples in data-samples.")
    private @Nullable Path file;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Leave out extracts made after this day, for example 2025-12-01. Default: the newest extract.")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print the result as JSON, for machines.")
    private boolean json;

    Configuration read() {
        Configuration configuration = read(file);
        return asOf == null ? configuration : configuration.withAsOf(asOf);
    }

    /** The configuration in a file, or that of the samples. */
    static Configuration read(@Nullable Path file) {
        return ConfigurationReader.read(orSamples(file));
    }

    /** Where the keys of the configuration come from, whether or not they are there yet. */
    KeySource readKeySource() {
        return ConfigurationReader.readKeySource(orSamples(file));
    }

    private static Path orSamples(@Nullable Path file) {
        return file == null ? Path.of(System.getProperty(HOME, ".")).resolve("data-samples/vigil.yaml") : file;
    }

    boolean isJson() {
        return json;
    }
}
