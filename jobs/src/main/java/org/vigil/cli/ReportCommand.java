package org.vigil.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the reports of a release again, from the release alone. */
@Command(
        name = "report",
        description = "Make the reports of a release again, from the release alone.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RELEASE", description = "Folder of the release.")
    private @Nullable Path release;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the reports go.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Path folder = java.util.Objects.requireNonNull(release);
        List<Path> written = Reports.again(folder, java.util.Objects.requireNonNull(out));
        written.forEach(java.util.Objects.requireNonNull(spec).commandLine().getOut()::println);
        return ExitCode.DONE;
    }
}
