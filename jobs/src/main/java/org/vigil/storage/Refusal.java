package org.vigil.storage;

import java.io.IOException;

/** A failure whose message already says what was found, what was expected and what to do. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason);
    }
}
