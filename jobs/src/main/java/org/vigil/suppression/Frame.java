package org.vigil.suppression;

import java.util.Arrays;

/**
 * The cells of a block and how they add up: areas within the whole area, times periods within periods.
 *
 * <p>A cell is a row in a period. Rows 0 … areas − 1 are areas and row {@code areas} is the whole area; {@code parents[p]} is the period that period p is part of,
 * −1 for one that is part of none. Cell (r, p) has the number r · periods + p.
 *
 * <p>Such a table is a circulation in a network, in which every cell is an arc and every sum is the balance of a node: Cox, L. H. (1995), Network models for
 * complementary cell suppression, Journal of the American Statistical Association 90, 1453–1462. From one node to all areas, from an area through its periods down to
 * the smallest, from there together with the other areas up through the periods of the whole area, and back. It holds because only one of the two dimensions has more
 * than two levels; a third dimension has no such network.
 */
public final class Frame {
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final int NONE = -1;

    private final int areas;
    private final int[] parents;
    private final boolean[] leaves;
    private final int[] heights;
    private final int[] tails;
    private final int[] heads;
    private final int nodes;
    private final int[][] incident;

    private Frame(int areas, int[] parents) {
        this.areas = areas;
        this.parents = parents;
        int periods = parents.length;
        leaves = new boolean[periods];
        Arrays.fill(leaves, true);
        for (int parent : parents) {
            if (parent != NONE) {
                leaves[parent] = false;
            }
        }
        heights = new int[periods];
        for (int period = 0; period < periods; period++) {
            int height = 0;
            for (int at = parents[period]; at != NONE; at = parents[at]) {
                height++;
                heights[at] = Math.max(heights[at], height);
            }
        }
        nodes = 1 + (areas + 1) * periods;
        tails = new int[(areas + 1) * periods];
        heads = new int[tails.length];
        for (int row = 0; row <= areas; row++) {
            for (int period = 0; period < periods; period++) {
                int inner = leaves[period] ? node(areas, period) : node(row, period);
                int outer = parents[period] == NONE ? 0 : node(row, parents[period]);
                tails[cell(row, period)] = row == areas ? inner : outer;
                heads[cell(row, period)] = row == areas ? outer : inner;
            }
        }
        incident = new int[nodes][];
        int[] degrees = new int[nodes];
        for (int cell = 0; cell < tails.length; cell++) {
            degrees[tails[cell]]++;
            degrees[heads[cell]]++;
        }
        for (int node = 0; node < nodes; node++) {
            incident[node] = new int[degrees[node]];
        }
        for (int cell = tails.length - 1; cell >= 0; cell--) {
            incident[tails[cell]][--degrees[tails[cell]]] = cell;
            incident[heads[cell]][--degrees[heads[cell]]] = cell;
        }
    }

    /**
     * A frame of any periods.
     *
     * @param areas rows within the whole area, those that are never published included; at least one, and one that is never published if there is no other
     * @param parents for each period the number of the period that it is part of, −1 for none
     */
    public static Frame of(int areas, int... parents) {
        if (areas < 1 || parents.length < 1) {
            throw new IllegalArgumentException("Cannot lay out a block: found " + areas + " areas and " + parents.length
                    + " periods; expected at least one of each");
        }
        for (int period = 0; period < parents.length; period++) {
            int steps = 0;
            int at = period;
            while (at != NONE && steps <= parents.length) {
                if (parents[at] < NONE || parents[at] >= parents.length) {
                    throw new IllegalArgumentException("Cannot lay out a block: found " + parents[at]
                            + " as what period " + at + " is part of; expected -1 or a period below " + parents.length);
                }
                at = parents[at];
                steps++;
            }
            if (at != NONE) {
                throw new IllegalArgumentException("Cannot lay out a block: found period " + period
                        + " to be part of itself; expected periods within wider ones");
            }
        }
        return new Frame(areas, parents.clone());
    }

    /** Twelve months (periods 0 to 11) in four quarters (12 to 15) in one year (16). */
    public static Frame ofYear(int areas) {
        int[] parents = new int[MONTHS + QUARTERS + 1];
        int year = MONTHS + QUARTERS;
        for (int month = 0; month < MONTHS; month++) {
            parents[month] = MONTHS + month / (MONTHS / QUARTERS);
        }
        Arrays.fill(parents, MONTHS, year, year);
        parents[year] = NONE;
        return of(areas, parents);
    }

    /** Rows within the whole area. */
    public int areas() {
        return areas;
    }

    /** Number of the row of the whole area. */
    public int whole() {
        return areas;
    }

    public int periods() {
        return parents.length;
    }

    public int cells() {
        return tails.length;
    }

    /** Number of a cell. */
    public int cell(int row, int period) {
        return row * parents.length + period;
    }

    /** Row of a cell. */
    public int row(int cell) {
        return cell / parents.length;
    }

    /** Period of a cell. */
    public int period(int cell) {
        return cell % parents.length;
    }

    /** The period that a period is part of, −1 for none. */
    public int parent(int period) {
        return parents[period];
    }

    /**
     * How much of the table a cell sums up: 0 for an area in a period without parts, one more for each level of periods above, and more for the whole area in any period than for an
     * area in any.
     */
    int coarseness(int cell) {
        return heights[period(cell)] + (row(cell) == areas ? coarsest() / 2 + 1 : 0);
    }

    /** The greatest {@link #coarseness}. */
    int coarsest() {
        return 2 * Arrays.stream(heights).max().orElse(0) + 1;
    }

    /** Whether no period is part of this one. */
    public boolean isLeaf(int period) {
        return leaves[period];
    }

    /**
     * All counts from the smallest: those of areas in periods without parts.
     *
     * @param counts one a cell; of every cell but the smallest, what stands there is replaced
     * @throws ArithmeticException if a sum is larger than an {@code int}
     */
    public int[] added(int[] counts) {
        int[] sums = new int[counts.length];
        for (int row = 0; row < areas; row++) {
            for (int period = 0; period < parents.length; period++) {
                if (leaves[period]) {
                    int count = counts[cell(row, period)];
                    for (int at = period; at != NONE; at = parents[at]) {
                        sums[cell(row, at)] = Math.addExact(sums[cell(row, at)], count);
                        sums[cell(areas, at)] = Math.addExact(sums[cell(areas, at)], count);
                    }
                }
            }
        }
        return sums;
    }

    /** Node that a cell's arc leaves. */
    int tail(int cell) {
        return tails[cell];
    }

    /** Node that a cell's arc enters. */
    int head(int cell) {
        return heads[cell];
    }

    /** Cells whose arcs leave or enter a node; not to be changed. */
    int[] incident(int node) {
        return incident[node];
    }

    int nodes() {
        return nodes;
    }

    private int node(int row, int period) {
        return 1 + row * parents.length + period;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that && areas == that.areas && Arrays.equals(parents, that.parents);
    }

    @Override
    public int hashCode() {
        return 31 * areas + Arrays.hashCode(parents);
    }

    @Override
    public String toString() {
        return areas + " areas, periods within " + Arrays.toString(parents);
    }
}
