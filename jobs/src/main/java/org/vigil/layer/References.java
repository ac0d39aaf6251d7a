package org.vigil.layer;

/** Whether the rows of a layer file may refer to incidents of another source. A file without is smaller, and nothing is read for them. */
public enum References {
    /** No row does; the file has no such column. */
    NONE,
    /** Any row may. */
    KEPT
}
