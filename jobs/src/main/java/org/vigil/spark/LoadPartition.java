package org.vigil.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.cube.CountCube;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.storage.ScratchFolder;
import org.vigil.store.KeyedIncidents;
import org.vigil.store.LoadPass;
import org.vigil.store.SameKey;
import org.vigil.store.SourcePlan;

/** Takes the new records of one key range into the store: compares them with what is held, writes the layers, and counts what changes. */
final class LoadPartition implements Function2<Integer, Iterator<Serializable>, Iterator<LoadedPart>> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<LoadOrder> orders;
    private final int partitions;

    LoadPartition(Broadcast<SourceSpec[]> sources, Broadcast<LoadOrder> orders, int partitions) {
        this.sources = sources;
        this.orders = orders;
        this.partitions = partitions;
    }

    @Override
    public Iterator<LoadedPart> call(Integer partition, Iterator<Serializable> blocks) {
        LoadOrder order = orders.value();
        try (ScratchFolder scratch = ScratchFolder.make()) {
            return List.of(new Load(order, partition, scratch.path()).run(blocks))
                    .iterator();
        }
    }

    /** The work of one task. */
    private final class Load {
        private final LoadOrder order;
        private final int partition;
        private final Path scratch;
        private final SourceStages[] stages;
        private final SameKey[] sameKey;
        private final LoadedPart loaded;

        Load(LoadOrder order, int partition, Path scratch) {
            this.order = order;
            this.partition = partition;
            this.scratch = scratch;
            SourceSpec[] specs = sources.value();
            stages = new SourceStages[specs.length];
            CountCube[] changes = new CountCube[specs.length];
            for (int s = 0; s < specs.length; s++) {
                stages[s] = new SourceStages(specs[s]);
                changes[s] = stages[s].newCube();
            }
            int[] sourceOfExtract = order.sourceOfExtract();
            sameKey = new SameKey[sourceOfExtract.length];
            for (int e = 0; e < sameKey.length; e++) {
                sameKey[e] = stages[sourceOfExtract[e]].sameKey();
            }
            loaded = new LoadedPart(new Folded(changes, sourceOfExtract.length), sourceOfExtract.length, order.plans());
        }

        LoadedPart run(Iterator<Serializable> blocks) {
            boolean isReports = partition == partitions;
            KeyRange range = isReports ? KeyRange.ALL : KeyRange.of(partition, partitions);
            KeyedIncidents[] bySource = new KeyedIncidents[stages.length];
            for (int s = 0; s < bySource.length; s++) {
                bySource[s] = new KeyedIncidents(range, order.rowsInMemory(), scratch);
            }
            while (blocks.hasNext()) {
                Serializable block = blocks.next();
                if (block instanceof SplitReport report) {
                    loaded.folded().add(report);
                } else {
                    PackedIncidents rows = (PackedIncidents) block;
                    bySource[order.sourceOfExtract()[rows.extractOrdinal(0)]].add(rows);
                }
            }
            for (int s = 0; s < bySource.length && !isReports; s++) {
                takeIn(s, range, bySource[s]);
            }
            return loaded;
        }

        private void takeIn(int source, KeyRange range, KeyedIncidents incidents) {
            SourcePlan plan = order.plans().get(source);
            if (plan.extracts().stream().noneMatch(SourcePlan.ExtractPlan::isNew)) {
                return;
            }
            try (LayerFiles files = new LayerFiles(
                    order.store(),
                    stages[source].storedCodes(),
                    plan.sourceCode(),
                    stages[source].references(),
                    scratch,
                    partition)) {
                new LoadPass(
                                order.store(),
                                plan,
                                stages[source].storedCodes(),
                                range,
                                stages[source].isSeriesRecorded(),
                                sameKey,
                                loaded.folded().allFates(),
                                order.ordinals(),
                                new Findings(source, plan, files))
                        .run(incidents);
                files.finish(loaded::addFile);
            }
        }

        /** Writes and counts what a pass finds. */
        private final class Findings implements LoadPass.Recipient {
            private final int source;
            private final SourcePlan plan;
            private final LayerFiles files;
            private final CountCube changes;
            private final int[] extractOfOrdinal;

            Findings(int source, SourcePlan plan, LayerFiles files) {
                this.source = source;
                this.plan = plan;
                this.files = files;
                this.changes = loaded.folded().cube(source);
                this.extractOfOrdinal = new int[plan.extracts().size()];
                for (int e = 0; e < order.ordinals().length; e++) {
                    if (order.sourceOfExtract()[e] == source) {
                        extractOfOrdinal[order.ordinals()[e]] = e;
                    }
                }
            }

            @Override
            public void write(int ordinal, PackedIncidents rows, int row, Change change) {
                files.write(layerOf(ordinal), rows, row, extractId(ordinal), change);
                switch (change) {
                    case ADDED -> loaded.effect(extractOfOrdinal[ordinal]).countAdded();
                    case CHANGED -> loaded.effect(extractOfOrdinal[ordinal]).countChanged();
                    case REAFFIRMED -> loaded.effect(extractOfOrdinal[ordinal]).countUnchanged();
                    case RESTORED -> countRestored();
                    case VANISHED -> throw new IllegalArgumentException("A row that vanished has no content");
                }
            }

            @Override
            public void writeVanished(int ordinal, long keyHigh, long keyLow, boolean isRestored) {
                files.writeVanished(layerOf(ordinal), keyHigh, keyLow, extractId(ordinal));
                if (isRestored) {
                    countRestored();
                } else {
                    loaded.effect(extractOfOrdinal[ordinal]).countVanished();
                }
            }

            @Override
            public void unchanged(int ordinal) {
                loaded.effect(extractOfOrdinal[ordinal]).countUnchanged();
            }

            @Override
            public void changed(int ordinal, int differences) {
                loaded.effect(extractOfOrdinal[ordinal]).countDifferences(differences);
            }

            @Override
            public void added(int ordinal, int seriesDate) {
                loaded.effect(extractOfOrdinal[ordinal]).noteAdded(seriesDate);
            }

            @Override
            public void shown(int ordinal, int seriesDate) {
                loaded.effect(extractOfOrdinal[ordinal]).noteShown(seriesDate);
            }

            @Override
            public void withdrawn(int ordinal) {
                loaded.effect(extractOfOrdinal[ordinal]).countWithdrawn();
            }

            @Override
            public void outgoing(int speaker, PackedIncidents rows, int row) {
                changes.remove(rows, row);
                loaded.addSpeaker(source, speaker, -1);
            }

            @Override
            public void incoming(int speaker, PackedIncidents rows, int row) {
                changes.add(rows, row);
                loaded.addSpeaker(source, speaker, 1);
            }

            /** Counted with the newest of the extracts that came late; several of one run share the work. */
            private void countRestored() {
                for (int ordinal = plan.extracts().size() - 1; ordinal >= 0; ordinal--) {
                    if (plan.extracts().get(ordinal).isNew()) {
                        loaded.effect(extractOfOrdinal[ordinal]).countRestored();
                        return;
                    }
                }
            }

            private String extractId(int ordinal) {
                return plan.extracts().get(ordinal).extractId();
            }

            private String layerOf(int ordinal) {
                return plan.extracts().get(ordinal).isNew()
                        ? order.layerIds().get(extractOfOrdinal[ordinal])
                        : order.restorationLayer(source, ordinal);
            }
        }
    }
}
