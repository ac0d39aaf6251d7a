package org.vigil.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.release.CsvTables;
import org.vigil.release.ExtractsTable;
import org.vigil.release.FileHash;
import org.vigil.release.QualityTable;
import org.vigil.release.QuarantineTable;
import org.vigil.release.TableRows;
import org.vigil.spark.ExportedFile;
import org.vigil.spark.Workers;
import org.vigil.storage.ScratchFolder;
import org.vigil.storage.StorageFolder;
import org.vigil.store.LoadedExtract;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.QualityTabulation;

/**
 * A state of the store as plain files: incidents as Parquet, what became of every extract as CSV. Who leaves Vigil takes this along; nothing of it
 * needs Vigil to be read. For the owner of the store.
 *
 * <pre>
 * incidents/SOURCE/part-00000.parquet   one row an incident, in the order of keys
 * extracts.csv quality.csv quarantine.csv
 * files.json files.txt                  every file with rows and checksum
 * </pre>
 */
public final class StoreExport {
    /** Rows of one file. */
    private static final long ROWS_OF_A_FILE = 1_000_000;

    private StoreExport() {}

    /**
     * What was written.
     *
     * @param asOf day of the state
     * @param folder where it stands
     * @param incidents incidents in it
     * @param files every file but the lists
     */
    public record Outcome(LocalDate asOf, String folder, long incidents, List<ExportedFile> files) {
        public Outcome {
            files = List.copyOf(files);
        }
    }

    /**
     * Writes the state of the configured sources as of the configured day.
     *
     * @param out path or address of a folder that is empty or not there
     * @param asLoaded what the store held then; empty for what it holds
     * @return empty, with nothing written, if the folder is not empty
     * @throws org.vigil.storage.HeldException if another run holds the store
     */
    public static Optional<Outcome> export(
            Configuration configuration, KeyRing keyRing, Optional<AsLoaded> asLoaded, String out, Progress progress) {
        return export(configuration, keyRing, asLoaded, out, progress, WorkersSource.own());
    }

    static Optional<Outcome> export(
            Configuration configuration,
            KeyRing keyRing,
            Optional<AsLoaded> asLoaded,
            String out,
            Progress progress,
            WorkersSource workers) {
        StorageFolder folder = StorageFolder.at(out);
        try (workers) {
            if (!folder.list("").isEmpty()) {
                return Optional.empty();
            }
            try (StoredRun run = StoredRun.open(configuration, keyRing, progress)) {
                return Optional.of(run.export(asLoaded, folder, workers));
            }
        }
    }

    /** Writes a state and its ledger. */
    static Outcome write(
            Configuration configuration,
            RunKeys keys,
            StorageFolder store,
            StateScan state,
            List<List<LoadedExtract>> extracts,
            ReadRun read,
            StorageFolder out,
            Workers workers) {
        List<Integer> wanted = new ArrayList<>();
        for (int s = 0; s < extracts.size(); s++) {
            if (!extracts.get(s).isEmpty()) {
                wanted.add(s);
            }
        }
        int partitions = Math.toIntExact(Math.max(1, state.rows(wanted) / ROWS_OF_A_FILE));
        List<ExportedFile> files = new ArrayList<>(
                workers.export(keys.readers(configuration), state.order(store), wanted, out, partitions));
        long incidents = files.stream().mapToLong(ExportedFile::rows).sum();
        long counted =
                read.extracts().stream().mapToLong(e -> e.fates().accepted()).sum();
        if (incidents != counted) {
            throw new IllegalStateException("Exported " + incidents + " incidents, but the state has " + counted);
        }
        files.addAll(ledger(read, out));
        out.write("files.json", json(files));
        out.write("files.txt", text(files));
        return new Outcome(read.asOf(), out.location(), incidents, files);
    }

    private static List<ExportedFile> ledger(ReadRun read, StorageFolder out) {
        TableRows extracts = new TableRows(ExtractsTable.TABLE);
        TableRows quality = new TableRows(QualityTable.TABLE);
        TableRows quarantine = new TableRows(QuarantineTable.TABLE);
        for (ExtractFacts extract : read.extracts()) {
            QualityTabulation.addExtract(extracts, extract);
            QualityTabulation.addQuality(quality, extract);
            QualityTabulation.addQuarantine(quarantine, extract);
        }
        try (ScratchFolder scratch = ScratchFolder.make()) {
            List<ExportedFile> files = new ArrayList<>();
            for (TableRows rows : List.of(extracts, quality, quarantine)) {
                Path local = scratch.path().resolve(rows.table().name() + ".csv");
                CsvTables.write(rows, local);
                String name = String.valueOf(local.getFileName());
                out.write(name, Files.readAllBytes(local));
                files.add(new ExportedFile(name, rows.size(), Files.size(local), FileHash.sha256(local)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(List<ExportedFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (ExportedFile file : files) {
                json.writeStartObject();
                json.writeStringField("name", file.name());
                json.writeNumberField("rows", file.rows());
                json.writeNumberField("bytes", file.bytes());
                json.writeStringField("sha256", file.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** In the form that {@code sha256sum --check} reads. */
    private static byte[] text(List<ExportedFile> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append("# ")
                .append(file.rows())
                .append(" rows\n")
                .append(file.sha256())
                .append("  ")
                .append(file.name())
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
