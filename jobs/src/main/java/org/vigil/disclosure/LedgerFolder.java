package org.vigil.disclosure;

import java.util.List;
import java.util.Optional;
import org.vigil.storage.StorageFolder;

/**
 * The ledger in the store: one immutable file for each release that published anything for the first time, in the order of their numbers. It is no part of the versions of the store: what was published
 * once stays published, whatever extract is rolled back later. Each file of drawn figures says under which key they are, so that a new key changes none until it is asked for.
 */
public final class LedgerFolder {
    /** Folder in the store. */
    public static final String NAME = "ledger";

    private final LedgerFiles drawn;
    private final LedgerFiles suppressed;

    /** @param store folder of the store */
    public LedgerFolder(StorageFolder store) {
        drawn = new LedgerFiles(store.folder(NAME), 'r');
        suppressed = new LedgerFiles(store.folder(NAME), 's');
    }

    /**
     * Tells a ledger what was published before.
     *
     * @throws DisclosureException if a file is damaged or missing, or if counts were suppressed
     */
    public void recallTo(VintageLedger ledger) {
        requireNone(suppressed, Policy.SUPPRESS, Policy.CELL_KEY);
        drawn.read((file, bytes) -> recall(file, () -> ledger.recall(LedgerText.read(file, bytes))));
    }

    /**
     * Tells a ledger what was published before.
     *
     * @throws DisclosureException if a file is damaged or missing, or if counts were changed
     */
    public void recallTo(SuppressionLedger ledger) {
        requireNone(drawn, Policy.CELL_KEY, Policy.SUPPRESS);
        suppressed.read((file, bytes) ->
                recall(file, () -> SuppressionText.read(file, bytes).forEach(ledger::recall)));
    }

    /** A whole file in the place of another one, as of a wrong copy, does not go with those before it. */
    private static void recall(String file, Runnable taking) {
        try {
            taking.run();
        } catch (IllegalArgumentException e) {
            throw LedgerLines.damaged(file);
        }
    }

    /** A changed count beside a hidden one, or an exact one beside a changed one, tells what neither tells by itself. */
    private static void requireNone(LedgerFiles other, Policy before, Policy now) {
        if (!other.isEmpty()) {
            throw new DisclosureException("No public release was made: this store has published by the policy "
                    + before.code() + " before, and the configuration says " + now.code()
                    + "; expected one policy, since both together give away what each protects. Write policy: "
                    + before.code() + ".");
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
            drawn.append(LedgerText.write(ledger.additions(), epoch));
        }
    }

    /** Whether nothing was drawn yet. */
    public boolean isEmpty() {
        return drawn.isEmpty();
    }

    /**
     * Under which key figures are drawn: that of the newest file.
     *
     * @return nothing if nothing was published yet, or by a program that did not say it
     * @throws DisclosureException if the file is damaged
     */
    public Optional<DrawEpoch> findEpoch() {
        return drawn.newest().flatMap(newest -> LedgerText.findEpoch(newest.name(), newest.content()));
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
            drawn.append(LedgerText.write(new VintageLedger.Additions(List.of(), List.of()), epoch));
        }
        return isMoved;
    }

    /**
     * Keeps what a release publishes for the first time, before anybody can read it.
     *
     * @throws DisclosureException if another run was faster
     */
    public void keep(SuppressionLedger ledger) {
        if (!ledger.additions().isEmpty()) {
            suppressed.append(SuppressionText.write(ledger.additions()));
        }
    }
}
