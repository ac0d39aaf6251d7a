package org.vigil.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.release.ReleaseReader;
import org.vigil.revision.ReleaseDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows in what two releases differ. */
@Command(
        name = "diff",
        description = "Show which figures of two releases differ, and what they were made from.",
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

    @Option(names = "--json", description = "Print the result for machines.")
    private boolean isJson;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new UsageException("--limit is " + limit + "; expected 0 or more. Try: --limit 20");
        }
        ReleaseDifference difference = ReleaseDifference.between(
                ReleaseReader.open(Objects.requireNonNull(first)), ReleaseReader.open(Objects.requireNonNull(second)));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(isJson ? DifferenceText.json(difference, limit) : DifferenceText.forPeople(difference, limit));
        return ExitCode.DONE;
    }
}
