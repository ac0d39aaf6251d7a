package org.vigil.run;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.tabulate.MovedCell;

/**
 * What reading retained words anew changes of one source.
 *
 * @param sourceCode the source
 * @param extracts extracts whose words were read in another way before
 * @param rows their stored rows
 * @param codes incidents of the newest state whose codes change
 * @param cells cells of {@code counts} that move, largest first
 * @param heldOut records that were held out when these extracts were loaded; reading words anew cannot bring them back
 * @param outOfScope records that were out of scope then; likewise
 */
public record ReinterpretedSource(
        String sourceCode,
        int extracts,
        long rows,
        SortedMap<CodeChange, Long> codes,
        List<MovedCell> cells,
        long heldOut,
        long outOfScope) {
    public ReinterpretedSource {
        codes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(codes));
        cells = List.copyOf(cells);
    }

    /**
     * One code in place of another.
     *
     * @param column name of the coded column
     * @param before the code before; of a set all codes with a semicolon between
     * @param now the code afterwards
     */
    public record CodeChange(String column, String before, String now) implements Comparable<CodeChange> {
        @Override
        public int compareTo(CodeChange other) {
            return Comparator.comparing(CodeChange::column)
                    .thenComparing(CodeChange::before)
                    .thenComparing(CodeChange::now)
                    .compare(this, other);
        }
    }
}
