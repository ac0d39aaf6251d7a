package org.vigil.run;

import java.time.Clock;
import java.util.Optional;
import org.vigil.config.Configuration;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StorageLock;
import org.vigil.store.LoadedExtract;
import org.vigil.store.NextVersion;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;

/** Takes the extract that came last out of the store, or lets it in again. Nothing is deleted: only the next version no longer names it. */
public final class StoreRollback {
    private StoreRollback() {}

    /**
     * What was taken back.
     *
     * @param version the version of the store that it made
     * @param extract its entry in the ledger, with what goes back
     */
    public record Outcome(int version, LoadedExtract extract) {}

    /**
     * Takes back the extract that was loaded last, of all sources or of one.
     *
     * @return empty if the store holds none
     * @throws FindingsException if the source was moved to another key with it
     * @throws org.vigil.storage.HeldException if another run holds the store
     * @throws org.vigil.store.ConflictException if another writer was faster; the store is then as that one left it
     */
    public static Optional<Outcome> takeBack(Configuration configuration, Optional<String> sourceCode) {
        Store store = Store.at(StorageFolder.at(configuration.store()));
        Clock clock = Clock.systemUTC();
        try (StorageLock lock = StorageLock.take(store.folder(), clock)) {
            StoreManifest held = store.newest();
            return NextVersion.findLast(held, sourceCode).map(extract -> {
                MovedSources.requireNotBefore(held, extract);
                StoreManifest next = new NextVersion(held, clock.instant(), Publication.codeVersion()).without(extract);
                lock.requireHeld();
                store.commit(next);
                return new Outcome(next.version(), extract);
            });
        }
    }

    /**
     * Lets an extract that was taken back be taken in again by the next run that finds its file.
     *
     * @return the version of the store that it made; empty if no extract of that name was taken back
     * @throws org.vigil.storage.HeldException if another run holds the store
     * @throws org.vigil.store.ConflictException if another writer was faster; the store is then as that one left it
     */
    public static Optional<Integer> allow(Configuration configuration, String extractId) {
        Store store = Store.at(StorageFolder.at(configuration.store()));
        Clock clock = Clock.systemUTC();
        try (StorageLock lock = StorageLock.take(store.folder(), clock)) {
            StoreManifest held = store.newest();
            return new NextVersion(held, clock.instant(), Publication.codeVersion())
                    .allowing(extractId)
                    .map(next -> {
                        lock.requireHeld();
                        store.commit(next);
                        return next.version();
                    });
        }
    }
}
