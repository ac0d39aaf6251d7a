package org.vigil.suppression;

/**
 * Hides counts that are small in themselves: 1 ≤ n < {@value #THRESHOLD}, sums as well as parts. Zeros are shown.
 *
 * <p>It protects nothing by itself where sums are shown; see {@link SecondarySuppression}.
 */
public final class PrimarySuppression {
    /** T: the smallest count that is shown, and how wide the range of a hidden one must at least be. */
    public static final int THRESHOLD = 5;

    private PrimarySuppression() {}

    /** Hides every small count that is shown; what is withheld stays withheld. */
    public static Block of(Block block) {
        Publication[] publications = block.publications();
        for (int cell = 0; cell < publications.length; cell++) {
            if (publications[cell] == Publication.SHOWN && isSmall(block.count(cell))) {
                publications[cell] = Publication.HIDDEN;
            }
        }
        return block.with(publications);
    }

    /** Whether a count must not be shown. */
    public static boolean isSmall(int count) {
        return count >= 1 && count < THRESHOLD;
    }
}
