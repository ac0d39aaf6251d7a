package org.vigil.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigil.config.Configuration;
import org.vigil.run.StoreVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the store again. */
@Command(
        name = "verify",
        description = {
            "Read every file of the store again and compare it with its checksum, the ledger and the counts kept.",
            "Changes nothing. Ends with 1 if anything is not as it should be."
        },
        mixinStandardHelpOptions = true)
final class StoreVerifyCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions options = new StoreOptions();

    @Option(names = "--all", description = "Every version, not only the one that holds.")
    private boolean all;

    @Option(names = "--json", description = "Print the result as JSON, for machines.")
    private boolean json;

    @Override
    public Integer call() {
        Configuration configuration = options.read();
        StoreVerification.Outcome outcome = StoreVerification.verify(
                configuration,
                configuration.key().look(),
                all ? StoreVerification.Extent.ALL : StoreVerification.Extent.NEWEST,
                options.steps());
        if (json) {
            options.out().println(JsonAnswer.of(outcome));
        } else {
            print(outcome);
        }
        return outcome.isSound() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void print(StoreVerification.Outcome outcome) {
        outcome.findings().forEach(options.out()::println);
        outcome.orphans()
                .forEach(name -> options.out()
                        .println("No version names the file " + name
                                + "; vigil store sweep removes it when it is old."));
        outcome.likeness().forEach(source -> options.out().println(source.sentence()));
        options.out()
                .println(
                        outcome.isSound()
                                ? String.format(
                                        Locale.ROOT,
                                        "The store is sound: %d files with %d rows, %.1f MB, read again.",
                                        outcome.files(),
                                        outcome.rows(),
                                        outcome.bytes() / 1e6)
                                : "The store is not sound: "
                                        + outcome.findings().size() + " findings.");
    }
}
