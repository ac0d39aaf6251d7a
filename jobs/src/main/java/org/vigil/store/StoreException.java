package org.vigil.store;

/** The store cannot be read or changed as asked. Carries a sentence. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String sentence) {
        super(sentence);
    }
}
