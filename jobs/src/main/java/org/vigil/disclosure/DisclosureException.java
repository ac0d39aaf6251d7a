package org.vigil.disclosure;

/** A public release cannot be made safely. The message says which table and rule, never a value. */
public final class DisclosureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user. */
    public DisclosureException(String message) {
        super(message);
    }
}
