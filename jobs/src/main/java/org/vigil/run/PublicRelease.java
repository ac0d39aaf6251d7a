package org.vigil.run;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.config.Configuration;
import org.vigil.disclosure.AlreadyPublicRelease;
import org.vigil.disclosure.CellKeyRelease;
import org.vigil.disclosure.LedgerFolder;
import org.vigil.disclosure.Policy;
import org.vigil.disclosure.ProtectedRelease;
import org.vigil.disclosure.VintageLedger;
import org.vigil.event.EventCatalogue;
import org.vigil.publish.PublishedRelease;
import org.vigil.publish.ReleasePublisher;
import org.vigil.publish.ReportStep;
import org.vigil.release.Audience;
import org.vigil.release.ReleaseReader;
import org.vigil.revision.PredecessorRelease;
import org.vigil.revision.Revisions;
import org.vigil.storage.StorageFolder;
import org.vigil.tabulate.ExtractFacts;

/** A public release that is protected and not published yet. Its draws count once it is published. */
public final class PublicRelease {
    private final Configuration.PublicReleases declared;
    private final LedgerFolder folder;
    private final RunKeys keys;
    /** Where something is drawn. */
    private final Optional<VintageLedger> ledger;

    private final ProtectedRelease release;

    private PublicRelease(
            Configuration.PublicReleases declared,
            LedgerFolder folder,
            RunKeys keys,
            Optional<VintageLedger> ledger,
            ProtectedRelease release) {
        this.declared = declared;
        this.folder = folder;
        this.keys = keys;
        this.ledger = ledger;
        this.release = release;
    }

    static PublicRelease prepare(
            Configuration configuration,
            Configuration.PublicReleases declared,
            RunKeys keys,
            StorageFolder store,
            CountedRun run) {
        LedgerFolder folder = new LedgerFolder(store);
        Optional<VintageLedger> ledger = declared.policy() == Policy.CELL_KEY
                ? Optional.of(new VintageLedger(PerturbationTable.STANDARD, keys.cellKeys()))
                : Optional.empty();
        ProtectedRelease.Identity identity = new ProtectedRelease.Identity(
                run.asOf(),
                Publication.codeVersion(),
                configuration.hash(),
                configuration.sources().stream()
                        .allMatch(source -> source.profile().meaning().isSynthetic()));
        Optional<ReleaseReader> predecessor = PredecessorRelease.find(
                declared.folder(),
                Audience.PUBLIC,
                run.asOf(),
                run.extracts().stream().map(ExtractFacts::sourceCode).collect(Collectors.toSet()));
        ProtectedRelease release = switch (declared.policy()) {
            case CELL_KEY -> {
                VintageLedger drawn = ledger.orElseThrow();
                folder.recallTo(drawn);
                yield CellKeyRelease.make(
                        identity,
                        run.answers(),
                        run.extracts(),
                        drawn,
                        keys.publicNames(),
                        EventCatalogue.load(configuration.eventCatalogue()).events(),
                        predecessor);
            }
            case ALREADY_PUBLIC ->
                AlreadyPublicRelease.make(
                        identity,
                        run.answers(),
                        Revisions.apply(run.tables(), run.asOf(), predecessor),
                        run.extracts().stream().map(Publication::entry).toList(),
                        Publication.openChecks(run, predecessor));
            case SUPPRESS -> throw new IllegalStateException("The policy suppress is refused by the configuration");
        };
        return new PublicRelease(declared, folder, keys, ledger, release);
    }

    /**
     * Publishes it: first the ledger learns what is drawn, then the release appears. A run that dies in between has published nothing, and the next one carries its draws
     * forward.
     */
    public PublishedRelease publish(ReportStep reports, Progress progress) {
        try (RunLock lock = RunLock.take(declared.folder())) {
            Objects.requireNonNull(lock);
            ledger.ifPresent(drawn -> folder.keep(drawn.additions(), keys.drawEpoch()));
            return new ReleasePublisher(declared.folder(), Clock.systemUTC())
                    .publish(release, reports, step -> progress.at(Publication.stepOf(step)));
        }
    }
}
