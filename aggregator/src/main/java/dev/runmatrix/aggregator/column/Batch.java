// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.column;

import java.util.Arrays;

/**
 * Some rows of one table, by column. Its arrays are filled again and again; the first {@link #rows()} values of each
 * count. A number that is null, NaN or infinite in the file is NaN here.
 */
public final class Batch {

    private final TableColumns columns;
    private final int capacity;
    private final int[][] ids;
    private final double[][] numbers;
    private final NumberState[] states;
    private int rows;
    private int file;
    private int rowGroup;

    /** An empty batch with room for {@code capacity} rows. */
    public Batch(TableColumns columns, int capacity) {
        this.columns = columns;
        this.capacity = capacity;
        ids = new int[columns.ids().size()][capacity];
        // Made when a file first has the column: many files lack several.
        numbers = new double[columns.numbers().size()][0];
        states = new NumberState[numbers.length];
        Arrays.fill(states, NumberState.ABSENT);
    }

    public TableColumns columns() {
        return columns;
    }

    public int capacity() {
        return capacity;
    }

    public int rows() {
        return rows;
    }

    public void setRows(int rows) {
        this.rows = rows;
    }

    /** Notes where the rows come from: positions of a file in its table and of a row group in the file. */
    public void setOrigin(int fileIndex, int rowGroupIndex) {
        file = fileIndex;
        rowGroup = rowGroupIndex;
    }

    /** The position of the rows' file in its table. */
    public int file() {
        return file;
    }

    /** The position of the rows' row group in its file. */
    public int rowGroup() {
        return rowGroup;
    }

    /** The values of an id column. */
    public int[] ids(int column) {
        return ids[column];
    }

    /** The values of a number column that is not absent. */
    public double[] numbers(int column) {
        return numbers[column];
    }

    /** The values of a number column, ready to be filled. */
    public double[] numbersToFill(int column) {
        if (numbers[column].length == 0) {
            numbers[column] = new double[capacity];
        }
        return numbers[column];
    }

    /** What is known of the values of a number column. */
    public NumberState state(int column) {
        return states[column];
    }

    public void setState(int column, NumberState state) {
        states[column] = state;
    }
}
