package org.vigil.storage;

/** Another run holds the lock of a folder, or took it. Carries a sentence: who, since when, how old its last sign of life is, and what to do. */
public final class HeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    HeldException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return sentence;
    }
}
