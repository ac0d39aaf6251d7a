package org.vigil.spark;

import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.incident.IncidentColumns;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.LayerReading;
import org.vigil.layer.References;
import org.vigil.store.KeyMap;
import org.vigil.store.Store;
import scala.Tuple2;

/** Deals the keys of another source that one layer refers to out to their ranges, each once. */
final class StoredReferences implements PairFlatMapFunction<KeyMove.Layer, Integer, KeyPairs> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<KeyMove> move;
    private final int partitions;

    StoredReferences(Broadcast<SourceSpec[]> sources, Broadcast<KeyMove> move, int partitions) {
        this.sources = sources;
        this.move = move;
        this.partitions = partitions;
    }

    @Override
    public Iterator<Tuple2<Integer, KeyPairs>> call(KeyMove.Layer layer) {
        KeyMap distinct = new KeyMap();
        LayerReading reading = new LayerReading(
                new SourceStages(sources.value()[move.value().source()]).storedCodes(),
                Map.of(layer.extractId(), 0),
                false,
                false,
                true);
        for (String file : layer.files()) {
            String name = Store.layerFolder(layer.layerId()) + "/" + file;
            try (LayerCursor cursor = LayerCursor.open(move.value().store().input(name), reading, KeyRange.ALL)) {
                while (cursor.references() == References.KEPT && cursor.next()) {
                    IncidentColumns columns = cursor.columns();
                    int row = cursor.row();
                    if (cursor.change(row) != Change.VANISHED && columns.hasReference(row)) {
                        distinct.put(columns.referenceHigh[row], columns.referenceLow[row], 0, 0);
                    }
                }
            }
        }
        long[] high = new long[distinct.size()];
        long[] low = new long[distinct.size()];
        for (int place = 0; place < distinct.size(); place++) {
            high[place] = distinct.oldHigh(place);
            low[place] = distinct.oldLow(place);
        }
        return KeyPairs.dealt(high, low, new long[high.length], new long[high.length], false, partitions)
                .iterator();
    }
}
