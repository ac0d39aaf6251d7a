package org.vigil.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.Change;
import org.vigil.layer.LayerFile;
import org.vigil.layer.LayerWriter;
import org.vigil.layer.References;
import org.vigil.layer.StoredCodes;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;

/**
 * The files that one task writes for one source: at most one a layer, made in the folder for temporary files and brought into the store when it is
 * whole. A task that is run again makes files of other names; those of the first run are named by no manifest.
 */
public final class LayerFiles implements AutoCloseable {
    private final StorageFolder store;
    private final StoredCodes codes;
    private final String sourceCode;
    private final References references;
    private final Path scratch;
    private final String fileName;
    private final TreeMap<String, LayerWriter> writers = new TreeMap<>();

    /**
     * @param store folder of the store
     * @param codes codes of the stored columns
     * @param sourceCode the source of all rows
     * @param references whether rows may refer to another source
     * @param scratch folder for temporary files
     * @param part number of the key range
     */
    public LayerFiles(
            StorageFolder store, StoredCodes codes, String sourceCode, References references, Path scratch, int part) {
        this.store = store;
        this.codes = codes;
        this.sourceCode = sourceCode;
        this.references = references;
        this.scratch = scratch;
        this.fileName = String.format(Locale.ROOT, "part-%05d-%s.parquet", part, UUID.randomUUID());
    }

    /** Appends an incident to the file of a layer. */
    public void write(String layerId, PackedIncidents rows, int row, String extractId, Change change) {
        writer(layerId).append(rows, row, extractId, change);
    }

    /** Appends the mark of an incident that vanished. */
    public void writeVanished(String layerId, long keyHigh, long keyLow, String extractId) {
        writer(layerId).appendVanished(keyHigh, keyLow, extractId);
    }

    /** Finishes every file and brings it into the store. */
    public void finish(BiConsumer<String, LayerFile> written) {
        writers.forEach((layerId, writer) -> {
            LayerFile file = writer.finish();
            Path local = localFile(layerId);
            String name = Store.layerFolder(layerId) + "/" + fileName;
            try (InputStream in = Files.newInputStream(local);
                    var out = store.output(name).create(0)) {
                in.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            delete(local);
            written.accept(layerId, file);
        });
        writers.clear();
    }

    private LayerWriter writer(String layerId) {
        return writers.computeIfAbsent(layerId, id -> LayerWriter.create(localFile(id), codes, sourceCode, references));
    }

    private Path localFile(String layerId) {
        try {
            return Files.createDirectories(scratch.resolve(layerId)).resolve(fileName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws away what was not finished. */
    @Override
    public void close() {
        writers.forEach((layerId, writer) -> {
            writer.close();
            delete(localFile(layerId));
        });
        writers.clear();
    }
}
