package org.vigil.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.layer.LayerFile;
import org.vigil.publish.PublishedRelease;
import org.vigil.release.FileHash;
import org.vigil.release.LatestRelease;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseReader;
import org.vigil.run.Progress;
import org.vigil.run.StoreSweep;
import org.vigil.run.StoreVerification;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoredLayer;

/** What must hold where a run has died, by comparison with the same folder before, and with one in which the run was not disturbed. */
final class Aftermath {
    private final Case before;
    private final SortedMap<String, String> releasesBefore;
    private final SortedMap<String, String> versionsBefore;
    private final int versionBefore;
    private final int extractsBefore;
    private final int versionAfter;
    private final SortedMap<String, String> releasesAfter;
    private final List<String> ledgerAfter;

    private Aftermath(Case before, Case undisturbed) {
        this.before = before;
        this.releasesBefore = before.releases();
        this.versionsBefore = before.versions();
        this.versionBefore = before.store().newest().version();
        this.extractsBefore = before.store().newest().extracts().size();
        this.versionAfter = undisturbed.store().newest().version();
        this.releasesAfter = undisturbed.releases();
        this.ledgerAfter = ledger(undisturbed);
    }

    /** @param undisturbed a copy of {@code before} in which the run has ended well */
    static Aftermath of(Case before, Case undisturbed) {
        Aftermath aftermath = new Aftermath(before, undisturbed);
        assertTrue(
                aftermath.releasesAfter.size() > aftermath.releasesBefore.size(),
                "the undisturbed run publishes a release");
        assertTrue(
                undisturbed.store().newest().layers().stream()
                        .anyMatch(layer -> layer.kind() == StoredLayer.Kind.RESTORATION),
                "the undisturbed run states something again");
        return aftermath;
    }

    /** How far a run got, as its store and releases show it. */
    enum Reached {
        NOTHING,
        VERSION,
        RELEASE,
        LATEST,
        COMPACTED
    }

    /** Nothing that stood is touched, and what is new is there as a whole or not at all. */
    Reached requireUnharmed(Case after) throws IOException {
        StoreManifest newest = after.store().newest();
        boolean isTakenIn = newest.extracts().size() > extractsBefore;
        boolean isCompacted = isCompacted(after);
        assertEquals(
                versionBefore + (isTakenIn ? 1 : 0) + (isCompacted ? 1 : 0),
                newest.version(),
                "each version takes in or compacts");
        SortedMap<String, String> versions = after.versions();
        versionsBefore.forEach((name, checksum) -> assertEquals(checksum, versions.get(name), name));
        assertEquals(newest.version(), versions.size(), "no version is missing");
        requireClean(after.store(), after.folder().resolve("store"));
        requireSound(after);
        if (isTakenIn) {
            assertEquals(ledgerAfter, ledger(after));
        }
        Reached reached = requireReleases(after, isTakenIn);
        assertTrue(!isCompacted || !isTakenIn || reached == Reached.LATEST, "a run compacts when its release is out");
        return isCompacted ? Reached.COMPACTED : reached;
    }

    /** Before any run of these tests, no store has a base. */
    static boolean isCompacted(Case at) {
        return at.store().newest().layers().stream().anyMatch(layer -> layer.kind() == StoredLayer.Kind.BASE);
    }

    /** {@code vigil store verify --all} finds nothing wrong. */
    private static StoreVerification.Outcome requireSound(Case after) {
        Configuration configuration = ConfigurationReader.read(after.next());
        StoreVerification.Outcome outcome = StoreVerification.verify(
                configuration, Job.key(configuration), StoreVerification.Extent.ALL, Progress.SILENT);
        assertEquals(List.of(), outcome.findings());
        return outcome;
    }

    /**
     * A sweep that does not wait for files to age takes away all that dead runs left, and nothing that a version needs: the counts of a scan of what is
     * left are those that were kept.
     */
    void requireNothingLeft(Case after) throws IOException {
        StoreSweep.sweep(ConfigurationReader.read(after.next()), Duration.ofDays(-1), Progress.SILENT);
        assertEquals(List.of(), requireSound(after).orphans());
        try (Stream<Path> files = Files.walk(after.folder().resolve("store"))) {
            for (Path file : files.toList()) {
                assertTrue(!file.getFileName().toString().startsWith(".pending-"), file.toString());
                assertTrue(!Files.isDirectory(file) || !isEmpty(file), "an empty folder: " + file);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private Reached requireReleases(Case after, boolean isCommitted) throws IOException {
        SortedMap<String, String> releases = after.releases();
        boolean isPublished = releases.size() > releasesBefore.size();
        SortedMap<String, String> expected = new TreeMap<>(isPublished ? releasesAfter : releasesBefore);
        String latestName = after.folder()
                .relativize(after.audience().resolve(LatestRelease.FILE_NAME))
                .toString();
        String latest = String.valueOf(releases.get(latestName));
        boolean isLatest = isPublished && latest.equals(releasesAfter.get(latestName));
        expected.put(latestName, String.valueOf((isLatest ? releasesAfter : releasesBefore).get(latestName)));
        assertEquals(expected, releases);
        assertTrue(isCommitted || !isPublished, "no release of what was not taken in");
        try (Stream<Path> folders = Files.list(after.audience())) {
            for (Path folder : folders.filter(f -> Files.exists(f.resolve(Manifest.FILE_NAME)))
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .toList()) {
                ReleaseReader.open(folder).requireIntact();
            }
        }
        ReleaseReader.openLatest(after.audience()).requireIntact();
        if (isLatest) {
            return Reached.LATEST;
        }
        return isPublished ? Reached.RELEASE : isCommitted ? Reached.VERSION : Reached.NOTHING;
    }

    /** The run made again, in this process, gives what it gives undisturbed; so does a scan of the layers alone. */
    void requireSameWhenRunAgain(Case after) throws IOException {
        PublishedRelease again = after.run();
        requireAsUndisturbed(after);
        after.forgetCounts();
        PublishedRelease scanned = after.run();
        assertTrue(scanned.alreadyPublished(), "a scan of the layers gives the counts that were kept");
        assertEquals(again.folder(), scanned.folder());
    }

    /** Store and releases are those of the undisturbed run. */
    void requireAsUndisturbed(Case after) throws IOException {
        assertEquals(releasesAfter, after.releases());
        requireLedgerAsUndisturbed(after);
    }

    /** As {@link #requireAsUndisturbed}, of the store only. */
    void requireLedgerAsUndisturbed(Case after) throws IOException {
        assertEquals(ledgerAfter, ledger(after));
        assertEquals(versionAfter, after.store().newest().version());
        requireClean(after.store(), after.folder().resolve("store"));
    }

    /** Store and releases are byte for byte those of before. */
    void requireUntouched(Case after) {
        assertEquals(releasesBefore, after.releases());
        assertEquals(versionsBefore, after.versions());
    }

    Case before() {
        return before;
    }

    /** Whatever a version names is there as it was written, and no record is lost or doubled on the way from the files to the layers. */
    static void requireClean(Store store, Path folder) throws IOException {
        for (int version : store.versions()) {
            StoreManifest manifest = store.version(version);
            assertEquals(
                    manifest.extracts().size(),
                    manifest.extracts().stream()
                            .map(LoadedExtract::sha256)
                            .distinct()
                            .count(),
                    "every file is taken in once");
            for (LoadedExtract extract : manifest.extracts()) {
                assertTrue(extract.isConserved(), extract.extractId());
            }
            for (StoredLayer layer : manifest.layers()) {
                Path layerFolder = folder.resolve(Store.layerFolder(layer.layerId()));
                for (LayerFile file : layer.files()) {
                    assertEquals(file.bytes(), Files.size(layerFolder.resolve(file.name())), layer.layerId());
                    assertEquals(file.sha256(), FileHash.sha256(layerFolder.resolve(file.name())), layer.layerId());
                }
                if (layer.kind() == StoredLayer.Kind.EXTRACT) {
                    assertTrue(Files.exists(layerFolder.resolve("quarantine.json")), layer.layerId());
                }
            }
        }
    }

    /** The ledger and the rows of each layer, without bases, and without names and times that differ from run to run. */
    private static List<String> ledger(Case at) {
        StoreManifest manifest = at.store().newest();
        List<String> ledger = new ArrayList<>();
        manifest.extracts()
                .forEach(e -> ledger.add(e.extractId() + " " + e.sequence() + " " + e.rows() + " " + e.effect()));
        manifest.layers().stream()
                .filter(layer -> layer.kind() != StoredLayer.Kind.BASE)
                .forEach(layer -> {
                    SortedMap<String, Long> rows = new TreeMap<>();
                    layer.files()
                            .forEach(file ->
                                    file.rowsByChange().forEach((change, n) -> rows.merge(change, n, Long::sum)));
                    ledger.add(layer.kind() + " " + layer.extractId() + " " + rows);
                });
        return ledger;
    }
}
