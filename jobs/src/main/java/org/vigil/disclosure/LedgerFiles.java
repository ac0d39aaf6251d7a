package org.vigil.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StoredFile;

/** The numbered, immutable files of one kind in the ledger of the store. */
final class LedgerFiles {
    private final StorageFolder folder;
    private final char kind;

    /**
     * Those of a kind.
     *
     * @param folder the ledger
     * @param kind first letter of their names
     */
    LedgerFiles(StorageFolder folder, char kind) {
        this.folder = folder;
        this.kind = kind;
    }

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent")
    record Newest(String name, byte[] content) {}

    /** The newest one. */
    Optional<Newest> newest() {
        List<String> names = names();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Newest(names.get(names.size() - 1), folder.read(names.get(names.size() - 1))));
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return names().isEmpty();
    }

    /**
     * Reads all of them, the oldest first.
     *
     * @param reader takes the name and the content of each
     * @throws DisclosureException if one is missing
     */
    void read(BiConsumer<String, byte[]> reader) {
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(nameOf(i + 1))) {
                throw new DisclosureException(
                        "No public release was made: the ledger of what was published has no file "
                                + nameOf(i + 1) + " (" + folder.location()
                                + "); expected every number up to the last. Restore it from a backup of the store.");
            }
            reader.accept(names.get(i), folder.read(names.get(i)));
        }
    }

    /**
     * Adds one.
     *
     * @throws DisclosureException if another run was faster
     */
    void append(byte[] content) {
        String name = nameOf(names().size() + 1);
        if (!folder.createAtomically(name, content)) {
            throw new DisclosureException("No public release was made: another run has written " + name
                    + " of the ledger meanwhile (" + folder.location() + "); expected to be the only one. Run again.");
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (StoredFile file : folder.list("")) {
            if (file.name().matches(kind + "[0-9]{8}\\.gz")) {
                names.add(file.name());
            }
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    private String nameOf(int number) {
        return String.format(Locale.ROOT, "%c%08d.gz", kind, number);
    }
}
