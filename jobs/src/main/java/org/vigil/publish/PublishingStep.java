package org.vigil.publish;

/** What publishing leaves behind, in its order. */
public enum PublishingStep {
    /** The release is built beside the others, checked and on the disk. */
    STAGED,
    /** It exists. */
    RENAMED,
    /** {@code latest.json} names it, or one with a later as-of date. */
    LATEST_REPLACED
}
