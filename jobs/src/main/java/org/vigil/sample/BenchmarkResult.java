package org.vigil.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What {@link BenchmarkExtracts} wrote; rows without the headers.
 *
 * @param extracts oldest first
 * @param incidents distinct ids of valid rows
 * @param revisions valid rows whose incident has a row in an older extract
 * @param unknownAreaRows rows whose area is {@code Atlantis}
 * @param invalidDateRows rows whose occurred date is {@code 2024-13-45}
 */
public record BenchmarkResult(
        List<Extract> extracts, long incidents, long revisions, long unknownAreaRows, long invalidDateRows) {

    public BenchmarkResult {
        extracts = List.copyOf(extracts);
    }

    /**
     * One extract.
     *
     * @param file where it is
     * @param date the day it was made
     * @param rows rows without the header
     * @param bytes size of the file
     */
    public record Extract(Path file, LocalDate date, long rows, long bytes) {}

    /** Rows in all extracts. */
    public long rows() {
        return extracts.stream().mapToLong(Extract::rows).sum();
    }

    /** Size of all files in bytes. */
    public long bytes() {
        return extracts.stream().mapToLong(Extract::bytes).sum();
    }
}
