package org.vigil.run;

/** The records break rules beyond what the configuration tolerates: nothing is published. Carries a sentence for the analyst. */
public final class FindingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FindingsException(String sentence) {
        super(sentence);
    }
}
