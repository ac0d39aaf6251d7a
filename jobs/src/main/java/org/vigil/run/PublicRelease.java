package org.vigil.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.config.Configuration;
import org.vigil.disclosure.AlreadyPublicRelease;
import org.vigil.disclosure.CellKeyRelease;
import org.vigil.disclosure.DisclosureException;
import org.vigil.disclosure.DrawEpoch;
import org.vigil.disclosure.LedgerCheck;
import org.vigil.disclosure.LedgerFolder;
import org.vigil.disclosure.Policy;
import org.vigil.disclosure.ProtectedRelease;
import org.vigil.disclosure.SuppressRelease;
import org.vigil.disclosure.SuppressionLedger;
import org.vigil.disclosure.VintageLedger;
import org.vigil.event.EventCatalogue;
import org.vigil.publish.PublishedRelease;
import org.vigil.publish.ReleasePublisher;
import org.vigil.publish.ReportStep;
import org.vigil.release.Audience;
import org.vigil.release.LatestRelease;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseReader;
import org.vigil.revision.PredecessorRelease;
import org.vigil.revision.Revisions;
import org.vigil.storage.StorageFolder;
import org.vigil.tabulate.ExtractFacts;

/** A public release that is protected and not published yet. What it publishes for the first time counts once the ledger knows it. */
public final class PublicRelease {
    private final Configuration.PublicReleases declared;
    private final Runnable keepLedger;
    private final ProtectedRelease release;

    /** @param keepLedger keeps what the release publishes for the first time */
    private PublicRelease(Configuration.PublicReleases declared, Runnable keepLedger, ProtectedRelease release) {
        this.declared = declared;
        this.keepLedger = keepLedger;
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
        if (declared.policy() != Policy.ALREADY_PUBLIC) {
            requirePast(run);
        }
        return switch (declared.policy()) {
            case CELL_KEY -> {
                VintageLedger ledger = new VintageLedger(PerturbationTable.STANDARD, keys.cellKeys());
                folder.recallTo(ledger);
                requireWhole(ledger.figures(), declared);
                ledger.continueFrom(predecessor
                        .map(release -> LedgerCheck.findFigures(release.manifest()))
                        .orElse(OptionalLong.empty())
                        .orElse(0));
                DrawEpoch epoch = keys.drawEpoch();
                ProtectedRelease release = CellKeyRelease.make(
                        identity,
                        run.answers(),
                        run.extracts(),
                        ledger,
                        keys.publicNames(),
                        EventCatalogue.load(configuration.eventCatalogue()).events(),
                        predecessor);
                yield new PublicRelease(declared, () -> folder.keep(ledger, epoch), release);
            }
            case SUPPRESS -> {
                SuppressionLedger ledger = new SuppressionLedger();
                folder.recallTo(ledger);
                requireWhole(ledger.figures(), declared);
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

    /** A date that lies ahead would draw what is not complete, for good. */
    private static void requirePast(CountedRun run) {
        // An extract of today may be of tomorrow elsewhere.
        LocalDate latest = LocalDate.now(Clock.systemUTC()).plusDays(1);
        for (ExtractFacts extract : run.extracts()) {
            if (extract.extractDate().isAfter(latest)) {
                throw new DisclosureException("No public release was made: an extract of "
                        + extract.sourceCode() + " is dated " + extract.extractDate()
                        + "; expected no day that lies ahead, because figures are drawn once and for good."
                        + " Correct its extract-date.");
            }
        }
    }

    private static void requireWhole(long figures, Configuration.PublicReleases declared) {
        Path audience = declared.folder().resolve(Audience.PUBLIC.code());
        LatestRelease.findIn(audience)
                .ifPresent(latest ->
                        LedgerCheck.require(figures, Manifest.readFrom(audience.resolve(latest.releaseId()))));
    }

    /**
     * Publishes it: first the ledger learns what is drawn, then the release appears. A run that dies in between has published nothing, and the next one carries its draws
     * forward.
     */
    public PublishedRelease publish(ReportStep reports, Progress progress) {
        try (RunLock lock = RunLock.take(declared.folder())) {
            Objects.requireNonNull(lock);
            keepLedger.run();
            return new ReleasePublisher(declared.folder(), Clock.systemUTC())
                    .publish(release, reports, step -> progress.at(Publication.stepOf(step)));
        }
    }
}
