package org.vigil.suppression;

/** Whether a reader sees the count of a cell. */
public enum Publication {
    /** The count is published. */
    SHOWN,
    /** The cell is published as hidden: its count must not be found out. */
    HIDDEN,
    /** Nothing is said of the cell, but its count is part of sums: records of no borough, a period that a publisher had not sent in time, whatever is too fine to be protected. */
    WITHHELD
}
