package org.vigil.store;

import java.util.List;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerReading;
import org.vigil.layer.StoredCodes;
import org.vigil.storage.StorageFolder;

/** Asks a state of one source for single incidents by their keys, in ascending order; everything between is passed over. */
public final class ProbePass implements AutoCloseable {
    private final StoredRows stored;

    /**
     * @param store folder of the store
     * @param plan the state
     * @param codes codes of the stored columns
     * @param range the keys of this pass
     */
    public ProbePass(StorageFolder store, SourcePlan plan, StoredCodes codes, KeyRange range) {
        this.stored =
                StoredRows.toProbe(store, plan, new LayerReading(codes, plan.ordinals(), false, false, false), range);
    }

    /**
     * Whether the state holds an incident that neither vanished nor was withdrawn.
     *
     * @param keyHigh not below that of the call before, unsigned
     * @param keyLow likewise
     */
    public boolean holds(long keyHigh, long keyLow) {
        List<StoredRows.LayerSequence> rivals = stored.seek(keyHigh, keyLow);
        if (rivals.isEmpty()) {
            return false;
        }
        StoredRows.LayerSequence newest = StoredRows.newest(rivals);
        return newest.cursor().change(newest.row()) != Change.VANISHED
                && !newest.cursor().columns().withdrawn[newest.row()];
    }

    @Override
    public void close() {
        stored.close();
    }
}
