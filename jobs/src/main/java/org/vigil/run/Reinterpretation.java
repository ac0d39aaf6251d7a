package org.vigil.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vigil.config.Configuration;
import org.vigil.storage.ScratchFolder;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StorageLock;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoredLayer;

/**
 * Reads the publisher's words that a store retains under today's profile and code lists. Dates, counts and marks of withdrawal stay as they were read.
 *
 * <p>Incidents that a full extract said again with another word of the same code kept the word first heard, and are read by it.
 *
 * @param sources sources with words that were read otherwise; none if there is nothing to do
 * @param version the version of the store that was made; none where nothing was written
 */
public record Reinterpretation(List<ReinterpretedSource> sources, OptionalInt version) {
    public Reinterpretation {
        sources = List.copyOf(sources);
    }

    /**
     * Finds what would change and writes nothing.
     *
     * @throws FindingsException if the words cannot be read under the profile
     */
    public static Reinterpretation show(Configuration configuration, Progress progress) {
        StorageFolder folder = StorageFolder.at(configuration.store());
        return new Reinterpretation(
                shown(needed(configuration, folder, Store.at(folder).newest()), progress), OptionalInt.empty());
    }

    /**
     * Writes what changes as a new version of the store; earlier versions stay as they are.
     *
     * @throws FindingsException if the words cannot be read under the profile
     * @throws org.vigil.storage.HeldException if another run holds the store
     * @throws org.vigil.store.ConflictException if another writer was faster
     */
    public static Reinterpretation apply(Configuration configuration, Progress progress) {
        StorageFolder folder = StorageFolder.at(configuration.store());
        Store store = Store.at(folder);
        try (ScratchFolder scratch = ScratchFolder.make();
                StorageLock lock = StorageLock.take(folder, Clock.systemUTC())) {
            StoreManifest held = store.newest();
            List<SourceReinterpretation> needed = needed(configuration, folder, held);
            List<ReinterpretedSource> shown = shown(needed, progress);
            if (needed.isEmpty()) {
                return new Reinterpretation(List.of(), OptionalInt.empty());
            }
            progress.say("Writing the layers anew");
            StoreManifest next = next(held, needed, scratch.path());
            lock.requireHeld();
            store.commit(next);
            return new Reinterpretation(shown, OptionalInt.of(next.version()));
        }
    }

    private static List<SourceReinterpretation> needed(
            Configuration configuration, StorageFolder folder, StoreManifest held) {
        return configuration.sources().stream()
                .map(source -> new SourceReinterpretation(folder, source, held))
                .filter(SourceReinterpretation::isNeeded)
                .toList();
    }

    private static List<ReinterpretedSource> shown(List<SourceReinterpretation> needed, Progress progress) {
        List<ReinterpretedSource> shown = new ArrayList<>();
        needed.forEach(SourceReinterpretation::requirePossible);
        for (SourceReinterpretation source : needed) {
            progress.say("Reading retained words");
            shown.add(source.shown());
        }
        return shown;
    }

    private static StoreManifest next(StoreManifest held, List<SourceReinterpretation> needed, Path scratch) {
        List<StoredLayer> layers = new ArrayList<>(held.layers().stream()
                .filter(layer -> needed.stream().noneMatch(source -> source.replaces(layer)))
                .toList());
        needed.forEach(source -> layers.addAll(source.write(scratch)));
        needed.forEach(source -> layers.replaceAll(layer -> layer.withCovered(source.newLayerIds())));
        return new StoreManifest(
                StoreManifest.FORMAT,
                held.version() + 1,
                StoreManifest.Action.REINTERPRET,
                "Read the retained words anew under the profile and code lists of the day.",
                Clock.systemUTC().instant(),
                Publication.codeVersion(),
                held.keys(),
                held.extracts().stream()
                        .map(e -> needed.stream().reduce(e, (entry, source) -> source.entry(entry), (a, b) -> b))
                        .toList(),
                layers,
                held.takenBack());
    }
}
