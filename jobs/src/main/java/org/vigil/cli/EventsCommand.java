package org.vigil.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.event.EventCatalogue;
import org.vigil.event.ReferenceEvent;
import org.vigil.event.TestedCommunity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists a catalogue of reference events. */
@Command(name = "events", description = "List the reference events of a catalogue.", mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CATALOGUE", defaultValue = "uk", description = "uk or us. Default: ${DEFAULT-VALUE}.")
    private String catalogue = "uk";

    @Override
    public Integer call() {
        if (!catalogue.equals("uk") && !catalogue.equals("us")) {
            throw new UsageException(
                    "There is no catalogue \"" + catalogue + "\"; expected uk or us. Try: vigil events uk");
        }
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        for (ReferenceEvent event : EventCatalogue.load(catalogue).events()) {
            out.printf(
                    Locale.ROOT,
                    "%s  %-55s %-15s %s%n",
                    event.startDate(),
                    event.name(),
                    event.kind().code(),
                    event.testedCommunities().stream()
                            .map(TestedCommunity::communityCode)
                            .collect(Collectors.joining(", ")));
        }
        return ExitCode.DONE;
    }
}
