package org.vigil.statistics;

import java.util.Arrays;

/**
 * Weighted least squares by the Cholesky factor of XᵀWX. A column that depends on those before it is left out, as R does it; pivoting
 * decompositions of libraries would leave out another one.
 *
 * <p>The columns of calendars are of like size and far from dependent, so that squaring their condition costs no digit that is published.
 */
final class NormalEquations {
    /** What is left of a column's squared length once those before it are taken out, below which it counts as dependent on them. */
    private static final double DEPENDENT = 1e-12;

    private final int columns;
    /** Lower triangle; row and column j are zero where column j was left out. */
    private final double[][] factor;

    private final boolean[] isLeftOut;

    private NormalEquations(int columns) {
        this.columns = columns;
        this.factor = new double[columns][columns];
        this.isLeftOut = new boolean[columns];
    }

    /**
     * Decomposes XᵀWX.
     *
     * @param weights one of each row, at least 0
     */
    static NormalEquations of(Design design, double[] weights) {
        int columns = design.columns();
        double[][] products = new double[columns][columns];
        double[] weighted = new double[design.rows()];
        for (int j = 0; j < columns; j++) {
            double[] column = design.column(j);
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] = column[i] * weights[i];
            }
            products(design, weighted, j, products[j]);
        }
        NormalEquations equations = new NormalEquations(columns);
        equations.factorize(products);
        return equations;
    }

    private void factorize(double[][] products) {
        for (int j = 0; j < columns; j++) {
            double left = products[j][j];
            for (int k = 0; k < j; k++) {
                if (isLeftOut[k]) {
                    continue;
                }
                double sum = products[j][k];
                for (int m = 0; m < k; m++) {
                    sum -= factor[j][m] * factor[k][m];
                }
                factor[j][k] = sum / factor[k][k];
                left -= factor[j][k] * factor[j][k];
            }
            if (left > DEPENDENT * products[j][j]) {
                factor[j][j] = Math.sqrt(left);
            } else {
                isLeftOut[j] = true;
                Arrays.fill(factor[j], 0);
            }
        }
    }

    /** Columns that are not left out. */
    int rank() {
        int rank = 0;
        for (boolean leftOut : isLeftOut) {
            rank += leftOut ? 0 : 1;
        }
        return rank;
    }

    boolean isLeftOut(int column) {
        return isLeftOut[column];
    }

    /** The solution of XᵀWX b = right side; {@code NaN} for columns that are left out. */
    double[] solve(double[] rightSide) {
        double[] solution = new double[columns];
        for (int j = 0; j < columns; j++) {
            if (!isLeftOut[j]) {
                double sum = rightSide[j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[j][k] * solution[k];
                }
                solution[j] = sum / factor[j][j];
            }
        }
        for (int j = columns - 1; j >= 0; j--) {
            if (!isLeftOut[j]) {
                double sum = solution[j];
                for (int k = j + 1; k < columns; k++) {
                    sum -= factor[k][j] * solution[k];
                }
                solution[j] = sum / factor[j][j];
            }
        }
        for (int j = 0; j < columns; j++) {
            if (isLeftOut[j]) {
                solution[j] = Double.NaN;
            }
        }
        return solution;
    }

    /** (XᵀWX)⁻¹; rows and columns of regressors that are left out are 0. */
    double[][] inverse() {
        double[][] inverse = new double[columns][];
        for (int j = 0; j < columns; j++) {
            double[] unit = new double[columns];
            if (!isLeftOut[j]) {
                unit[j] = 1;
            }
            double[] solution = solve(unit);
            for (int k = 0; k < columns; k++) {
                solution[k] = isLeftOut[k] ? 0 : solution[k];
            }
            inverse[j] = solution;
        }
        return inverse;
    }

    /** Products of one weighted column with those up to itself, four at a time: a sum waits for its last addition, four sums wait together. */
    private static void products(Design design, double[] weighted, int last, double[] products) {
        int k = 0;
        for (; k + 3 <= last; k += 4) {
            double[] first = design.column(k);
            double[] second = design.column(k + 1);
            double[] third = design.column(k + 2);
            double[] fourth = design.column(k + 3);
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            double sum4 = 0;
            for (int i = 0; i < weighted.length; i++) {
                double weight = weighted[i];
                sum1 += weight * first[i];
                sum2 += weight * second[i];
                sum3 += weight * third[i];
                sum4 += weight * fourth[i];
            }
            products[k] = sum1;
            products[k + 1] = sum2;
            products[k + 2] = sum3;
            products[k + 3] = sum4;
        }
        for (; k <= last; k++) {
            double[] column = design.column(k);
            double sum = 0;
            for (int i = 0; i < weighted.length; i++) {
                sum += weighted[i] * column[i];
            }
            products[k] = sum;
        }
    }
}
