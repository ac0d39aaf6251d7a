package org.vigil.extract;

/** An extract cannot be read; the message is a sentence for the person who delivered or configured it. */
public final class ExtractException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An extract that cannot be read for a reason in its content or place. */
    public ExtractException(String sentence) {
        super(sentence);
    }

    /** An extract that cannot be read because the machine failed to read it. */
    public ExtractException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
