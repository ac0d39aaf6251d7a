package org.vigil.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigil.config.Configuration;
import org.vigil.run.StoreRekeying;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves sources to the newest key. */
@Command(
        name = "rekey",
        description = {
            "Move every source that is kept under an earlier key to the newest one of the configuration.",
            "The newest extract of each must be a full one: its ids say which incident is which. Past days are counted as"
                    + " before; extracts made before it can no longer come. Earlier versions keep the earlier key."
        },
        mixinStandardHelpOptions = true)
final class StoreRekeyCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions options = new StoreOptions();

    @Option(names = "--json", description = "Print the result as JSON, for machines.")
    private boolean json;

    @Override
    public Integer call() {
        Configuration configuration = options.read();
        Optional<StoreRekeying.Outcome> outcome =
                StoreRekeying.move(configuration, configuration.key().open(), options.steps());
        if (json) {
            options.out().println(JsonAnswer.of(outcome.isPresent() ? outcome.get() : java.util.Map.of()));
        } else if (outcome.isEmpty()) {
            options.out()
                    .println(
                            "Nothing to move: every source is kept under the newest key. The store was left as it was.");
        } else {
            print(outcome.get());
        }
        return ExitCode.DONE;
    }

    private void print(StoreRekeying.Outcome outcome) {
        outcome.sources()
                .forEach(source -> options.out()
                        .println(String.format(
                                Locale.ROOT,
                                "%s, with the ids of %s: %d rows of %d layers",
                                source.isUnderAnotherKey()
                                        ? "Moved " + source.sourceCode() + " from the key of epoch "
                                                + source.fromEpoch() + " to that of epoch " + source.toEpoch()
                                        : "Wrote " + source.sourceCode()
                                                + " again, tied by ids to a source that was moved, and stays under the"
                                                + " key of epoch " + source.toEpoch(),
                                source.extractId(),
                                source.rows(),
                                source.layers())));
        if (outcome.isDrawnAnew()) {
            options.out()
                    .println("Public figures are drawn anew under the key of epoch " + outcome.epoch()
                            + " from now on; what is published stands until its next vintage is due.");
        }
        String needed = outcome.earlierEpochs().isEmpty()
                ? "No key of an earlier epoch is needed for it any more; keep one as long as you want to take in what is new"
                        + " into a copy of an earlier version."
                : "It still needs the keys of the epochs "
                        + outcome.earlierEpochs().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ", under which ids of sources were noted that have not come yet.";
        options.out().println("The store is at version " + outcome.version() + ". " + needed);
    }
}
