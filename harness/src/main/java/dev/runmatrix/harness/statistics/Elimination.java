// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/** Few linear equations, solved by Gauss with the largest pivot first. */
final class Elimination {

    private Elimination() {}

    /**
     * Solves them.
     *
     * @param equations rows of coefficients, each with its right side last; overwritten
     * @return the unknowns; not numbers where the equations do not decide them
     */
    static double[] solve(double[][] equations) {
        int n = equations.length;
        for (int column = 0; column < n; column++) {
            pivot(equations, column);
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    subtract(equations, row, column);
                }
            }
        }
        double[] unknowns = new double[n];
        for (int row = 0; row < n; row++) {
            unknowns[row] = equations[row][n] / equations[row][row];
        }
        return unknowns;
    }

    private static void pivot(double[][] equations, int column) {
        int largest = column;
        for (int row = column + 1; row < equations.length; row++) {
            if (Math.abs(equations[row][column]) > Math.abs(equations[largest][column])) {
                largest = row;
            }
        }
        double[] moved = equations[column];
        equations[column] = equations[largest];
        equations[largest] = moved;
    }

    private static void subtract(double[][] equations, int row, int column) {
        double factor = equations[row][column] / equations[column][column];
        for (int k = column; k <= equations.length; k++) {
            equations[row][k] -= factor * equations[column][k];
        }
    }
}
