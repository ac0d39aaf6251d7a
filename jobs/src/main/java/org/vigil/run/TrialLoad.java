package org.vigil.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigil.cube.CountCube;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.Wording;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.spark.SourceStages;
import org.vigil.spark.SplitTask;
import org.vigil.storage.StorageFolder;
import org.vigil.store.ExtractEffect;
import org.vigil.store.KeyedIncidents;
import org.vigil.store.LoadPass;
import org.vigil.store.RecordFates;
import org.vigil.store.SameKey;
import org.vigil.store.SourcePlan;
import org.vigil.validate.AcceptedBatch;

/** Takes the new extracts of one source in by the rules of the store, and writes none of it: what a load would change is counted and forgotten. */
final class TrialLoad {
    private static final int BLOCK_ROWS = 8192;

    private final StorageFolder store;
    private final SourceStages stages;
    private final KeyedIncidents incidents;
    private final CountCube changes;

    /** @param scratch folder for temporary files */
    TrialLoad(StorageFolder store, SourceStages stages, Path scratch) {
        this.store = store;
        this.stages = stages;
        this.incidents = new KeyedIncidents(KeyRange.ALL, KeyedIncidents.rowsThatFit(1), scratch);
        this.changes = stages.newPlainCube();
    }

    /** Receives the accepted records of one split; splits may be read side by side. */
    final class Intake implements SourceStages.AcceptedConsumer {
        private final SplitTask task;
        private PackedIncidents block = new PackedIncidents();

        Intake(SplitTask task) {
            this.task = task;
        }

        @Override
        public void accept(AcceptedBatch batch, Wording words) {
            for (int i = 0; i < batch.size(); i++) {
                int row = batch.rows()[i];
                long order = PackedIncidents.orderOf(
                        task.extractOrdinal(),
                        task.split().firstRow() + batch.columns().rowNumber[row],
                        batch.columns().partNumber[row]);
                block.append(batch.columns(), row, order, words);
                if (block.size() == BLOCK_ROWS) {
                    finish();
                }
            }
        }

        /** To be called when the split has been read. */
        void finish() {
            synchronized (incidents) {
                incidents.add(block);
            }
            block = new PackedIncidents();
        }
    }

    /**
     * What the load would change, by ordinal in the plan.
     *
     * @param extracts number of new extracts of the run
     * @param ordinals by extract of this source, its ordinal in the plan
     * @param fates by extract of the run, counted up here
     */
    List<ExtractEffect> settle(SourcePlan plan, int extracts, Map<Integer, Integer> ordinals, RecordFates[] fates) {
        SameKey[] sameKey = new SameKey[extracts];
        int[] localOrdinals = new int[extracts];
        ordinals.forEach((extract, ordinal) -> {
            sameKey[extract] = stages.sameKey();
            localOrdinals[extract] = ordinal;
        });
        Counting counting = new Counting(plan.extracts().size());
        new LoadPass(
                        store,
                        plan,
                        stages.storedCodes(),
                        KeyRange.ALL,
                        stages.isSeriesRecorded(),
                        sameKey,
                        fates,
                        localOrdinals,
                        counting)
                .run(incidents);
        return List.copyOf(counting.effects);
    }

    /** The counts that the load would add to those of the state before. */
    CountCube changes() {
        return changes;
    }

    private final class Counting implements LoadPass.Recipient {
        private final List<ExtractEffect> effects = new ArrayList<>();

        Counting(int extracts) {
            for (int e = 0; e < extracts; e++) {
                effects.add(new ExtractEffect());
            }
        }

        @Override
        public void write(int ordinal, PackedIncidents rows, int row, Change change) {
            switch (change) {
                case ADDED -> effects.get(ordinal).countAdded();
                case CHANGED -> effects.get(ordinal).countChanged();
                case REAFFIRMED -> effects.get(ordinal).countUnchanged();
                case RESTORED -> effects.get(ordinal).countRestored();
                case VANISHED -> throw new IllegalArgumentException("A row that vanished has no content");
            }
        }

        @Override
        public void writeVanished(int ordinal, long keyHigh, long keyLow, boolean isRestored) {
            if (isRestored) {
                effects.get(ordinal).countRestored();
            } else {
                effects.get(ordinal).countVanished();
            }
        }

        @Override
        public void unchanged(int ordinal) {
            effects.get(ordinal).countUnchanged();
        }

        @Override
        public void changed(int ordinal, int differences) {
            effects.get(ordinal).countDifferences(differences);
        }

        @Override
        public void added(int ordinal, int seriesDate) {
            effects.get(ordinal).noteAdded(seriesDate);
        }

        @Override
        public void shown(int ordinal, int seriesDate) {
            effects.get(ordinal).noteShown(seriesDate);
        }

        @Override
        public void withdrawn(int ordinal) {
            effects.get(ordinal).countWithdrawn();
        }

        @Override
        public void outgoing(int speaker, PackedIncidents rows, int row) {
            changes.remove(rows, row);
        }

        @Override
        public void incoming(int speaker, PackedIncidents rows, int row) {
            changes.add(rows, row);
        }
    }
}
