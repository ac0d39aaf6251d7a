package org.vigil.incident;

/**
 * A reference file (code list, geography, catalogue) that cannot be used.
 *
 * <p>The message names the file, the place in it, what was found there and what was expected.
 */
public final class ReferenceFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * States the fault in one sentence.
     *
     * @param file name of the reference file
     * @param found what was found, with its place
     * @param expected what would have been accepted
     */
    public ReferenceFileException(String file, String found, String expected) {
        super("Cannot use " + file + ": found " + found + "; expected " + expected + ".");
    }
}
