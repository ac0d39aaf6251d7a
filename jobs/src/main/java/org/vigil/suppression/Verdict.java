package org.vigil.suppression;

/** What the audit of a cell found. */
public enum Verdict {
    /** Nothing to find: the count is shown, or withheld and not small. */
    NOT_AUDITED,
    /** The counts that are possible span at least the threshold. */
    SAFE,
    /** Fewer counts are possible. */
    UNSAFE,
    /** Only one is. */
    DISCLOSED
}
