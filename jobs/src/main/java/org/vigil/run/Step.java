package org.vigil.run;

/**
 * What a run leaves behind, in its order. A weekly run with new extracts, in a store that is due to be compacted and swept, passes all of them; compaction
 * alone takes the lock and passes its own, and so does the sweep. A run may die before, after and between any two of these; the store and the releases
 * are then as they were before it or as it would have left them, and the same run made again gives the same release.
 */
public enum Step {
    /** The store is this run's alone. */
    LOCK_TAKEN,
    /** New layers stand in the store; no version names them. */
    LAYERS_WRITTEN,
    /** Beside each, the records that its extract had held out. */
    QUARANTINE_WRITTEN,
    /** The counts of the state to come stand under the name of that state, which nobody asks for yet. */
    COUNTS_KEPT,
    /** The new version holds: from here on the extracts are taken in. */
    VERSION_COMMITTED,
    /** The state is counted, and no release of it exists. */
    STATE_COUNTED,
    /** The release is built beside the others, checked and on the disk. */
    RELEASE_STAGED,
    /** The release exists; the newest is still said to be the one before. */
    RELEASE_RENAMED,
    /** Readers who ask for the newest release find this one. */
    LATEST_REPLACED,
    /** Bases stand in the store; no version names them. */
    BASES_WRITTEN,
    /** They were read back and say what their layers say. */
    BASES_READ_BACK,
    /** The new version names them: scans read them from here on. */
    BASES_COMMITTED,
    /** Old files of layers and counts, which no version names, are gone, and so are their folders. */
    ORPHANS_DELETED,
    /** Old files whose writers died over them are gone as well. */
    PENDING_DELETED
}
