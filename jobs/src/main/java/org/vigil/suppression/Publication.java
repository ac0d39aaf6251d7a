package org.vigil.suppression;

/** Whether a reader sees the count of a cell. */
public enum Publication {
    /** The count is published. */
    SHOWN,
    /** The cell is published as hidden: its count must not be found out. */
    HIDDEN,
    /** There is no such cell for the reader, but its count is part of sums: records of no borough, a quarter that is not over. */
    WITHHELD
}
