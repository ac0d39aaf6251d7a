package org.vigil.suppression;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who has kept every vintage and looks for hidden counts with linear programmes: one table for each vintage, all that was published of each, changes of 0
 * wherever all published relatives are unchanged.
 */
final class VintageAttack {
    private static final double FAR = Double.POSITIVE_INFINITY;

    private VintageAttack() {}

    /** Hidden counts, and changes of hidden counts, that could be fewer than T values; each as a short text without counts. */
    static List<String> finds(Frame frame, List<Relation> relations, List<Vintage> vintages) {
        int communities = vintages.get(0).table().length;
        int ofVintage = communities * frame.cells();
        int all = vintages.size() * ofVintage;
        double[] falls = new double[2 * all];
        double[] rises = new double[2 * all];
        for (int i = 0; i < all; i++) {
            Vintage vintage = vintages.get(i / ofVintage);
            int community = i % ofVintage / frame.cells();
            int cell = i % frame.cells();
            boolean isShown = vintage.publication(community, cell) == Publication.SHOWN;
            falls[i] = isShown ? 0 : vintage.table()[community][cell];
            rises[i] = isShown ? 0 : FAR;
            falls[all + i] = i < ofVintage ? 0 : FAR;
            rises[all + i] = i < ofVintage ? 0 : FAR;
        }
        LinearMoves moves = new LinearMoves(falls, rises);
        for (int v = 0; v < vintages.size(); v++) {
            for (int community = 0; community < communities; community++) {
                LinearAudit.addSums(frame, moves, v * ofVintage + community * frame.cells());
            }
            for (Relation relation : relations) {
                for (int cell = 0; cell < frame.cells(); cell++) {
                    int first = v * ofVintage + cell;
                    int whole = first + relation.whole() * frame.cells();
                    int[] parts = relation.parts().stream()
                            .mapToInt(part -> first + part * frame.cells())
                            .toArray();
                    for (int i = 0; i < parts.length; i++) {
                        moves.limit(
                                new int[] {parts[i]},
                                new int[] {whole},
                                Slack.ofPart(
                                        vintages.get(v).table(),
                                        relation,
                                        relation.parts().get(i),
                                        cell));
                    }
                    moves.limit(
                            new int[] {whole},
                            parts,
                            Slack.ofSum(vintages.get(v).table(), relation, cell));
                }
            }
        }
        List<String> found = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            Vintage vintage = vintages.get(i / ofVintage);
            int community = i % ofVintage / frame.cells();
            int cell = i % frame.cells();
            if (vintage.publication(community, cell) == Publication.HIDDEN) {
                asked.add(i);
            }
            if (i >= ofVintage && isBound(vintages, i / ofVintage, community, cell)) {
                if (isStill(frame, vintages, i / ofVintage, community, cell)) {
                    moves.keep(new int[] {i}, new int[] {i - ofVintage});
                }
                moves.keep(new int[] {all + i, i - ofVintage}, new int[] {i});
                if (vintage.publication(community, cell) == Publication.HIDDEN
                        && vintage.table()[community][cell] != vintage.base()[community][cell]) {
                    asked.add(all + i);
                }
            }
        }
        int[] narrow = moves.narrow(asked.stream().mapToInt(Integer::intValue).toArray(), PrimarySuppression.THRESHOLD);
        for (int i : narrow) {
            found.add((i < all ? "count" : "change") + " of vintage " + i % all / ofVintage + ", community "
                    + i % ofVintage / frame.cells() + ", cell " + i % frame.cells());
        }
        return found;
    }

    private static boolean isBound(List<Vintage> vintages, int v, int community, int cell) {
        return vintages.get(v - 1).isBound(community, cell);
    }

    private static boolean isStill(Frame frame, List<Vintage> vintages, int v, int community, int cell) {
        int relatives = 0;
        int unchanged = 0;
        for (int other = 0; other < frame.cells(); other++) {
            boolean isRelative = frame.tail(other) == frame.tail(cell)
                    || frame.tail(other) == frame.head(cell)
                    || frame.head(other) == frame.tail(cell)
                    || frame.head(other) == frame.head(cell);
            var now = vintages.get(v).shown(community, other);
            var before = vintages.get(v - 1).shown(community, other);
            if (isRelative && now.isPresent() && before.isPresent()) {
                relatives++;
                unchanged += now.equals(before) ? 1 : 0;
            }
        }
        return relatives > 0 && unchanged == relatives;
    }
}
