package org.vigil.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigil.config.Configuration;
import org.vigil.layer.LayerFile;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StoredFile;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoredLayer;

/** Which files of a store some version needs. */
final class StoreFiles {
    private StoreFiles() {}

    /** Names, below the store, of the files that a version names: those of its layers, and the quarantine and profile of each extract. */
    static Set<String> namedBy(StoreManifest version) {
        Set<String> names = new HashSet<>();
        for (StoredLayer layer : version.layers()) {
            for (LayerFile file : layer.files()) {
                names.add(nameOf(layer, file));
            }
            if (layer.kind() == StoredLayer.Kind.EXTRACT) {
                names.add(StoredQuarantine.nameOf(layer.layerId()));
                names.add(StoredProfile.nameOf(layer.layerId()));
            }
        }
        return names;
    }

    static String nameOf(StoredLayer layer, LayerFile file) {
        return Store.layerFolder(layer.layerId()) + "/" + file.name();
    }

    /**
     * Files of layers that no version names, and counts of a configured source that belong to no version: runs that died left them. To be listed
     * while no other run writes, or they may be files of a version in the making.
     *
     * @param writtenBefore only files that are older
     */
    static List<StoredFile> orphans(Configuration configuration, Store store, Instant writtenBefore) {
        StorageFolder folder = store.folder();
        List<StoredFile> candidates = new ArrayList<>(folder.list(Store.LAYERS));
        folder.list(Store.PARTIALS).stream()
                .filter(file -> configuration.sources().stream()
                        .anyMatch(source -> Partials.isOf(source, simpleName(file.name()))))
                .forEach(candidates::add);
        candidates.removeIf(file -> !file.modified().isBefore(writtenBefore));
        // Nearly always the newest versions name everything; older ones are read only where they do not.
        List<Integer> versions = new ArrayList<>(store.versions());
        Collections.reverse(versions);
        for (int version : versions) {
            if (candidates.isEmpty()) {
                break;
            }
            drop(candidates, configuration, store.version(version));
        }
        return List.copyOf(candidates);
    }

    private static void drop(List<StoredFile> candidates, Configuration configuration, StoreManifest version) {
        Set<String> named = namedBy(version);
        for (Configuration.Source source : configuration.sources()) {
            named.add(Store.PARTIALS + "/" + Partials.plainNameOf(source, version, version.extractsOf(source.code())));
        }
        candidates.removeIf(file -> named.contains(Partials.withoutMark(file.name())));
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
