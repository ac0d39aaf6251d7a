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
import org.vigil.disclosure.ProtectedRelease;
import org.vigil.disclosure.SuppressRelease;
import org.vigil.disclosure.SuppressionLedger;
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
    private final Runnable ledger;
    private final ProtectedRelease release;

    /** @param ledger keeps what the release publishes for the first time */
    private PublicRelease(Configuration.PublicReleases declared, Runnable ledger, ProtectedRelease release) {
        this.declared = declared;
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
        return switch (declared.policy()) {
            case CELL_KEY -> {
                VintageLedger ledger = new VintageLedger(PerturbationTable.STANDARD, keys.cellKeys());
                folder.recallTo(ledger);
                ProtectedRelease release = CellKeyRelease.make(
                        identity,
                        run.answers(),
                        run.extracts(),
                        ledger,
                        PerturbationTable.STANDARD,
                        keys.publicNames(),
                        EventCatalogue.load(configuration.eventCatalogue()).events(),
                        predecessor);
                yield new PublicRelease(declared, () -> folder.keep(ledger.additions()), release);
            }
            case SUPPRESS -> {
                SuppressionLedger ledger = new SuppressionLedger();
                folder.recallTo(ledger);
                ProtectedRelease release = SuppressRelease.make(
                        identity,
                        run.answers(),
                        run.extracts(),
                        ledger,
                        keys.publicNames(),
                        EventCatalogue.load(configuration.eventCatalogue()).events(),
                        predecessor);
                yield new PublicRelease(declared, () -> folder.keep(ledger), release);
            }
            case ALREADY_PUBLIC ->
                new PublicRelease(
                        declared,
                        () -> {},
                        AlreadyPublicRelease.make(
                                identity,
                                run.answers(),
                                Revisions.apply(run.tables(), run.asOf(), predecessor),
                                run.extracts().stream().map(Publication::entry).toList(),
                                Publication.openChecks(run, predecessor)));
        };
    }

    /**
     * Publishes it: first the ledger learns what is drawn, then the release appears. A run that dies in between has published nothing, and the next one carries its draws
     * forward.
     */
    public PublishedRelease publish(ReportStep reports, Progress progress) {
        try (RunLock lock = RunLock.take(declared.folder())) {
            Objects.requireNonNull(lock);
            ledger.run();
            return new ReleasePublisher(declared.folder(), Clock.systemUTC())
                    .publish(release, reports, step -> progress.at(Publication.stepOf(step)));
        }
    }
}
