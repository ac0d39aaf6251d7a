package org.vigil.release;

/** What a column is for in its table. */
public enum ColumnRole {
    /** Part of the key: together the key columns name one row. */
    KEY,
    /** A counted or estimated number. */
    MEASURE,
    /** Says how a measure may be read: provisional, revised, not available. */
    STATUS,
    /** A name for people. */
    LABEL,
    /** Anything else that describes the row. */
    ATTRIBUTE
}
