package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** How often all open cells are pushed at once. */
    private static final int JOINT_PUSHES = 8;
    /** Moves in place of unlimited ones; larger ones would cost the solver its precision. */
    private static final double FAR = 1e6;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> variables = new ArrayList<>();
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
        highest = new double[falls.length];
        lowest = new double[falls.length];
        for (int cell = 0; cell < falls.length; cell++) {
            variables.add(model.addVariable("x" + cell)
                    .lower(-Math.min(falls[cell], FAR))
                    .upper(Math.min(rises[cell], FAR)));
        }
    }

    /** Keeps the sum of some moves less that of others where it is. */
    void keep(int[] plus, int[] minus) {
        between(plus, minus, 0, 0);
    }

    /** Keeps the sum of some moves less that of others at or below a limit. */
    void limit(int[] plus, int[] minus, double atMost) {
        between(plus, minus, Double.NEGATIVE_INFINITY, atMost);
    }

    private void between(int[] plus, int[] minus, double atLeast, double atMost) {
        Expression sum = model.addExpression("s" + model.countExpressions());
        for (int cell : plus) {
            sum.set(variables.get(cell), 1);
        }
        for (int cell : minus) {
            sum.set(variables.get(cell), -1);
        }
        if (atLeast == atMost) {
            sum.level(atMost);
        } else {
            sum.upper(atMost);
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
        for (int push = 0; push < JOINT_PUSHES && open.length > 1; push++) {
            double[] weights = new double[variables.size()];
            for (int i = 0; i < open.length; i++) {
                weights[open[i]] = (i >> (push / 2) & 1) == push % 2 ? 1 : -1;
            }
            solve(weights, width);
            open = stillOpen(open, width);
        }
        List<Integer> narrow = new ArrayList<>();
        for (int cell : open) {
            if (!isWide(cell, width)) {
                solve(one(cell, 1), width);
            }
            if (!isWide(cell, width)) {
                solve(one(cell, -1), width);
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
        double[] weights = new double[variables.size()];
        weights[cell] = weight;
        return weights;
    }

    private boolean isWide(int cell, double width) {
        return highest[cell] - lowest[cell] >= width - TOLERANCE;
    }

    private int[] stillOpen(int[] cells, double width) {
        return Arrays.stream(cells).filter(cell -> !isWide(cell, width)).toArray();
    }

    private void solve(double[] weights, double width) {
        for (int cell = 0; cell < weights.length; cell++) {
            variables.get(cell).weight(weights[cell] == 0 ? null : weights[cell]);
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("Cannot audit: found no table that keeps all constraints, although the"
                    + " true one does; state " + result.getState());
        }
        solved++;
        for (int cell = 0; cell < weights.length; cell++) {
            double move = result.doubleValue(cell);
            highest[cell] = Math.max(highest[cell], move);
            lowest[cell] = Math.min(lowest[cell], move);
        }
    }
}
