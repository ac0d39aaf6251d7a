package org.vigil.run;

/** Another run holds the lock of the folder of releases. Carries a sentence. */
public final class LockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LockedException(String sentence) {
        super(sentence);
    }
}
