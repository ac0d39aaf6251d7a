package org.vigil.store;

import java.util.List;
import org.vigil.incident.IncidentRows;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerReading;
import org.vigil.layer.StoredCodes;
import org.vigil.storage.StorageFolder;

/**
 * Finds, of the incidents of one source and key range that recent extracts were the first to show, which extract it was. To be given the layers of the
 * extracts themselves: a base keeps the newest row of an incident and not who showed it first.
 */
public final class FirstShowingPass {
    private final StoredRows stored;

    /** Receives the incidents that hold. */
    @FunctionalInterface
    public interface Recipient {
        /**
         * @param ordinal of the first extract that shows the incident
         * @param rows the batch of its newest row; valid during the call only
         * @param row its place there
         */
        void shown(int ordinal, IncidentRows rows, int row);
    }

    /**
     * @param store folder of the store
     * @param plan all extracts of the source, and the files of those of interest
     * @param codes codes of the stored columns
     * @param range the keys of this pass
     */
    public FirstShowingPass(StorageFolder store, SourcePlan plan, StoredCodes codes, KeyRange range) {
        this.stored =
                StoredRows.toScan(store, plan, new LayerReading(codes, plan.ordinals(), false, false, false), range);
    }

    /** Hands on every incident that one of the files added and that has not vanished since. To be called once. */
    public void run(Recipient recipient) {
        try (stored) {
            for (List<StoredRows.LayerSequence> rivals = stored.nextKey();
                    !rivals.isEmpty();
                    rivals = stored.nextKey()) {
                StoredRows.LayerSequence first = oldest(rivals);
                StoredRows.LayerSequence newest = StoredRows.newest(rivals);
                if (first.cursor().change(first.row()) == Change.ADDED
                        && newest.cursor().change(newest.row()) != Change.VANISHED) {
                    recipient.shown(
                            first.cursor().extractOrdinal(first.row()),
                            newest.cursor().columns(),
                            newest.row());
                }
            }
        }
    }

    private static StoredRows.LayerSequence oldest(List<StoredRows.LayerSequence> rivals) {
        StoredRows.LayerSequence oldest = rivals.get(0);
        for (StoredRows.LayerSequence rival : rivals) {
            if (StoredRows.newest(List.of(oldest, rival)) == oldest) {
                oldest = rival;
            }
        }
        return oldest;
    }
}
