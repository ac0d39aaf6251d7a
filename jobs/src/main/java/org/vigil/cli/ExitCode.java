package org.vigil.cli;

/** What a command's exit says to a scheduler. */
final class ExitCode {
    static final int DONE = 0;
    /** Findings beyond tolerance, nothing published. */
    static final int FINDINGS = 1;
    /** Usage or configuration. */
    static final int USAGE = 2;
    /** Input or output. */
    static final int INPUT_OUTPUT = 3;
    /** Another run holds the lock. */
    static final int LOCKED = 4;
    /** A defect of the program. */
    static final int DEFECT = 70;

    private ExitCode() {}
}
