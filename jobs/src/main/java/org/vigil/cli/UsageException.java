package org.vigil.cli;

/** A command was asked for something that cannot be; carries a sentence. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
