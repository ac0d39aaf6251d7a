package org.vigil.spark;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.storage.ScratchFolder;
import org.vigil.store.KeyedIncidents;

/** Writes the rows of one range of new keys into the layers that take the place of the old ones. */
final class WriteRenamed implements Function2<Integer, Iterator<MovedRows>, Iterator<MovedLayers>> {
    private static final long serialVersionUID = 1L;

    private static final Change[] CHANGES = Change.values();

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<KeyMove> move;
    private final int partitions;

    WriteRenamed(Broadcast<SourceSpec[]> sources, Broadcast<KeyMove> move, int partitions) {
        this.sources = sources;
        this.move = move;
        this.partitions = partitions;
    }

    @Override
    public Iterator<MovedLayers> call(Integer partition, Iterator<MovedRows> blocks) {
        KeyRange range = KeyRange.of(partition, partitions);
        MovedLayers written = new MovedLayers();
        try (ScratchFolder scratch = ScratchFolder.make()) {
            Map<Integer, KeyedIncidents> byLayer = new TreeMap<>();
            blocks.forEachRemaining(block -> {
                written.addUnknown(block.unknown());
                if (block.layer() >= 0) {
                    byLayer.computeIfAbsent(
                                    block.layer(),
                                    layer -> new KeyedIncidents(
                                            range, move.value().rowsInMemory(), scratch.path()))
                            .add(block.rows());
                }
            });
            byLayer.forEach(
                    (layer, rows) -> write(move.value().layers().get(layer), rows, scratch, partition, written));
        }
        return List.of(written).iterator();
    }

    private void write(
            KeyMove.Layer layer, KeyedIncidents keyed, ScratchFolder scratch, int partition, MovedLayers written) {
        SourceStages stages = new SourceStages(sources.value()[move.value().source()]);
        try (LayerFiles files = new LayerFiles(
                move.value().store(),
                stages.storedCodes(),
                move.value().plan().sourceCode(),
                move.value().references(),
                scratch.path(),
                partition)) {
            keyed.forEachKey((rows, places, count) -> {
                if (count != 1) {
                    throw new IllegalStateException("Two incidents of a layer have one key");
                }
                write(files, layer, rows, places[0]);
            });
            files.finish(written::addFile);
        }
    }

    private static void write(LayerFiles files, KeyMove.Layer layer, PackedIncidents rows, int row) {
        Change change = CHANGES[rows.extractOrdinal(row)];
        if (change == Change.VANISHED) {
            files.writeVanished(layer.newLayerId(), rows.keyHigh(row), rows.keyLow(row), layer.extractId());
        } else {
            files.write(layer.newLayerId(), rows, row, layer.extractId(), change);
        }
    }
}
