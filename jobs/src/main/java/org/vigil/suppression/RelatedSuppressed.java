package org.vigil.suppression;

import java.util.Arrays;
import java.util.List;

/**
 * The communities of a source and year after secondary suppression.
 *
 * @param related what is shown and hidden of each now
 * @param unprotected for each community, the numbers of cells that are unsafe still, because nothing that may be hidden would protect them; if there are any, the
 *     community must not be published at this grain
 */
public record RelatedSuppressed(RelatedBlocks related, List<int[]> unprotected) {
    /** Copies the list. */
    public RelatedSuppressed {
        unprotected = List.copyOf(unprotected);
    }

    /** Whether every hidden cell of every community is safe. */
    public boolean isSafe() {
        return unprotected.stream().allMatch(cells -> cells.length == 0);
    }

    /** The unprotected cells as text, without counts. */
    @Override
    public String toString() {
        return "unprotected " + unprotected.stream().map(Arrays::toString).toList();
    }
}
