package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Moves of counts that keep linear constraints, and how far each count can be moved: a linear programme, for tables that are no network.
 *
 * <p>Two extreme problems a cell would be the plain way. Here each solution is kept as evidence for all cells that it moves, and cells that were moved far enough are
 * not asked about: first with every open cell pushed at once, up and down by turns, then one by one.
 */
final class LinearMoves {
    /** Wider than this by rounding in the solver, a range counts as so wide. */
    static final double TOLERANCE = 1e-6;

    /** How often all open cells are pushed at once; fewer times if a pair of pushes settles none. */
    private static final int JOINT_PUSHES = 8;
    /** Moves in place of unlimited ones; larger ones would cost the solver its precision. */
    private static final double FAR = 1e6;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    /** Of each cell that can be moved; none for the others. */
    private final @Nullable Variable[] variables;

    private final double[] falls;
    private final double[] rises;
    private final double[] highest;
    private final double[] lowest;
    private int solved;

    /**
     * Moves of cells.
     *
     * @param falls by how much each can fall, not negative
     * @param rises by how much each can rise, not negative
     */
    LinearMoves(double[] falls, double[] rises) {
        this.falls = falls.clone();
        this.rises = rises.clone();
        highest = new double[falls.length];
        lowest = new double[falls.length];
        variables = new Variable[falls.length];
        for (int cell = 0; cell < falls.length; cell++) {
            if (falls[cell] > 0 || rises[cell] > 0) {
                variables[cell] = model.addVariable("x" + cell)
                        .lower(-Math.min(falls[cell], FAR))
                        .upper(Math.min(rises[cell], FAR));
            }
        }
    }

    /** Keeps the sum of some moves less that of others where it is. */
    void keep(int[] plus, int[] minus) {
        difference(plus, minus).level(0);
    }

    /** Keeps the sum of some moves less that of others at or below a limit. */
    void limit(int[] plus, int[] minus, double atMost) {
        if (atMost < 0) {
            throw new IllegalArgumentException(
                    "Cannot limit a move: found a limit below 0; expected one that no move at all keeps");
        }
        double most = 0;
        for (int cell : plus) {
            most += rises[cell];
        }
        for (int cell : minus) {
            most += falls[cell];
        }
        if (most > atMost) {
            difference(plus, minus).upper(atMost);
        }
    }

    private Expression difference(int[] plus, int[] minus) {
        Expression sum = model.addExpression("s" + model.countExpressions());
        add(sum, plus, 1);
        add(sum, minus, -1);
        return sum;
    }

    private void add(Expression sum, int[] cells, int factor) {
        for (int cell : cells) {
            Variable variable = variables[cell];
            if (variable != null) {
                sum.set(variable, factor);
            }
        }
    }

    /**
     * Of some cells, those whose range is narrower than so much.
     *
     * @param cells to look at
     * @param width that is enough
     */
    int[] narrow(int[] cells, double width) {
        int[] open = stillOpen(cells, width);
        int before = Integer.MAX_VALUE;
        for (int push = 0; push < JOINT_PUSHES && open.length > 1 && (push % 2 == 1 || open.length < before); push++) {
            before = push % 2 == 0 ? open.length : before;
            double[] weights = new double[variables.length];
            for (int i = 0; i < open.length; i++) {
                weights[open[i]] = (i >> (push / 2) & 1) == push % 2 ? 1 : -1;
            }
            solve(weights);
            open = stillOpen(open, width);
        }
        List<Integer> narrow = new ArrayList<>();
        for (int cell : open) {
            if (!isWide(cell, width)) {
                solve(one(cell, 1));
            }
            if (!isWide(cell, width)) {
                solve(one(cell, -1));
            }
            if (!isWide(cell, width)) {
                narrow.add(cell);
            }
        }
        return narrow.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The largest move of a cell found so far. */
    double highest(int cell) {
        return highest[cell];
    }

    /** The smallest move of a cell found so far. */
    double lowest(int cell) {
        return lowest[cell];
    }

    /** Linear programmes that had to be solved. */
    int solved() {
        return solved;
    }

    private double[] one(int cell, double weight) {
        double[] weights = new double[variables.length];
        weights[cell] = weight;
        return weights;
    }

    private boolean isWide(int cell, double width) {
        return highest[cell] - lowest[cell] >= width - TOLERANCE;
    }

    private int[] stillOpen(int[] cells, double width) {
        return Arrays.stream(cells).filter(cell -> !isWide(cell, width)).toArray();
    }

    private void solve(double[] weights) {
        boolean isAnyMoved = false;
        for (int cell = 0; cell < weights.length; cell++) {
            Variable variable = variables[cell];
            if (variable != null) {
                isAnyMoved |= weights[cell] != 0;
                variable.weight(weights[cell] == 0 ? null : weights[cell]);
            }
        }
        if (!isAnyMoved) {
            return;
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("Cannot audit: the solver found no table that keeps all constraints,"
                    + " although the true one does, and ended " + result.getState());
        }
        solved++;
        int place = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            if (variables[cell] != null) {
                double move = result.doubleValue(place++);
                highest[cell] = Math.max(highest[cell], move);
                lowest[cell] = Math.min(lowest[cell], move);
            }
        }
    }
}
