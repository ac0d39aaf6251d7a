package org.vigil.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.incident.IncidentsTable;
import org.vigil.layer.KeyRange;
import org.vigil.release.FileHash;
import org.vigil.release.SortedTableWriter;
import org.vigil.storage.ScratchFolder;
import org.vigil.storage.StorageFolder;
import org.vigil.store.FoldPass;
import org.vigil.store.SourcePlan;

/** Writes the incidents of one source and one key range as a plain table, in the order of their keys. */
final class ExportState implements Function<FoldStored.Task, ExportedFile> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SourceSpec[]> sources;
    private final Broadcast<LoadOrder> orders;
    private final StorageFolder out;
    private final int partitions;

    ExportState(Broadcast<SourceSpec[]> sources, Broadcast<LoadOrder> orders, StorageFolder out, int partitions) {
        this.sources = sources;
        this.orders = orders;
        this.out = out;
        this.partitions = partitions;
    }

    @Override
    public ExportedFile call(FoldStored.Task task) throws IOException {
        LoadOrder order = orders.value();
        SourcePlan plan = order.plans().get(task.source());
        SourceStages stages = new SourceStages(sources.value()[task.source()]);
        try (ScratchFolder scratch = ScratchFolder.make()) {
            Path local = scratch.path().resolve("incidents.parquet");
            long rows;
            try (SortedTableWriter writer = new SortedTableWriter(IncidentsTable.TABLE, local)) {
                PlainRows incidents = new PlainRows(writer.rows(), plan, stages.storedCodes());
                FoldPass pass = new FoldPass(
                        order.store(),
                        plan,
                        stages.storedCodes(),
                        KeyRange.of(task.partition(), partitions),
                        stages.isSeriesRecorded(),
                        FoldPass.Detail.EVERYTHING);
                pass.run((speaker, columns, row, cursor) -> {
                    incidents.add(row, cursor);
                    writer.endRow();
                });
                rows = incidents.count();
            }
            String name = String.format(
                    Locale.ROOT,
                    "%s/%s/part-%05d.parquet",
                    IncidentsTable.TABLE.name(),
                    plan.sourceCode(),
                    task.partition());
            bring(local, name);
            return new ExportedFile(name, rows, Files.size(local), FileHash.sha256(local));
        }
    }

    /** A task that is run again begins its file anew. */
    private void bring(Path local, String name) {
        out.delete(name);
        try (InputStream in = Files.newInputStream(local);
                PositionOutputStream file = out.output(name).create(0)) {
            in.transferTo(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
