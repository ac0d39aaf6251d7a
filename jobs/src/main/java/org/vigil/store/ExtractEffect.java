package org.vigil.store;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.incident.PackedIncidents;

/** What one extract changes in the store, counted up while it is taken in. Not safe for use by several threads. */
public final class ExtractEffect implements Serializable {
    private static final long serialVersionUID = 1L;

    private long added;
    private long changed;
    private long unchanged;
    private long withdrawn;
    private long vanished;
    private long restored;
    private final long[] changedColumns = new long[PackedIncidents.COMPARED.size()];

    public void countAdded() {
        added++;
    }

    public void countChanged() {
        changed++;
    }

    /** Counts what a changed row says differently, as {@link PackedIncidents#differences} tells it. */
    public void countDifferences(int differences) {
        for (int rest = differences; rest != 0; rest &= rest - 1) {
            changedColumns[Integer.numberOfTrailingZeros(rest)]++;
        }
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
        for (int c = 0; c < changedColumns.length; c++) {
            changedColumns[c] += other.changedColumns[c];
        }
    }

    /** The counts for the ledger. */
    public LoadedExtract.Effect counted() {
        SortedMap<String, Long> byColumn = new TreeMap<>();
        for (int c = 0; c < changedColumns.length; c++) {
            if (changedColumns[c] > 0) {
                byColumn.put(PackedIncidents.COMPARED.get(c).name(), changedColumns[c]);
            }
        }
        return new LoadedExtract.Effect(
                added + changed + unchanged, added, changed, unchanged, withdrawn, vanished, restored, byColumn);
    }
}
