// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.util.Arrays;

/**
 * The groups of a slice of rows, as stretches: consecutive rows that are of consecutive groups, or of none. Where input
 * repeats the same sequence, a slice is few stretches, and a column is added up without looking at a group per row.
 */
final class RowGroups {

    /** The group of rows that belong to none. */
    static final int NONE = -1;

    /** Stretches shorter than this on average cost more than looking at each row. */
    private static final int SHORT = 8;

    private final int[] begins;
    private final int[] firsts;
    private final int[] places;
    private int stretches;
    private int rows;
    private boolean placesFilled;
    private boolean complete;

    RowGroups(int sliceRows) {
        begins = new int[sliceRows + 1];
        firsts = new int[sliceRows];
        places = new int[sliceRows];
    }

    /** Begins a new slice. */
    void clear() {
        stretches = 0;
        rows = 0;
        placesFilled = false;
        complete = true;
    }

    /** Appends rows of group {@code first} and those numbered after it, or of none. */
    void append(int first, int count) {
        boolean more = stretches > 0 && continues(first);
        if (!more) {
            begins[stretches] = rows;
            firsts[stretches] = first;
            stretches++;
        }
        complete &= first != NONE;
        rows += count;
        begins[stretches] = rows;
    }

    private boolean continues(int first) {
        int before = firsts[stretches - 1];
        int length = rows - begins[stretches - 1];
        return first == NONE ? before == NONE : before != NONE && first == before + length;
    }

    /** The number of stretches. */
    int stretches() {
        return stretches;
    }

    int rows() {
        return rows;
    }

    /** The group of the first row of a stretch, or {@link #NONE}. */
    int first(int stretch) {
        return firsts[stretch];
    }

    /** The position of the first row of a stretch in the slice. */
    int begin(int stretch) {
        return begins[stretch];
    }

    /** The number of rows of a stretch. */
    int length(int stretch) {
        return begins[stretch + 1] - begins[stretch];
    }

    /** Whether it is better to look at {@link #places} than at stretches. */
    boolean scattered() {
        return stretches * SHORT > rows;
    }

    /** Whether every row has a group. */
    boolean complete() {
        return complete;
    }

    /** For each row its group, or {@link #NONE}. */
    int[] places() {
        if (!placesFilled) {
            for (int stretch = 0; stretch < stretches; stretch++) {
                fill(stretch);
            }
            placesFilled = true;
        }
        return places;
    }

    private void fill(int stretch) {
        int begin = begins[stretch];
        int end = begins[stretch + 1];
        int first = firsts[stretch];
        if (first == NONE) {
            Arrays.fill(places, begin, end, NONE);
            return;
        }
        for (int row = begin; row < end; row++) {
            places[row] = first + row - begin;
        }
    }
}
