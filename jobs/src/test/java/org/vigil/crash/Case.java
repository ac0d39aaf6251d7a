package org.vigil.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationReader;
import org.vigil.profile.SourceProfiles;
import org.vigil.publish.PublishedRelease;
import org.vigil.release.FileHash;
import org.vigil.run.CountedRun;
import org.vigil.run.Progress;
import org.vigil.run.Publication;
import org.vigil.run.StoreSweep;
import org.vigil.run.StoredRun;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;

/**
 * A folder with extracts, configurations, a store and releases: one situation in which a run may die.
 *
 * @param folder the folder
 */
record Case(Path folder) {
    /** Beside what is held, week 4. */
    private static final String NEXT = "vigil.yaml";

    /** Beside what is held, week 5. */
    private static final String OTHER = "other.yaml";

    /** Files that no version names: of a layer, of counts, and one that was still being written. */
    private static final List<String> LEFT_BEHIND = List.of(
            "layers/changes-2023-11-01-of-a-dead-run/part-00000.parquet",
            "layers/changes-2023-11-01-of-a-dead-run/quarantine.json",
            "partials/changes-00112233445566778899aabbccddeeff.counts",
            "manifests/.pending-0123456789abcdef");

    /** A store of three weeks with two releases; files of two more weeks wait. */
    static Case prepare(Path folder) throws IOException {
        Week.write(folder);
        return prepare(folder, Week.configuration(List.of()), Week.configuration(List.of(Week.NEXT)));
    }

    /** The same with so many small extracts that the next makes a compaction due, and with what other runs left in the store when they died. */
    static Case prepareDue(Path folder) throws IOException {
        Week.write(folder);
        Week.writeSmall(folder);
        Case made = prepare(
                folder, Week.configurationWithSmall(List.of()), Week.configurationWithSmall(List.of(Week.NEXT)));
        for (String left : LEFT_BEHIND) {
            Path file = folder.resolve("store").resolve(left);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, "half of what it should be");
            Files.setLastModifiedTime(
                    file,
                    FileTime.from(Instant.now().minus(StoreSweep.DEFAULT_AGE).minus(Duration.ofDays(1))));
        }
        return made;
    }

    private static Case prepare(Path folder, String heldText, String nextText) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(
                folder.resolve("everything.yaml"),
                SourceProfiles.shippedText("london-synthetic").replace("extracts: delta", "extracts: full"));
        Files.writeString(folder.resolve(NEXT), nextText);
        Files.writeString(folder.resolve(OTHER), Week.configuration(List.of(Week.OTHER)));
        Path held = folder.resolve("held.yaml");
        Files.writeString(held, heldText);
        run(ConfigurationReader.read(held).withAsOf(Week.date(2)), Progress.SILENT);
        run(ConfigurationReader.read(held), Progress.SILENT);
        return new Case(folder);
    }

    /** A copy to do harm to. */
    Case copyTo(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, copy.resolve(folder.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new Case(copy);
    }

    Path next() {
        return folder.resolve(NEXT);
    }

    Path other() {
        return folder.resolve(OTHER);
    }

    Path audience() {
        return folder.resolve("releases/restricted");
    }

    Store store() {
        return Store.at(StorageFolder.at(folder.resolve("store").toString()));
    }

    /** The weekly job in this process; workers that run here already are joined. */
    PublishedRelease run() {
        return run(Progress.SILENT);
    }

    PublishedRelease run(Progress progress) {
        return run(ConfigurationReader.read(next()), progress);
    }

    /** As the command does it, without its summary. */
    static PublishedRelease run(Configuration configuration, Progress progress) {
        try (StoredRun stored =
                StoredRun.open(configuration, configuration.key().open(), progress)) {
            CountedRun counted = stored.run();
            PublishedRelease release = Publication.publish(configuration, counted, staged -> {}, progress);
            stored.tidy();
            return release;
        }
    }

    /** Checksums of all that readers may meet among the releases: not of the lock, nor of what is being built. */
    SortedMap<String, String> releases() {
        return checksums("releases/restricted", ".staging-");
    }

    /** Checksums of every version of the store. */
    SortedMap<String, String> versions() {
        return checksums("store/manifests", ".pending-");
    }

    private SortedMap<String, String> checksums(String below, String unfinished) {
        SortedMap<String, String> checksums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.contains(unfinished)) {
                    checksums.put(name, FileHash.sha256(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checksums;
    }

    /** What a person might do who takes the lock for one that was left behind. */
    void removeLock() {
        StorageFolder.at(folder.resolve("store").toString()).deleteFolder("lock");
    }

    /** Gone, since hundreds of copies would fill a disk. */
    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Gives up the counts that were kept, so that the next run has to scan the layers. */
    void forgetCounts() throws IOException {
        try (Stream<Path> kept = Files.list(folder.resolve("store/partials"))) {
            for (Path file : kept.toList()) {
                Files.delete(file);
            }
        }
    }
}
