package org.vigil.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TimeZone;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: {@code vigil COMMAND}. */
@Command(
        name = "vigil",
        description = "Hate-crime statistics, week by week.",
        mixinStandardHelpOptions = true,
        versionProvider = Vigil.Version.class,
        subcommands = {
            WeeklyCommand.class,
            ValidateCommand.class,
            ReportCommand.class,
            DiffCommand.class,
            EventsCommand.class,
            StoreCommand.class,
            SampleCommand.class,
            DoctorCommand.class
        },
        footerHeading = "%nThe launcher adds:%n",
        footer = {
            "  build     Build Vigil from its sources, as the first start does by itself.",
            "  bench     Measure Vigil against other engines; builds the benchmark first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:findings beyond tolerance, nothing published; or no public release made",
            "2:usage or configuration",
            "3:input or output",
            "4:another run holds the lock",
            "70:a defect of the program"
        })
public final class Vigil implements Runnable {
    @Spec
    private @org.jspecify.annotations.Nullable CommandSpec spec;

    Vigil() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs a command; returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Locale.setDefault(Locale.UK);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            return execute(out, err, arguments);
        } catch (Error e) {
            // The command line hands exceptions on, but lets errors through to the bare trace.
            return Failures.report(e, err);
        }
    }

    private static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Vigil())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> Failures.report(failure, line.getErr()))
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), "Which command? See the list below.");
    }

    /** The version as built. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "vigil " + org.vigil.run.Publication.codeVersion(), "Java " + System.getProperty("java.version")
            };
        }
    }
}
