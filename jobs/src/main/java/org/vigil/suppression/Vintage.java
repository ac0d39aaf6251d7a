package org.vigil.suppression;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What is published of all communities of a source and year at one time. */
public final class Vintage {
    private final Frame frame;
    private final Publication[][] publications;
    private final int[][] base;
    private final int[][] table;
    private final int[][] exact;
    private final boolean[][] bound;

    /**
     * A vintage.
     *
     * @param base the table before, with what was not published then as it is now
     * @param table the possible world that shows what is published
     * @param exact the true one
     */
    Vintage(Frame frame, Publication[][] publications, int[][] base, int[][] table, int[][] exact) {
        this.frame = frame;
        this.publications = publications;
        this.base = base;
        this.table = table;
        this.exact = exact;
        bound = Arrays.stream(publications).map(this::bound).toArray(boolean[][]::new);
    }

    /** How a cell is published. */
    public Publication publication(int community, int cell) {
        return publications[community][cell];
    }

    /** The count that is published, which can be an old one; nothing for a cell that is not shown. */
    public OptionalInt shown(int community, int cell) {
        return publications[community][cell] == Publication.SHOWN
                ? OptionalInt.of(table[community][cell])
                : OptionalInt.empty();
    }

    /** Whether a count is shown that is not the newest, since that would be small, give something away or not add up. A reader must not be told. */
    public boolean isCarried(int community, int cell) {
        return publications[community][cell] == Publication.SHOWN && table[community][cell] != exact[community][cell];
    }

    /** Shown cells of a community that are not the newest, ascending. */
    public int[] carriedCells(int community) {
        return IntStream.range(0, table[community].length)
                .filter(cell -> isCarried(community, cell))
                .toArray();
    }

    /** How many counts are shown that are not the newest, of all communities. */
    int carried() {
        return IntStream.range(0, table.length)
                .map(community -> carriedCells(community).length)
                .sum();
    }

    /** What must be kept of it to find it again. */
    public Kept kept() {
        return new Kept(copy(publications), copy(table), copy(exact));
    }

    /**
     * What must be kept of a vintage, for each community one a cell. Exact counts, never part of a message.
     *
     * @param publications how cells are published
     * @param table the possible world that shows what is published
     * @param exact the true one
     */
    public record Kept(Publication[][] publications, int[][] table, int[][] exact) {
        /** Says nothing: what it holds must not be printed. */
        @Override
        public String toString() {
            return "Kept";
        }
    }

    private static Publication[][] copy(Publication[][] of) {
        return Arrays.stream(of).map(Publication[]::clone).toArray(Publication[][]::new);
    }

    private static int[][] copy(int[][] of) {
        return Arrays.stream(of).map(int[]::clone).toArray(int[][]::new);
    }

    Publication[][] publications() {
        return publications;
    }

    int[][] base() {
        return base;
    }

    /** This table, with newer counts of a community where nothing was published that they are part of. */
    int[] base(int community, int[] newer) {
        int[] counts = table[community].clone();
        for (int cell = 0; cell < counts.length; cell++) {
            if (!isBound(community, cell)) {
                counts[cell] = newer[cell];
            }
        }
        return frame.added(counts);
    }

    int[][] table() {
        return table;
    }

    /** Whether a reader learns something that a cell's count is part of: its period or a wider one is published for some area of the community. */
    boolean isBound(int community, int cell) {
        return bound[community][frame.period(cell)];
    }

    private boolean[] bound(Publication[] ofCommunity) {
        boolean[] periods = new boolean[frame.periods()];
        for (int cell = 0; cell < ofCommunity.length; cell++) {
            periods[frame.period(cell)] |= ofCommunity[cell] != Publication.WITHHELD;
        }
        boolean[] orWider = new boolean[periods.length];
        for (int period = 0; period < periods.length; period++) {
            for (int at = period; at >= 0; at = frame.parent(at)) {
                orWider[period] |= periods[at];
            }
        }
        return orWider;
    }
}
