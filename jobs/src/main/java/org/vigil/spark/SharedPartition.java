package org.vigil.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.cube.CountCube;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.KeyRange;
import org.vigil.storage.ScratchFolder;
import org.vigil.store.KeyedIncidents;
import org.vigil.store.ProbePass;

/** Counts, of the incidents that refer to one range of another source's keys, those whose key that source holds. */
final class SharedPartition implements Function2<Integer, Iterator<PackedIncidents>, Iterator<CountCube>> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<LoadOrder> orders;
    private final int source;
    private final int referenced;
    private final int partitions;

    SharedPartition(
            Broadcast<SourceSpec[]> sources, Broadcast<LoadOrder> orders, int source, int referenced, int partitions) {
        this.sources = sources;
        this.orders = orders;
        this.source = source;
        this.referenced = referenced;
        this.partitions = partitions;
    }

    @Override
    public Iterator<CountCube> call(Integer partition, Iterator<PackedIncidents> blocks) {
        LoadOrder order = orders.value();
        KeyRange range = KeyRange.of(partition, partitions);
        CountCube shared = new SourceStages(sources.value()[source]).newPlainCube();
        try (ScratchFolder scratch = ScratchFolder.make();
                ProbePass probe = new ProbePass(
                        order.store(),
                        order.plans().get(referenced),
                        new SourceStages(sources.value()[referenced]).storedCodes(),
                        range)) {
            KeyedIncidents referring = new KeyedIncidents(range, order.rowsInMemory(), scratch.path());
            while (blocks.hasNext()) {
                referring.add(blocks.next());
            }
            referring.forEachKey((rows, places, count) -> {
                if (probe.holds(rows.keyHigh(places[0]), rows.keyLow(places[0]))) {
                    for (int i = 0; i < count; i++) {
                        shared.add(rows, places[i]);
                    }
                }
            });
            return List.of(shared).iterator();
        }
    }
}
