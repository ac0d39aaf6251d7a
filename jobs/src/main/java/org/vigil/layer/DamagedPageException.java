package org.vigil.layer;

/** A page does not hold what it should; the cursor says of which file. */
final class DamagedPageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedPageException(String found) {
        super(found);
    }
}
