package org.vigil.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StoredFile;

/**
 * The ledger in the store: one immutable file for each release that drew anything, in the order of their numbers. It is no part of the versions of the store: what was published
 * once stays published, whatever extract is rolled back later. Each file says under which key figures are drawn, so that a new key changes none until it is asked for.
 */
public final class LedgerFolder {
    /** Folder in the store. */
    public static final String NAME = "ledger";

    private final StorageFolder folder;

    /** @param store folder of the store */
    public LedgerFolder(StorageFolder store) {
        this.folder = store.folder(NAME);
    }

    /**
     * Tells a ledger what was published before.
     *
     * @throws DisclosureException if a file is damaged or missing
     */
    public void recallTo(VintageLedger ledger) {
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(nameOf(i + 1))) {
                throw new DisclosureException(
                        "No public release was made: the ledger of what was published has no file "
                                + nameOf(i + 1) + " (" + folder.location()
                                + "); expected every number up to the last. Restore it from a backup of the store.");
            }
            ledger.recall(LedgerText.read(names.get(i), folder.read(names.get(i))));
        }
    }

    /**
     * Keeps what a ledger has drawn, before anybody can read it: what is in the ledger and not out is only carried forward, what is out and not in the ledger could be drawn again.
     *
     * @param epoch under which key it was drawn
     * @throws DisclosureException if another run was faster
     */
    public void keep(VintageLedger ledger, DrawEpoch epoch) {
        if (!ledger.additions().isEmpty()) {
            write(ledger.additions(), epoch);
        }
    }

    /** Whether nothing was published yet. */
    public boolean isEmpty() {
        return names().isEmpty();
    }

    /**
     * Under which key figures are drawn: that of the newest file.
     *
     * @return nothing if nothing was published yet, or by a program that did not say it
     * @throws DisclosureException if the file is damaged
     */
    public Optional<DrawEpoch> findEpoch() {
        List<String> names = names();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String newest = names.get(names.size() - 1);
        return LedgerText.findEpoch(newest, folder.read(newest));
    }

    /**
     * Has figures drawn under another key from now on, if any were published at all.
     *
     * @return whether they were drawn under another one before
     * @throws DisclosureException if the newest file is damaged, or another run was faster
     */
    public boolean moveTo(DrawEpoch epoch) {
        boolean isMoved = !isEmpty() && !findEpoch().filter(epoch::equals).isPresent();
        if (isMoved) {
            write(new VintageLedger.Additions(List.of(), List.of()), epoch);
        }
        return isMoved;
    }

    private void write(VintageLedger.Additions additions, DrawEpoch epoch) {
        String name = nameOf(names().size() + 1);
        if (!folder.createAtomically(name, LedgerText.write(additions, epoch))) {
            throw new DisclosureException("No public release was made: another run has written " + name
                    + " of the ledger meanwhile (" + folder.location() + "); expected to be the only one. Run again.");
        }
    }

    private List<String> names() {
        return folder.list("").stream()
                .map(StoredFile::name)
                .filter(name -> name.matches("r[0-9]{8}\\.gz"))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String nameOf(int number) {
        return String.format(Locale.ROOT, "r%08d.gz", number);
    }
}
