package org.vigil.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The regressors of a model: one column of numbers each, one row for each observation. */
public final class Design {
    private final int rows;
    private final double[][] columns;

    private Design(int rows, double[][] columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** A design of one column of ones. */
    public static Design intercept(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return new Design(rows, new double[][] {ones});
    }

    /**
     * A design of the given columns, which are not copied.
     *
     * @throws IllegalArgumentException if there is no column or they differ in length
     */
    public static Design of(List<double[]> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Found a design without a column; expected at least one");
        }
        int rows = columns.get(0).length;
        for (double[] column : columns) {
            requireLength(rows, column);
        }
        return new Design(rows, columns.toArray(double[][]::new));
    }

    /** The same rows with further columns behind. */
    public Design with(List<double[]> further) {
        List<double[]> all = new ArrayList<>(Arrays.asList(columns));
        all.addAll(further);
        return of(all);
    }

    /** The given rows, in the given order. */
    public Design rows(int[] chosen) {
        double[][] some = new double[columns.length][chosen.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < chosen.length; i++) {
                some[j][i] = columns[j][chosen[i]];
            }
        }
        return new Design(chosen.length, some);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns.length;
    }

    /** The numbers of a column, not copied. */
    double[] column(int j) {
        return columns[j];
    }

    /** The linear predictor Xβ of every row; coefficients that are {@code NaN} belong to columns that were left out and count nothing. */
    public double[] times(double[] coefficients) {
        requireColumns(coefficients);
        double[] product = new double[rows];
        for (int j = 0; j < columns.length; j++) {
            double coefficient = coefficients[j];
            if (!Double.isNaN(coefficient)) {
                double[] column = columns[j];
                for (int i = 0; i < rows; i++) {
                    product[i] += column[i] * coefficient;
                }
            }
        }
        return product;
    }

    /** Xᵀv: for each column the sum over the rows of its number times that of the row. */
    public double[] transposedTimes(double[] byRow) {
        requireLength(rows, byRow);
        double[] product = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += columns[j][i] * byRow[i];
            }
            product[j] = sum;
        }
        return product;
    }

    private void requireColumns(double[] coefficients) {
        if (coefficients.length != columns.length) {
            throw new IllegalArgumentException("Found " + coefficients.length + " coefficients for a design of "
                    + columns.length + " columns; expected one each");
        }
    }

    private static void requireLength(int rows, double[] column) {
        if (column.length != rows) {
            throw new IllegalArgumentException(
                    "Found a column of " + column.length + " rows in a design of " + rows + "; expected as many");
        }
    }
}
