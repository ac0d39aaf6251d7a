package org.vigil.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.sample.SampleParameters;
import org.vigil.sample.SampleResult;
import org.vigil.sample.SampleWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes synthetic London extracts. */
@Command(
        name = "sample",
        description =
                "Make synthetic London extracts with a configuration and what they must give. Nobody is described.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private static final SampleParameters DEFAULTS = SampleParameters.demonstration();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the files go.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Same seed, same bytes.")
    private long seed = DEFAULTS.seed();

    @Option(names = "--from", paramLabel = "DATE", description = "First day of incidents.")
    private LocalDate from = DEFAULTS.from();

    @Option(names = "--to", paramLabel = "DATE", description = "Day of the last extract.")
    private LocalDate to = DEFAULTS.to();

    @Option(names = "--incidents-per-week", paramLabel = "NUMBER", description = "Incidents in a usual week.")
    private double incidentsPerWeek = DEFAULTS.incidentsPerWeek();

    @Option(names = "--weekly-extracts", paramLabel = "NUMBER", description = "Weekly extracts after the first.")
    private int weeklyExtracts = DEFAULTS.weeklyExtracts();

    @Option(names = "--defect-share", paramLabel = "SHARE", description = "Share of spoilt rows, 0 to 1.")
    private double defectShare = DEFAULTS.defectShare();

    @Override
    public Integer call() throws java.io.IOException {
        SampleParameters parameters;
        try {
            parameters = new SampleParameters(seed, from, to, incidentsPerWeek, weeklyExtracts, defectShare);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        SampleResult result = SampleWriter.write(parameters, java.util.Objects.requireNonNull(out));
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("Wrote " + result.extracts().size() + " extracts. Run: vigil weekly --config "
                        + result.configuration());
        return ExitCode.DONE;
    }
}
