package org.vigil.incident;

/** A key file cannot be used; the message says why and what to do, and never holds a byte of the key. */
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeyException(String message) {
        super(message);
    }
}
