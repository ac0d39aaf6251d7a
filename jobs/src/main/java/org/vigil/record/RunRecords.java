package org.vigil.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The records of earlier runs. */
public final class RunRecords {
    private RunRecords() {}

    /**
     * The record of the run that started last.
     *
     * @param folder folder of the run records, which need not exist
     * @return nothing where no run has left a record
     * @throws IOException if the folder or the record cannot be read, or the record is damaged
     */
    public static Optional<RunRecord> findNewest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> records = RunFiles.records(folder);
        return records.isEmpty() ? Optional.empty() : Optional.of(RecordJson.read(Files.readAllBytes(records.get(0))));
    }
}
