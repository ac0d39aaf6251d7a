package org.vigil.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.attribution.Attribution;
import org.vigil.attribution.SourceReading;
import org.vigil.config.ConfigurationReader;
import org.vigil.release.ReleaseReader;
import org.vigil.revision.ReleaseDifference;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows in what two releases differ. */
@Command(
        name = "diff",
        description = "Show which figures of two releases differ, why, and what they were made from.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RELEASE_A", description = "Folder of the first release.")
    private @Nullable Path first;

    @Parameters(index = "1", paramLabel = "RELEASE_B", description = "Folder of the second release.")
    private @Nullable Path second;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many of the largest moves to list. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration whose store both releases were made from: each move is then added up by cause.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print the result for machines.")
    private boolean isJson;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new UsageException("--limit is " + limit + "; expected 0 or more. Try: --limit 20");
        }
        ReleaseReader earlier = ReleaseReader.open(Objects.requireNonNull(first));
        ReleaseReader later = ReleaseReader.open(Objects.requireNonNull(second));
        ReleaseDifference difference = ReleaseDifference.between(earlier, later);
        Optional<Attribution> causes = Optional.ofNullable(file)
                .map(ConfigurationReader::read)
                .map(configuration -> Attribution.of(
                        difference,
                        earlier,
                        later,
                        Store.at(StorageFolder.at(configuration.store())),
                        configuration.sources().stream()
                                .map(source -> new SourceReading(source.code(), source.profile()))
                                .toList()));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(
                isJson
                        ? DifferenceText.json(difference, causes, limit)
                        : DifferenceText.forPeople(difference, causes, limit));
        return ExitCode.DONE;
    }
}
