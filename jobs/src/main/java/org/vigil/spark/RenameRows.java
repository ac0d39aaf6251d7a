package org.vigil.spark;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.KeyedHash;
import org.vigil.incident.MasterKey;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.Wording;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.LayerReading;
import org.vigil.store.FoldPass;
import org.vigil.store.KeyMap;
import org.vigil.store.Store;
import scala.Tuple2;

/**
 * Gives the stored rows of one range of old keys their new keys and deals them out to the ranges of these. An incident whose id is in none of the files
 * read gets a hash of its old key under a key of its own: its rows stay together, and nobody can come back from the new key to the old one.
 */
final class RenameRows implements Function2<Integer, Iterator<KeyPairs>, Iterator<Tuple2<Integer, MovedRows>>> {
    private static final long serialVersionUID = 1L;

    private static final int BLOCK_ROWS = 8192;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<KeyMove> move;
    private final Broadcast<KeyMap> references;
    private final int partitions;

    RenameRows(Broadcast<SourceSpec[]> sources, Broadcast<KeyMove> move, Broadcast<KeyMap> references, int partitions) {
        this.sources = sources;
        this.move = move;
        this.references = references;
        this.partitions = partitions;
    }

    @Override
    public Iterator<Tuple2<Integer, MovedRows>> call(Integer partition, Iterator<KeyPairs> blocks) {
        KeyMap known = new KeyMap();
        blocks.forEachRemaining(block -> block.addTo(known));
        SourceStages stages = new SourceStages(sources.value()[move.value().source()]);
        KeyRange range = KeyRange.of(partition, partitions);
        List<Tuple2<Integer, MovedRows>> dealt = new ArrayList<>();
        dealt.add(new Tuple2<>(partition, new MovedRows(-1, new PackedIncidents(), unknown(known, stages, range))));
        for (int layer = 0; layer < move.value().layers().size(); layer++) {
            new Layer(layer, known, stages, dealt).rename(range);
        }
        return dealt.iterator();
    }

    /** Incidents that hold and that no id is known of. */
    private long unknown(KeyMap known, SourceStages stages, KeyRange range) {
        long[] unknown = new long[1];
        if (move.value().isMoved()) {
            new FoldPass(
                            move.value().store(),
                            move.value().plan(),
                            stages.storedCodes(),
                            range,
                            stages.isSeriesRecorded(),
                            FoldPass.Detail.COUNTED)
                    .run((speaker, rows, row, cursor) -> {
                        IncidentColumns columns = cursor.columns();
                        if (known.find(columns.keyHigh[row], columns.keyLow[row]) < 0) {
                            unknown[0]++;
                        }
                    });
        }
        return unknown[0];
    }

    /** The rows of one layer in one range of old keys. */
    private final class Layer {
        private final int index;
        private final KeyMove.Layer layer;
        private final Renaming own;
        private final Renaming other;
        private final LayerReading reading;
        private final List<Tuple2<Integer, MovedRows>> dealt;
        private final PackedIncidents[] open = new PackedIncidents[partitions];
        private final IncidentColumns vanished = new IncidentColumns(1);

        Layer(int index, KeyMap known, SourceStages stages, List<Tuple2<Integer, MovedRows>> dealt) {
            this.index = index;
            this.dealt = dealt;
            layer = move.value().layers().get(index);
            own = new Renaming(known, move.value().isMoved() ? move.value().lostKey() : new byte[0]);
            other = new Renaming(references.value(), move.value().lostReferenceKey());
            reading = new LayerReading(stages.storedCodes(), Map.of(layer.extractId(), 0), true, true, true);
        }

        void rename(KeyRange range) {
            for (String file : layer.files()) {
                String name = Store.layerFolder(layer.layerId()) + "/" + file;
                try (LayerCursor cursor = LayerCursor.open(move.value().store().input(name), reading, range)) {
                    while (cursor.next()) {
                        deal(cursor);
                    }
                }
            }
            for (int p = 0; p < partitions; p++) {
                if (open[p] != null) {
                    dealt.add(new Tuple2<>(p, new MovedRows(index, open[p], 0)));
                }
            }
        }

        private void deal(LayerCursor cursor) {
            int row = cursor.row();
            IncidentColumns columns = cursor.columns();
            Change change = cursor.change(row);
            own.find(cursor.keyHigh(), cursor.keyLow());
            int p = ReadSplit.partitionOf(own.high, partitions);
            if (open[p] == null) {
                open[p] = new PackedIncidents();
            }
            if (change == Change.VANISHED) {
                open[p].append(vanished, 0, PackedIncidents.orderOf(change.ordinal(), 0, 0), Wording.NONE);
                open[p].rename(own.high, own.low, 0, 0);
            } else {
                open[p].append(
                        columns,
                        row,
                        PackedIncidents.orderOf(change.ordinal(), cursor.rowNumber(row), cursor.partNumber(row)),
                        cursor.wording());
                if (columns.hasReference(row)) {
                    other.find(columns.referenceHigh[row], columns.referenceLow[row]);
                }
                open[p].rename(own.high, own.low, other.high, other.low);
            }
            if (open[p].size() == BLOCK_ROWS) {
                dealt.add(new Tuple2<>(p, new MovedRows(index, open[p], 0)));
                open[p] = null;
            }
        }
    }

    /** New keys for old ones. */
    private static final class Renaming {
        private final KeyMap known;
        private final KeyedHash lost;
        private final boolean isMoved;
        private final byte[] old = new byte[2 * Long.BYTES];
        private long high;
        private long low;

        /** @param lostKey key for those that are not known; nothing if keys stay as they are */
        Renaming(KeyMap known, byte[] lostKey) {
            this.known = known;
            this.isMoved = lostKey.length > 0;
            this.lost = new KeyedHash(isMoved ? lostKey : new byte[MasterKey.INCIDENT_KEY_LENGTH]);
        }

        void find(long oldHigh, long oldLow) {
            int place = isMoved ? known.find(oldHigh, oldLow) : -1;
            if (!isMoved) {
                high = oldHigh;
                low = oldLow;
            } else if (place >= 0) {
                high = known.newHigh(place);
                low = known.newLow(place);
            } else {
                ByteBuffer.wrap(old).putLong(oldHigh).putLong(oldLow);
                lost.hash(old, 0, old.length);
                high = lost.first();
                low = lost.second();
            }
        }
    }
}
