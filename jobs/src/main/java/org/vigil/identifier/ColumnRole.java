package org.vigil.identifier;

/** What a column of an extract is to its profile. */
public enum ColumnRole {
    /** Its words are read and kept. */
    LABEL,
    /** The publisher's record number, of which only a keyed hash is kept. */
    RECORD_NUMBER,
    /** A date. */
    DATE,
    /** A count. */
    COUNT,
    /** Nothing of it is read. */
    UNREAD;

    /** Whether a column of this role may hold what is made of digits. */
    boolean isNumeric() {
        return this == RECORD_NUMBER || this == DATE || this == COUNT;
    }
}
