package org.vigil.run;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;

/** The profile that gave the words of an extract their meaning, kept beside its layer, so that a later one can be held against it. */
final class StoredProfile {
    private StoredProfile() {}

    static void write(StorageFolder store, String layerId, String profileText) {
        store.write(nameOf(layerId), profileText.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> find(StorageFolder store, String layerId) {
        String name = nameOf(layerId);
        return store.exists(name)
                ? Optional.of(new String(store.read(name), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static String nameOf(String layerId) {
        return Store.layerFolder(layerId) + "/profile.json";
    }
}
