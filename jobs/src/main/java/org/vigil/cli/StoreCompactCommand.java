package org.vigil.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigil.config.Configuration;
import org.vigil.run.StoreCompaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts many layers into one. */
@Command(
        name = "compact",
        description = {
            "Put what every incident says now into one layer a source, so that a scan reads each incident once.",
            "The weekly run does so by itself when it pays. The older layers stay, and with them every past state."
        },
        mixinStandardHelpOptions = true)
final class StoreCompactCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions options = new StoreOptions();

    @Option(names = "--json", description = "Print the result as JSON, for machines.")
    private boolean json;

    @Override
    public Integer call() {
        Configuration configuration = options.read();
        Optional<StoreCompaction.Outcome> outcome =
                StoreCompaction.compact(configuration, configuration.key().look(), options.steps());
        if (json) {
            options.out().println(JsonAnswer.of(outcome.isPresent() ? outcome.get() : java.util.Map.of()));
        } else if (outcome.isEmpty()) {
            options.out()
                    .println("Nothing to compact: no source has more than one layer. The store was left as it was.");
        } else {
            outcome.get()
                    .bases()
                    .forEach(base -> options.out()
                            .println(String.format(
                                    Locale.ROOT,
                                    "Compacted %s: %d rows of %d layers into %d incidents and %d marks of vanished ones, %.1f MB",
                                    base.sourceCode(),
                                    base.rowsBefore(),
                                    base.layers(),
                                    base.incidents(),
                                    base.vanished(),
                                    base.bytes() / 1e6)));
            options.out().println("The store is at version " + outcome.get().version() + ".");
        }
        return ExitCode.DONE;
    }
}
