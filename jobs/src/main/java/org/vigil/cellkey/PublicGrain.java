package org.vigil.cellkey;

import java.util.Locale;

/** The periods that a series is changed in before it is published, the finest first; all longer periods are sums of them. */
public enum PublicGrain {
    /** ISO weeks, Monday to Sunday. */
    WEEK,
    MONTH,
    QUARTER,
    /** Financial years, April to March. */
    YEAR,
    /** A financial year of a series of few or none, or of which nothing is known yet: shown only if its first figure stands for three or more whatever its change. */
    NONE;

    /** The word in the ledger. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The coarser of the two. */
    public PublicGrain orCoarser(PublicGrain other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
