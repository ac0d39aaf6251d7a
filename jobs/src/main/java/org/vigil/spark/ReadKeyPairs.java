package org.vigil.spark;

import java.util.Iterator;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.incident.IncidentColumns;
import org.vigil.store.SameKey;
import scala.Tuple2;

/** Reads one split under the old and under the new key and deals the pairs of keys that its ids have out to the ranges of the old ones. */
final class ReadKeyPairs implements PairFlatMapFunction<SplitTask, Integer, KeyPairs> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> before;
    private final Broadcast<SourceSpec[]> after;
    private final Ids ids;
    private final int partitions;

    /** Which ids of a record. */
    enum Ids {
        /** Its own. */
        OWN,
        /** Those of another source that it notes. */
        NOTED
    }

    ReadKeyPairs(Broadcast<SourceSpec[]> before, Broadcast<SourceSpec[]> after, Ids ids, int partitions) {
        this.before = before;
        this.after = after;
        this.ids = ids;
        this.partitions = partitions;
    }

    @Override
    public Iterator<Tuple2<Integer, KeyPairs>> call(SplitTask task) {
        SourceStages stages = new SourceStages(before.value()[task.source()]);
        long[][] old = keys(stages, task);
        long[][] now = keys(new SourceStages(after.value()[task.source()]), task);
        if (old[0].length != now[0].length) {
            throw new IllegalStateException("A file gave other records when it was read again");
        }
        boolean isCounted = ids == Ids.OWN && stages.sameKey() == SameKey.EACH_COUNTS;
        return KeyPairs.dealt(old[0], old[1], now[0], now[1], isCounted, partitions)
                .iterator();
    }

    /** High and low halves of the keys of all accepted records that have one, in the order of the file. */
    private long[][] keys(SourceStages stages, SplitTask task) {
        LongList high = new LongList();
        LongList low = new LongList();
        stages.read(task, (batch, words) -> {
            IncidentColumns columns = batch.columns();
            for (int i = 0; i < batch.size(); i++) {
                int row = batch.rows()[i];
                if (ids == Ids.OWN) {
                    high.add(columns.keyHigh[row]);
                    low.add(columns.keyLow[row]);
                } else if (columns.hasReference(row)) {
                    high.add(columns.referenceHigh[row]);
                    low.add(columns.referenceLow[row]);
                }
            }
        });
        return new long[][] {high.toArray(), low.toArray()};
    }
}
