package org.vigil.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigil.config.Configuration;
import org.vigil.publish.PublishedRelease;
import org.vigil.publish.PublishingStep;
import org.vigil.publish.ReleaseContent;
import org.vigil.publish.ReleasePublisher;
import org.vigil.publish.ReportStep;
import org.vigil.release.Audience;
import org.vigil.release.Explanation;
import org.vigil.release.Manifest;
import org.vigil.release.Marking;
import org.vigil.release.ReleaseReader;
import org.vigil.release.TableRows;
import org.vigil.revision.PredecessorRelease;
import org.vigil.revision.Revisions;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.MethodsText;

/** Puts a counted run before its readers, under the lock of the folder of releases. */
public final class Publication {
    private static final String RESTRICTED =
            "Restricted, not for publication: exact small numbers that can point at a person.";
    private static final String ALREADY_PUBLIC = "Counted from records that their publisher has already made public.";
    private static final String SYNTHETIC = Marking.RESTRICTED + " " + Marking.SYNTHETIC;

    private Publication() {}

    /**
     * Publishes, or finds that the very same release stands there already.
     *
     * @throws LockedException if another run is publishing to the same folder
     * @throws org.vigil.release.ReleaseException if the release cannot be written; the last one stays as it was
     */
    public static PublishedRelease publish(Configuration configuration, CountedRun run, ReportStep reports) {
        return publish(configuration, run, reports, Progress.SILENT);
    }

    /** As {@link #publish(Configuration, CountedRun, ReportStep)}, told to {@code progress}. */
    public static PublishedRelease publish(
            Configuration configuration, CountedRun run, ReportStep reports, Progress progress) {
        try (RunLock lock = RunLock.take(configuration.releases())) {
            Objects.requireNonNull(lock);
            return publisher(configuration)
                    .publish(content(configuration, run), reports, step -> progress.at(stepOf(step)));
        }
    }

    /** As {@link #publish}, for a release that shows again what the store once held: readers of the latest release are not sent back to it. */
    public static PublishedRelease publishAgain(Configuration configuration, CountedRun run, ReportStep reports) {
        try (RunLock lock = RunLock.take(configuration.releases())) {
            Objects.requireNonNull(lock);
            return publisher(configuration).publishAgain(content(configuration, run), reports);
        }
    }

    /**
     * Makes sure, before a run takes anything in, that its release could be put where it is to go.
     *
     * @throws org.vigil.release.ReleaseException if that folder cannot be written
     */
    public static void requireWritable(Configuration configuration) {
        publisher(configuration).requireWritable(Audience.RESTRICTED);
        configuration
                .publicReleases()
                .ifPresent(declared ->
                        new ReleasePublisher(declared.folder(), Clock.systemUTC()).requireWritable(Audience.PUBLIC));
    }

    static Step stepOf(PublishingStep step) {
        return switch (step) {
            case STAGED -> Step.RELEASE_STAGED;
            case RENAMED -> Step.RELEASE_RENAMED;
            case LATEST_REPLACED -> Step.LATEST_REPLACED;
        };
    }

    private static ReleasePublisher publisher(Configuration configuration) {
        return new ReleasePublisher(configuration.releases(), Clock.systemUTC());
    }

    private static ReleaseContent content(Configuration configuration, CountedRun run) {
        Optional<ReleaseReader> predecessor = PredecessorRelease.find(
                configuration.releases(),
                Audience.RESTRICTED,
                run.asOf(),
                run.extracts().stream().map(ExtractFacts::sourceCode).collect(Collectors.toSet()));
        List<TableRows> tables = Revisions.apply(run.tables(), run.asOf(), predecessor);
        return new ReleaseContent(
                        Audience.RESTRICTED,
                        run.asOf(),
                        marking(configuration),
                        codeVersion(),
                        configuration.hash(),
                        tables,
                        run.extracts().stream().map(Publication::entry).toList(),
                        checks(run, predecessor))
                .with(new TreeMap<>(Map.of(Explanation.METHODS, MethodsText.of(tables))));
    }

    /** Version of this program, as built. */
    public static String codeVersion() {
        try (InputStream in = Publication.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own version could not be read", e);
        }
    }

    /** Decided by the least public source. */
    private static String marking(Configuration configuration) {
        if (configuration.sources().stream().allMatch(s -> s.profile().meaning().isAlreadyPublic())) {
            return ALREADY_PUBLIC;
        }
        return configuration.sources().stream()
                        .allMatch(s -> s.profile().meaning().isSynthetic())
                ? SYNTHETIC
                : RESTRICTED;
    }

    static Manifest.ExtractEntry entry(ExtractFacts extract) {
        SortedMap<String, Long> counts = new TreeMap<>(Map.of(
                "read", extract.tally().read(),
                "accepted", extract.fates().accepted(),
                "merged", extract.fates().merged(),
                "duplicate", extract.fates().duplicates(),
                "superseded", extract.fates().superseded(),
                "out_of_scope", extract.tally().outOfScope(),
                "quarantined", extract.tally().quarantined()));
        return new Manifest.ExtractEntry(
                extract.extractId(),
                extract.sourceCode(),
                extract.fileName(),
                extract.sha256(),
                extract.tally().physicalRows(),
                counts);
    }

    private static List<Manifest.CheckEntry> checks(CountedRun run, Optional<ReleaseReader> predecessor) {
        List<Manifest.CheckEntry> checks = new ArrayList<>(openChecks(run, predecessor));
        // Only the restricted release says how far its incidents stand alone.
        run.uniqueness().forEach(source -> checks.add(source.check()));
        return checks;
    }

    /** What everybody may know of the checks of a run whose records are public. */
    static List<Manifest.CheckEntry> openChecks(CountedRun run, Optional<ReleaseReader> predecessor) {
        List<Manifest.CheckEntry> checks = new ArrayList<>();
        for (ExtractFacts e : run.extracts()) {
            checks.add(new Manifest.CheckEntry(
                    "conservation " + e.extractId(),
                    e.isConserved(),
                    e.tally().read() + " records read = " + e.fates().accepted() + " accepted + "
                            + e.fates().merged() + " merged + " + e.fates().duplicates() + " duplicate + "
                            + e.fates().superseded() + " superseded + "
                            + e.tally().outOfScope() + " out of scope + "
                            + e.tally().quarantined() + " quarantined"));
        }
        predecessor.ifPresent(release -> checks.add(new Manifest.CheckEntry(
                "predecessor",
                true,
                "compared with release " + release.manifest().releaseId()
                        + ", of which the tables read are those it published")));
        return checks;
    }
}
