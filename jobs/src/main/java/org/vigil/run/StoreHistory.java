package org.vigil.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigil.config.Configuration;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;

/**
 * What a store has taken in, and what was done to it beside. Exact counts: for the owner of the store.
 *
 * @param location path or address of the store
 * @param storeVersion the version that holds; 0 for a store that was never written
 * @param extracts those that the store holds, in the order in which they came
 * @param takenBack those that were taken back and not allowed again, in the order of that
 * @param otherVersions versions that took no extract in
 */
public record StoreHistory(
        String location,
        int storeVersion,
        List<Entry> extracts,
        List<StoreManifest.TakenBack> takenBack,
        List<Version> otherVersions) {
    public StoreHistory {
        extracts = List.copyOf(extracts);
        takenBack = List.copyOf(takenBack);
        otherVersions = List.copyOf(otherVersions);
    }

    /**
     * One extract.
     *
     * @param storeVersion the version that took it in
     * @param extract its entry in the ledger
     */
    public record Entry(int storeVersion, LoadedExtract extract) {}

    /**
     * A compaction, rollback or the like.
     *
     * @param storeVersion its number
     * @param action what was done
     * @param note the same in a sentence
     * @param madeAt when
     */
    public record Version(int storeVersion, StoreManifest.Action action, String note, Instant madeAt) {}

    /** Tells one arrival of an extract from another of the same name. */
    private record Arrival(String extractId, Instant loadedAt) {
        static Arrival of(LoadedExtract extract) {
            return new Arrival(extract.extractId(), extract.loadedAt());
        }
    }

    /** Reads the manifests of every version; needs neither lock nor key. */
    public static StoreHistory of(Configuration configuration) {
        Store store = Store.at(StorageFolder.at(configuration.store()));
        Map<Arrival, Integer> arrivedIn = new HashMap<>();
        List<Version> others = new ArrayList<>();
        List<Integer> numbers = store.versions();
        StoreManifest newest = store.newest();
        for (int number : numbers) {
            StoreManifest version = store.version(number);
            version.extracts().forEach(e -> arrivedIn.putIfAbsent(Arrival.of(e), number));
            if (version.action() != StoreManifest.Action.LOAD) {
                others.add(new Version(number, version.action(), version.note(), version.madeAt()));
            }
        }
        return new StoreHistory(
                store.folder().location(),
                newest.version(),
                newest.extracts().stream()
                        .sorted(Comparator.comparingInt(LoadedExtract::sequence))
                        .map(e -> new Entry(arrivedIn.getOrDefault(Arrival.of(e), newest.version()), e))
                        .toList(),
                newest.takenBack(),
                others);
    }
}
