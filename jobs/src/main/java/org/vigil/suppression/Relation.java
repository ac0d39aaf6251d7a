package org.vigil.suppression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What everybody knows of the counts of several communities: each part is at most the whole; and where every record of the whole has a part, the whole is at most the sum
 * of the parts. It is not that sum, since a record can have several parts.
 *
 * @param whole number of the wider community, or of all
 * @param parts numbers of the communities within it
 * @param cover whether they hold every record of the whole
 */
public record Relation(int whole, List<Integer> parts, Cover cover) {
    /** Whether parts hold all of a whole. */
    public enum Cover {
        /** Every record of the whole is in at least one part. */
        COMPLETE,
        /** Records of the whole may be in no part. */
        PARTIAL
    }

    /** Copies the parts; refuses a whole that is its own part, repeated parts and none. */
    public Relation {
        parts = List.copyOf(parts);
        if (parts.isEmpty()
                || parts.contains(whole)
                || parts.stream().distinct().count() < parts.size()) {
            throw new IllegalArgumentException("Cannot relate communities: found whole " + whole + " with parts "
                    + parts + "; expected at least one part, each once and none of them the whole");
        }
    }

    /** Numbers of the communities that hold one, directly or through others, each after all that hold it. */
    public static List<Integer> wider(List<Relation> relations, int community) {
        List<Integer> wider = new ArrayList<>(holding(relations, community));
        wider.sort(Comparator.comparing(one -> holding(relations, one).size()));
        return wider;
    }

    private static Set<Integer> holding(List<Relation> relations, int community) {
        Set<Integer> holding = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(community));
        while (!open.isEmpty()) {
            int part = open.remove();
            relations.stream()
                    .filter(relation -> relation.parts().contains(part))
                    .map(Relation::whole)
                    .filter(holding::add)
                    .forEach(open::add);
        }
        return holding;
    }

    /** Whether counts have this relation in every cell: for each community one a cell. */
    public boolean holds(int[][] counts) {
        return Slack.firstBroken(counts, this, -1) < 0
                && parts.stream().allMatch(part -> Slack.firstBroken(counts, this, part) < 0);
    }
}
