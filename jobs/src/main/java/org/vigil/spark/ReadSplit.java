package org.vigil.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.Wording;
import org.vigil.validate.AcceptedBatch;
import org.vigil.validate.Validator;
import scala.Tuple2;

/**
 * Reads one split and deals its accepted incidents out to key partitions, in blocks. One row goes to exactly one partition; the report of the split
 * goes to the partition after the last.
 */
final class ReadSplit implements PairFlatMapFunction<SplitTask, Integer, Serializable> {
    private static final long serialVersionUID = 1L;

    /** Rows of a block: large enough to cost nothing by the row, small enough to stream. */
    private static final int BLOCK_ROWS = 8192;

    private final Broadcast<SourceSpec[]> sources;
    private final int partitions;
    private final boolean keepsWords;

    /** @param keepsWords whether the publisher's words go along, as a store wants them */
    ReadSplit(Broadcast<SourceSpec[]> sources, int partitions, boolean keepsWords) {
        this.sources = sources;
        this.partitions = partitions;
        this.keepsWords = keepsWords;
    }

    @Override
    public Iterator<Tuple2<Integer, Serializable>> call(SplitTask task) {
        SourceStages stages = new SourceStages(sources.value()[task.source()]);
        Dealer dealer = new Dealer(task, partitions, keepsWords);
        Validator validator = stages.read(task, dealer::deal);
        dealer.finish();
        dealer.dealt.add(new Tuple2<>(
                partitions, new SplitReport(task.extractOrdinal(), validator.tally(), validator.quarantine())));
        return dealer.dealt.iterator();
    }

    /** Where an incident belongs: by the high bits of its key, evenly. */
    static int partitionOf(long keyHigh, int partitions) {
        return (int) Math.multiplyHigh(keyHigh >>> 1, (long) partitions << 1);
    }

    private static final class Dealer {
        private final int extractOrdinal;
        private final long firstRow;
        private final boolean keepsWords;
        private final PackedIncidents[] open;
        private final List<Tuple2<Integer, Serializable>> dealt = new ArrayList<>();

        Dealer(SplitTask task, int partitions, boolean keepsWords) {
            this.keepsWords = keepsWords;
            extractOrdinal = task.extractOrdinal();
            firstRow = task.split().firstRow();
            open = new PackedIncidents[partitions];
            for (int p = 0; p < partitions; p++) {
                open[p] = new PackedIncidents();
            }
        }

        void deal(AcceptedBatch batch, Wording words) {
            IncidentColumns c = batch.columns();
            int[] rows = batch.rows();
            for (int i = 0; i < batch.size(); i++) {
                int row = rows[i];
                int p = partitionOf(c.keyHigh[row], open.length);
                PackedIncidents block = open[p];
                long order = PackedIncidents.orderOf(extractOrdinal, firstRow + c.rowNumber[row], c.partNumber[row]);
                if (keepsWords) {
                    block.append(c, row, order, words);
                } else {
                    block.append(c, row, order);
                }
                if (block.size() == BLOCK_ROWS) {
                    dealt.add(new Tuple2<>(p, block));
                    open[p] = new PackedIncidents();
                }
            }
        }

        void finish() {
            for (int p = 0; p < open.length; p++) {
                if (open[p].size() > 0) {
                    dealt.add(new Tuple2<>(p, open[p]));
                }
            }
        }
    }
}
