package org.vigil.spark;

import java.io.Serializable;
import org.vigil.validate.Quarantine;
import org.vigil.validate.RecordTally;

/** What became of the records of one split before revisions are resolved. */
record SplitReport(int extractOrdinal, RecordTally tally, Quarantine quarantine) implements Serializable {}
