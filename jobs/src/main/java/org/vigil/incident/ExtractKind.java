package org.vigil.incident;

import java.util.Locale;

/** What an extract says about the incidents that are not in it. */
public enum ExtractKind {
    /** New and changed records only: an incident that is not in it stays as it was. */
    DELTA,
    /** Everything the publisher holds: an incident that is not in it was withdrawn. */
    FULL,
    /** Everything the publisher holds for the days between the first and the last record of the file; what lies outside stays as it was. */
    COVERAGE;

    /** The word in a profile and in the ledger. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
