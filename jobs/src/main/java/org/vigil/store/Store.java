package org.vigil.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StoredFile;

/**
 * Everything that was ever taken in: immutable layers, and a chain of manifests that say which of them hold.
 *
 * <pre>
 * manifests/v00000001.json   one file a version, never changed; the highest number holds
 * layers/LAYER/…             files of one layer, and the quarantine of its extract
 * partials/…                 counts that can be made again from the layers
 * lock.json                  who is writing
 * </pre>
 *
 * <p>A version comes to be in one step that fails if it exists already: so of two writers one wins, and a writer that dies leaves files that no
 * manifest names.
 */
public final class Store {
    static final String MANIFESTS = "manifests";
    /** Folder of all layers. */
    public static final String LAYERS = "layers";

    /** Folder of counts that can be made again. */
    public static final String PARTIALS = "partials";

    private final StorageFolder folder;

    private Store(StorageFolder folder) {
        this.folder = folder;
    }

    /** The store in a folder, which need not exist yet. */
    public static Store at(StorageFolder folder) {
        return new Store(folder);
    }

    public StorageFolder folder() {
        return folder;
    }

    /** Numbers of all versions, ascending. */
    public List<Integer> versions() {
        TreeSet<Integer> versions = new TreeSet<>();
        for (StoredFile file : folder.list(MANIFESTS)) {
            versionIn(file.name()).ifPresent(versions::add);
        }
        return List.copyOf(versions);
    }

    /** The version that holds; an empty manifest if nothing was ever taken in. */
    public StoreManifest newest() {
        List<Integer> versions = versions();
        return versions.isEmpty() ? StoreManifest.empty() : version(versions.get(versions.size() - 1));
    }

    /** A version by its number. */
    public StoreManifest version(int version) {
        String name = nameOf(version);
        if (!folder.exists(name)) {
            throw new StoreException("The store " + folder.location() + " has no version " + version + "; expected "
                    + (versions().isEmpty()
                            ? "none yet"
                            : "one of " + versions().get(0) + " to " + newestNumber())
                    + ". See vigil store history.");
        }
        return StoreManifest.parse(name, folder.read(name));
    }

    /** The version that held at an instant; an empty manifest before the first. */
    public StoreManifest heldAt(Instant instant) {
        List<Integer> versions = new ArrayList<>(versions());
        versions.sort(Comparator.reverseOrder());
        for (int version : versions) {
            StoreManifest manifest = version(version);
            if (!manifest.madeAt().isAfter(instant)) {
                return manifest;
            }
        }
        return StoreManifest.empty();
    }

    /**
     * Makes a version the one that holds.
     *
     * @throws ConflictException if that version exists already: another writer was faster, and nothing of it is lost
     */
    public void commit(StoreManifest next) {
        if (!folder.createAtomically(nameOf(next.version()), next.json())) {
            throw new ConflictException("Another run has made version " + next.version() + " of the store "
                    + folder.location() + " meanwhile; expected to be the only writer. Nothing of either run is lost:"
                    + " run again, and what is new will be added to the newer version.");
        }
    }

    /** The folder of a layer, as a name below the store's. */
    public static String layerFolder(String layerId) {
        return LAYERS + "/" + layerId;
    }

    /** Where counts are kept that can be made again. */
    public StorageFolder partials() {
        return folder.folder(PARTIALS);
    }

    private int newestNumber() {
        List<Integer> versions = versions();
        return versions.get(versions.size() - 1);
    }

    private static String nameOf(int version) {
        return String.format(Locale.ROOT, "%s/v%08d.json", MANIFESTS, version);
    }

    private static OptionalInt versionIn(String name) {
        return Optional.of(name.substring(name.lastIndexOf('/') + 1))
                .filter(file -> file.matches("v[0-9]{8}\\.json"))
                .map(file -> OptionalInt.of(Integer.parseInt(file.substring(1, 9))))
                .orElseGet(OptionalInt::empty);
    }
}
