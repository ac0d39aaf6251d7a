package org.vigil.suppression;

import java.util.Arrays;

/** The counts of one source, community and financial year, and which of them a reader sees. Immutable; counts are exact and never part of a message. */
public final class Block {
    private final Frame frame;
    private final int[] counts;
    private final Publication[] publications;

    private Block(Frame frame, int[] counts, Publication[] publications) {
        this.frame = frame;
        this.counts = counts;
        this.publications = publications;
    }

    /**
     * A block.
     *
     * @param counts one for each cell of the frame, not negative, every sum equal to its parts
     * @param publications one for each cell
     */
    public static Block of(Frame frame, int[] counts, Publication[] publications) {
        if (counts.length != frame.cells() || publications.length != frame.cells()) {
            throw new IllegalArgumentException("Cannot make a block: found " + counts.length + " counts and "
                    + publications.length + " publications; expected " + frame.cells() + " of each");
        }
        int[] sums = frame.added(counts);
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] < 0) {
                throw new IllegalArgumentException("Cannot make a block: found a count below 0 in row "
                        + frame.row(cell) + ", period " + frame.period(cell) + "; expected counts of 0 or more");
            }
            if (counts[cell] != sums[cell]) {
                throw new IllegalArgumentException("Cannot make a block: found a count in row " + frame.row(cell)
                        + ", period " + frame.period(cell) + " that is not the sum of its parts; expected tables that"
                        + " add up; count them from the same records");
            }
        }
        return new Block(frame, counts.clone(), publications.clone());
    }

    /** A block of which everything is shown. */
    public static Block shown(Frame frame, int[] counts) {
        Publication[] publications = new Publication[frame.cells()];
        Arrays.fill(publications, Publication.SHOWN);
        return of(frame, counts, publications);
    }

    public Frame frame() {
        return frame;
    }

    /** The exact count of a cell, whether a reader sees it or not. */
    public int count(int cell) {
        return counts[cell];
    }

    public Publication publication(int cell) {
        return publications[cell];
    }

    /** Whether a reader sees the count of a cell. */
    public boolean isShown(int cell) {
        return publications[cell] == Publication.SHOWN;
    }

    /** How many cells are published in this way. */
    public int cells(Publication publication) {
        int cells = 0;
        for (Publication one : publications) {
            cells += one == publication ? 1 : 0;
        }
        return cells;
    }

    /** The same counts, published otherwise. */
    public Block with(Publication[] others) {
        return of(frame, counts, others);
    }

    /** The exact counts. */
    public int[] counts() {
        return counts.clone();
    }

    public Publication[] publications() {
        return publications.clone();
    }

    /** Whether the audit must find a cell safe: it is hidden, or it is withheld and small. */
    boolean isAudited(int cell) {
        return publications[cell] == Publication.HIDDEN
                || publications[cell] == Publication.WITHHELD && PrimarySuppression.isSmall(counts[cell]);
    }

    /** The cells that must be found safe. */
    boolean[] audited() {
        boolean[] audited = new boolean[counts.length];
        for (int cell = 0; cell < audited.length; cell++) {
            audited[cell] = isAudited(cell);
        }
        return audited;
    }
}
