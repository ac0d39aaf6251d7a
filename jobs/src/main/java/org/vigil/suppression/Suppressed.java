package org.vigil.suppression;

/**
 * A block after secondary suppression.
 *
 * @param block what is shown and hidden now
 * @param unprotected numbers of cells that are unsafe still, because nothing that may be hidden would protect them; if there are any, the block must not be
 *     published at this grain
 */
public record Suppressed(Block block, int[] unprotected) {
    /** Whether every hidden cell is safe. */
    public boolean isSafe() {
        return unprotected.length == 0;
    }
}
