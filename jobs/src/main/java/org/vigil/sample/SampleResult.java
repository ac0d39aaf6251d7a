package org.vigil.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What was written.
 *
 * @param extracts oldest first
 * @param configuration a run's configuration that reads them
 * @param expectation what they must give
 * @param truth what the events did
 */
public record SampleResult(List<Extract> extracts, Path configuration, Path expectation, Path truth) {

    public SampleResult {
        extracts = List.copyOf(extracts);
    }

    /**
     * One extract.
     *
     * @param file where it is
     * @param date the day it was made
     * @param fates what becomes of its records
     */
    public record Extract(Path file, LocalDate date, ExtractFates fates) {}

    /** Records in all extracts. */
    public int recordsRead() {
        return extracts.stream().mapToInt(extract -> extract.fates().read()).sum();
    }
}
