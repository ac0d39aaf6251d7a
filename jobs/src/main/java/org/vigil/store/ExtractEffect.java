package org.vigil.store;

import java.io.Serializable;

/** What one extract changes in the store, counted up while it is taken in. Not safe for use by several threads. */
public final class ExtractEffect implements Serializable {
    private static final long serialVersionUID = 1L;

    private long added;
    private long changed;
    private long unchanged;
    private long withdrawn;
    private long vanished;
    private long restored;

    public void countAdded() {
        added++;
    }

    public void countChanged() {
        changed++;
    }

    public void countUnchanged() {
        unchanged++;
    }

    public void countWithdrawn() {
        withdrawn++;
    }

    public void countVanished() {
        vanished++;
    }

    public void countRestored() {
        restored++;
    }

    public void add(ExtractEffect other) {
        added += other.added;
        changed += other.changed;
        unchanged += other.unchanged;
        withdrawn += other.withdrawn;
        vanished += other.vanished;
        restored += other.restored;
    }

    /** The counts for the ledger. */
    public LoadedExtract.Effect counted() {
        return new LoadedExtract.Effect(
                added + changed + unchanged, added, changed, unchanged, withdrawn, vanished, restored);
    }
}
