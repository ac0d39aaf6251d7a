package org.vigil.run;

/** Tells whoever waits how far a run is. */
@FunctionalInterface
public interface Progress {
    /** Says nothing. */
    Progress SILENT = sentence -> {};

    /** A step begins or has ended, in one sentence. */
    void say(String sentence);

    /** Something now stands that a run that dies here leaves behind. */
    default void at(Step step) {
        // Of interest to those who test what a dead run leaves.
    }
}
