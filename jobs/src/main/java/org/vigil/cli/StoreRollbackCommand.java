package org.vigil.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.run.StoreRollback;
import org.vigil.store.LoadedExtract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the newest arrival out of the store. */
@Command(
        name = "rollback",
        description = {
            "Take back the extract that was loaded last.",
            "Nothing is deleted. The next weekly run publishes the state before it and leaves its file out,",
            "until vigil store allow lets it in again. Repeated, it takes back the extract before."
        },
        mixinStandardHelpOptions = true)
final class StoreRollbackCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions options = new StoreOptions();

    @Option(names = "--source", paramLabel = "CODE", description = "Of this source. Default: of all sources.")
    private @Nullable String source;

    @Option(names = "--json", description = "Print the result as JSON, for machines.")
    private boolean json;

    @Override
    public Integer call() {
        Configuration configuration = options.read();
        StoreRollback.Outcome outcome = StoreRollback.takeBack(configuration, Optional.ofNullable(source))
                .orElseThrow(() -> new UsageException("Nothing was taken back: the store " + configuration.store()
                        + " holds no extract" + (source == null ? "" : " of the source " + source)
                        + ". See vigil store history."));
        options.out().println(json ? JsonAnswer.of(outcome) : sentence(outcome));
        return ExitCode.DONE;
    }

    private static String sentence(StoreRollback.Outcome outcome) {
        LoadedExtract extract = outcome.extract();
        LoadedExtract.Effect effect = extract.effect();
        return String.format(
                java.util.Locale.ROOT,
                "Took back %s (%s); the store is at version %d.%n"
                        + "Incidents: %d that it added are no longer held, %d that it changed say again what they said before, and %d that"
                        + " it no longer had are held again.%n"
                        + "The next weekly run publishes the state before it. To take the file in again: vigil store allow %s",
                extract.extractId(),
                extract.fileName(),
                outcome.version(),
                effect.added(),
                effect.changed(),
                effect.vanished(),
                extract.extractId());
    }
}
