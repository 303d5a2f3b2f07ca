// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.summary;

/**
 * Finished rows of one day, all or some consecutive ones, by column and in their final order. Texts are numbers of a {@link SummaryTexts}. Arrays
 * are this object's own and belong to whoever is filling or writing it.
 */
public final class DaySummary {

    /** Number columns, in the order of the output, and the cost category behind them. */
    public static final int NUMBERS = 15;

    public static final int USAGE_CPU = 0;
    public static final int REQUEST_CPU = 1;
    public static final int EFFECTIVE_CPU = 2;
    public static final int LIMIT_CPU = 3;
    public static final int USAGE_MEMORY = 4;
    public static final int REQUEST_MEMORY = 5;
    public static final int EFFECTIVE_MEMORY = 6;
    public static final int LIMIT_MEMORY = 7;
    public static final int NODE_CORES = 8;
    public static final int NODE_CORE_HOURS = 9;
    public static final int NODE_GIBIBYTES = 10;
    public static final int NODE_GIBIBYTE_HOURS = 11;
    public static final int CLUSTER_CORE_HOURS = 12;
    public static final int CLUSTER_GIBIBYTE_HOURS = 13;

    /** A whole number of 32 bits, which a double holds exactly. */
    public static final int COST_CATEGORY = 14;

    /** Text columns. */
    public static final int TEXTS = 4;

    public static final int NAMESPACE = 0;
    public static final int NODE = 1;
    public static final int RESOURCE = 2;
    public static final int LABELS = 3;

    /** A text that is null. */
    public static final int NULL_TEXT = -1;

    private final int epochDay;
    private final int rows;
    private final int[][] texts;
    private final double[][] numbers;

    /** An unfilled summary. */
    public DaySummary(int epochDay, int rows) {
        this.epochDay = epochDay;
        this.rows = rows;
        texts = new int[TEXTS][rows];
        numbers = new double[NUMBERS][rows];
    }

    /** The day, counted from 1970-01-01. */
    public int epochDay() {
        return epochDay;
    }

    public int rows() {
        return rows;
    }

    /** The values of a text column, as numbers. */
    public int[] texts(int column) {
        return texts[column];
    }

    /** The values of a number column; NaN is null. */
    public double[] numbers(int column) {
        return numbers[column];
    }
}
