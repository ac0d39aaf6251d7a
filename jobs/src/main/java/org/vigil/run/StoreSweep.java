package org.vigil.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigil.config.Configuration;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StorageLock;
import org.vigil.storage.StoredFile;
import org.vigil.store.Store;

/** Deletes what runs that died left in the store: files that no version names, once they are old enough to be nobody's work in hand. */
public final class StoreSweep {
    /** Longer than any run lasts and than a person needs to look into one that died. */
    public static final Duration DEFAULT_AGE = Duration.ofDays(7);

    private StoreSweep() {}

    /**
     * What was deleted.
     *
     * @param files files of layers, and counts
     * @param bytes their size
     * @param pending files that were still being written when their run died
     */
    public record Outcome(int files, long bytes, int pending) {}

    /**
     * Sweeps a store under its lock.
     *
     * @param age how long ago a file must have been written
     * @param progress told of every step
     * @throws org.vigil.storage.HeldException if another run holds the store
     */
    public static Outcome sweep(Configuration configuration, Duration age, Progress progress) {
        Store store = Store.at(StorageFolder.at(configuration.store()));
        Clock clock = Clock.systemUTC();
        try (StorageLock lock = StorageLock.take(store.folder(), clock)) {
            progress.at(Step.LOCK_TAKEN);
            return sweep(configuration, progress, store, lock, clock.instant().minus(age));
        }
    }

    /** As part of a run that holds the store's lock. */
    static Outcome sweep(
            Configuration configuration, Progress progress, Store store, StorageLock lock, Instant before) {
        StorageFolder folder = store.folder();
        List<StoredFile> old = StoreFiles.orphans(configuration, store, before);
        if (!old.isEmpty()) {
            lock.requireHeld();
            delete(folder, old);
            progress.at(Step.ORPHANS_DELETED);
        }
        int pending = folder.sweep(before);
        if (pending > 0) {
            progress.at(Step.PENDING_DELETED);
        }
        return new Outcome(old.size(), old.stream().mapToLong(StoredFile::bytes).sum(), pending);
    }

    /** Folder by folder, each with its last file, as one that is empty is in no listing and would never be found again. */
    private static void delete(StorageFolder folder, List<StoredFile> files) {
        files.stream()
                .collect(Collectors.groupingBy(StoreSweep::folderOf, TreeMap::new, Collectors.toList()))
                .forEach((name, ofFolder) -> {
                    ofFolder.forEach(file -> folder.delete(file.name()));
                    if (name.contains("/") && folder.list(name).isEmpty()) {
                        folder.deleteFolder(name);
                    }
                });
    }

    private static String folderOf(StoredFile file) {
        return file.name().substring(0, file.name().lastIndexOf('/'));
    }
}
