package org.vigil.store;

/** Another writer made the next version first. Carries a sentence. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConflictException(String sentence) {
        super(sentence);
    }
}
