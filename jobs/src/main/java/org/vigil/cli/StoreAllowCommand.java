package org.vigil.cli;

import java.util.concurrent.Callable;
import org.vigil.config.Configuration;
import org.vigil.run.StoreRollback;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Undoes the ban that a rollback puts on a file. */
@Command(
        name = "allow",
        description =
                "Let an extract that was rolled back be taken in again, by the next weekly run that finds its file.",
        mixinStandardHelpOptions = true)
final class StoreAllowCommand implements Callable<Integer> {
    @Mixin
    private StoreOptions options = new StoreOptions();

    @Parameters(paramLabel = "EXTRACT_ID", description = "Its name, as vigil store history lists it.")
    private String extractId = "";

    @Override
    public Integer call() {
        Configuration configuration = options.read();
        int version = StoreRollback.allow(configuration, extractId)
                .orElseThrow(() -> new UsageException("Nothing was allowed: no extract named " + extractId
                        + " was rolled back in the store " + configuration.store()
                        + ". See the extracts taken back in vigil store history."));
        options.out()
                .println("Allowed " + extractId + "; the store is at version " + version
                        + ". The next weekly run takes it in if it is still configured.");
        return ExitCode.DONE;
    }
}
