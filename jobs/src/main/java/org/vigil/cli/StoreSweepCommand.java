package org.vigil.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigil.run.StoreSweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what no version needs. */
@Command(
        name = "sweep",
        description = {
            "Delete what runs that died left in the store: files that no version names and that are old enough.",
            "The weekly run does so by itself. No past state loses anything."
        },
        mixinStandardHelpOptions = true)
final class StoreSweepCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions options = new StoreOptions();

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            description = "Age at which a file is deleted, in days. Default: ${DEFAULT-VALUE}.",
            defaultValue = "7")
    private int days;

    @Option(names = "--json", description = "Print the result as JSON, for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (days < 0) {
            throw new UsageException("Nothing was deleted: --older-than is " + days
                    + "; expected 0 or more days. Leave it out for " + StoreSweep.DEFAULT_AGE.toDays() + ".");
        }
        StoreSweep.Outcome outcome = StoreSweep.sweep(options.read(), Duration.ofDays(days), options.steps());
        options.out()
                .println(
                        json
                                ? JsonAnswer.of(outcome)
                                : String.format(
                                        Locale.ROOT,
                                        "Deleted %d files that no version names, %.1f MB, and %d that were never finished.",
                                        outcome.files(),
                                        outcome.bytes() / 1e6,
                                        outcome.pending()));
        return ExitCode.DONE;
    }
}
