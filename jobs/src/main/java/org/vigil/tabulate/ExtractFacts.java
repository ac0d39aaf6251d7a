package org.vigil.tabulate;

import java.time.LocalDate;
import org.vigil.store.RecordFates;
import org.vigil.validate.Quarantine;
import org.vigil.validate.RecordTally;

/**
 * Everything the tables need to know of one extract.
 *
 * @param sourceCode its source
 * @param extractId name within the release
 * @param fileName name of the file, without folders
 * @param extractDate when the publisher made it
 * @param sha256 checksum of the file as delivered
 * @param byteCount size of the file
 * @param tally what was read, held out and remarked on
 * @param fates what became of the records that passed
 * @param quarantine the records held out
 */
public record ExtractFacts(
        String sourceCode,
        String extractId,
        String fileName,
        LocalDate extractDate,
        String sha256,
        long byteCount,
        RecordTally tally,
        RecordFates fates,
        Quarantine quarantine) {

    /** Whether every record read is accounted for exactly once. */
    public boolean isConserved() {
        return tally.read() == tally.passed() + tally.outOfScope() + tally.quarantined()
                && tally.passed() == fates.accepted() + fates.merged() + fates.duplicates() + fates.superseded();
    }
}
