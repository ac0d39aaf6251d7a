package org.vigil.store;

import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.IncidentRows;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.LayerReading;
import org.vigil.layer.References;
import org.vigil.layer.StoredCodes;
import org.vigil.storage.StorageFolder;

/** Reads a state of one source in one key range: of each incident the newest row, unless the incident vanished. */
public final class FoldPass {
    private final SourcePlan plan;
    private final boolean isSeriesRecorded;
    private final StoredRows stored;
    private final long[] superseded;

    /** Receives the rows that hold. */
    @FunctionalInterface
    public interface Recipient {
        /**
         * @param speaker ordinal of the extract that speaks for the incident
         * @param rows the batch of the row; valid during the call only
         * @param row its place there
         * @param cursor where the row was read, for its places and words
         */
        void holds(int speaker, IncidentRows rows, int row, LayerCursor cursor);

        /**
         * An incident that vanished; of interest to those who copy a state, not to those who count it.
         *
         * @param row its place in the batch at hand
         * @param cursor where the mark was read
         */
        default void vanished(int row, LayerCursor cursor) {}
    }

    /** How much of a row the recipient asks for. */
    public enum Detail {
        /** What is counted. */
        COUNTED,
        /** That, and what rows refer to. */
        WITH_REFERENCES,
        /** That too, places in the file and the publisher's words. */
        EVERYTHING
    }

    /**
     * @param store folder of the store
     * @param plan the state
     * @param codes codes of the stored columns
     * @param range the keys of this pass
     * @param isSeriesRecorded whether the recorded date places an incident in the main series
     * @param detail how much of a row is read
     */
    public FoldPass(
            StorageFolder store,
            SourcePlan plan,
            StoredCodes codes,
            KeyRange range,
            boolean isSeriesRecorded,
            Detail detail) {
        this.plan = plan;
        this.isSeriesRecorded = isSeriesRecorded;
        this.superseded = new long[plan.extracts().size()];
        boolean isEverything = detail == Detail.EVERYTHING;
        this.stored = StoredRows.toScan(
                store,
                plan,
                new LayerReading(codes, plan.ordinals(), isEverything, isEverything, detail != Detail.COUNTED),
                range);
    }

    /** Whether any file of the state has rows that may refer to another source. */
    public References references() {
        return stored.references();
    }

    /** Hands on every row that holds, and every mark of one that vanished, in the order of keys. To be called once. */
    public void run(Recipient recipient) {
        try (stored) {
            for (StoredRows.Run run = stored.nextRun(); run.to() > run.from(); run = stored.nextRun()) {
                if (run.rivals().isEmpty()) {
                    fold(run.layer().cursor(), run.from(), run.to(), recipient);
                } else {
                    StoredRows.LayerSequence newest = StoredRows.newest(run.rivals());
                    for (StoredRows.LayerSequence rival : run.rivals()) {
                        if (rival != newest) {
                            count(rival);
                        }
                    }
                    fold(newest.cursor(), newest.row(), newest.row() + 1, recipient);
                }
            }
        }
    }

    /** By ordinal, rows of extracts that a later row replaces, once {@link #run} has ended. */
    public long[] superseded() {
        return superseded.clone();
    }

    private void count(StoredRows.LayerSequence replaced) {
        LayerCursor cursor = replaced.cursor();
        Change change = cursor.change(cursor.row());
        if (change != Change.VANISHED && change != Change.RESTORED) {
            superseded[cursor.extractOrdinal(cursor.row())]++;
        }
    }

    private void fold(LayerCursor cursor, int from, int to, Recipient recipient) {
        IncidentColumns columns = cursor.columns();
        for (int row = from; row < to; row++) {
            if (cursor.change(row) != Change.VANISHED) {
                int day = IncidentDate.epochDay(isSeriesRecorded ? columns.recorded[row] : columns.occurred[row]);
                recipient.holds(plan.speakerOf(cursor.extractOrdinal(row), day), columns, row, cursor);
            } else {
                recipient.vanished(row, cursor);
            }
        }
    }
}
