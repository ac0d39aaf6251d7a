package org.vigil.store;

/** What several records of one file under one key are. */
public enum SameKey {
    /** Later statements of one incident: the last speaks. */
    LAST_SPEAKS,
    /** Parts of one incident: their sets unite. */
    UNITE,
    /** Incidents that nothing tells apart: each counts, and the key only says that they are alike. */
    EACH_COUNTS
}
