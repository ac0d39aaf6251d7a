package org.vigil.spark;

import java.util.List;
import org.apache.spark.api.java.function.PairFunction;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.cube.CountCube;
import org.vigil.incident.IncidentRows;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.storage.ScratchFolder;
import org.vigil.store.FoldPass;
import org.vigil.store.SourcePlan;
import scala.Tuple2;

/**
 * Writes the newest row of each incident of one source and one key range into a base, marks of vanished ones too, and counts what it writes. A row keeps
 * its extract, its place there and the publisher's words; who speaks for it follows from the extracts of the state that is read.
 */
final class CopyState implements PairFunction<FoldStored.Task, Integer, CopiedState> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<LoadOrder> orders;
    private final List<String> baseIds;
    private final int partitions;

    CopyState(Broadcast<SourceSpec[]> sources, Broadcast<LoadOrder> orders, List<String> baseIds, int partitions) {
        this.sources = sources;
        this.orders = orders;
        this.baseIds = List.copyOf(baseIds);
        this.partitions = partitions;
    }

    @Override
    public Tuple2<Integer, CopiedState> call(FoldStored.Task task) {
        LoadOrder order = orders.value();
        SourcePlan plan = order.plans().get(task.source());
        SourceStages stages = new SourceStages(sources.value()[task.source()]);
        FoldPass pass = new FoldPass(
                order.store(),
                plan,
                stages.storedCodes(),
                KeyRange.of(task.partition(), partitions),
                stages.isSeriesRecorded(),
                FoldPass.Detail.EVERYTHING);
        // References that were noted once stay, whatever the profile says today.
        try (ScratchFolder scratch = ScratchFolder.make();
                LayerFiles files = new LayerFiles(
                        order.store(),
                        stages.storedCodes(),
                        plan.sourceCode(),
                        pass.references(),
                        scratch.path(),
                        task.partition())) {
            CountCube cube = stages.newCube();
            long[] speakers = new long[plan.extracts().size()];
            pass.run(new Copy(plan, baseIds.get(task.source()), files, cube, speakers));
            CopiedState copied = new CopiedState(new StateCounts(cube, speakers, pass.superseded()));
            files.finish((layerId, file) -> copied.addFile(file));
            return new Tuple2<>(task.source(), copied);
        }
    }

    private static final class Copy implements FoldPass.Recipient {
        private final SourcePlan plan;
        private final String baseId;
        private final LayerFiles files;
        private final CountCube cube;
        private final long[] speakers;
        private final PackedIncidents block = new PackedIncidents();

        Copy(SourcePlan plan, String baseId, LayerFiles files, CountCube cube, long[] speakers) {
            this.plan = plan;
            this.baseId = baseId;
            this.files = files;
            this.cube = cube;
            this.speakers = speakers;
        }

        @Override
        public void holds(int speaker, IncidentRows rows, int row, LayerCursor cursor) {
            cube.add(rows, row);
            speakers[speaker]++;
            int ordinal = cursor.extractOrdinal(row);
            block.clear();
            block.append(
                    cursor.columns(),
                    row,
                    PackedIncidents.orderOf(ordinal, cursor.rowNumber(row), cursor.partNumber(row)),
                    cursor.wording());
            files.write(baseId, block, 0, plan.extracts().get(ordinal).extractId(), cursor.change(row));
        }

        @Override
        public void vanished(int row, LayerCursor cursor) {
            if (cursor.change(row) != Change.VANISHED) {
                throw new IllegalArgumentException("Not a mark of an incident that vanished");
            }
            files.writeVanished(
                    baseId,
                    cursor.columns().keyHigh[row],
                    cursor.columns().keyLow[row],
                    plan.extracts().get(cursor.extractOrdinal(row)).extractId());
        }
    }
}
