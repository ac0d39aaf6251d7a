package org.vigil.cli;

import java.util.concurrent.Callable;
import org.vigil.run.StoreHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what the store has taken in. */
@Command(
        name = "history",
        description = {
            "List every extract that the store has taken in, what each changed, and what else was done to the store.",
            "Late: added, though an earlier extract had shown incidents of that day or a later one.",
            "The counts are exact and can point at a person: for the owner of the store."
        },
        mixinStandardHelpOptions = true)
final class StoreHistoryCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions options = new StoreOptions();

    @Option(names = "--json", description = "Print the result as JSON, for machines.")
    private boolean json;

    @Override
    public Integer call() {
        StoreHistory history = StoreHistory.of(options.read());
        if (json) {
            options.out().println(JsonAnswer.of(history));
        } else {
            HistoryListing.lines(history).forEach(options.out()::println);
        }
        return ExitCode.DONE;
    }
}
