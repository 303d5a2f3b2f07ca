// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.util.Arrays;

/**
 * The groups of a slice of rows, as stretches: consecutive rows that are of consecutive groups, or all of the same, or of
 * none. Where input repeats the same sequence, or has the rows of a group together, a slice is few stretches, and a
 * column is added up without looking at a group per row.
 */
final class RowGroups {

    /** The group of rows that belong to none. */
    static final int NONE = -1;

    /** Stretches shorter than this on average cost more than looking at each row. */
    private static final int SHORT = 8;

    private final int[] begins;
    private final int[] firsts;
    private final int[] steps;
    private final int[] places;
    private int stretches;
    private int rows;
    private boolean placesFilled;

    RowGroups(int sliceRows) {
        begins = new int[sliceRows + 1];
        firsts = new int[sliceRows];
        steps = new int[sliceRows];
        places = new int[sliceRows];
    }

    /** Begins a new slice. */
    void clear() {
        stretches = 0;
        rows = 0;
        placesFilled = false;
    }

    /** Appends rows of group {@code first} and those numbered after it. */
    void appendRun(int first, int count) {
        int last = stretches - 1;
        boolean more = stretches > 0 && firsts[last] != NONE && first == firsts[last] + rows - begins[last];
        if (more && (steps[last] == 1 || rows - begins[last] == 1)) {
            steps[last] = 1;
            extend(count);
        } else {
            add(first, 1, count);
        }
    }

    /** Appends rows that are all of one group, or of none. */
    void appendSame(int group, int count) {
        int last = stretches - 1;
        boolean more = stretches > 0 && group == firsts[last];
        if (more && (steps[last] == 0 || rows - begins[last] == 1)) {
            steps[last] = 0;
            extend(count);
        } else {
            add(group, 0, count);
        }
    }

    private void add(int first, int step, int count) {
        begins[stretches] = rows;
        firsts[stretches] = first;
        steps[stretches] = step;
        stretches++;
        extend(count);
    }

    private void extend(int count) {
        rows += count;
        begins[stretches] = rows;
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

    /** Whether the rows of a stretch are all of one group, and not of one after the other. */
    boolean isSame(int stretch) {
        return steps[stretch] == 0;
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
        if (steps[stretch] == 0) {
            Arrays.fill(places, begin, end, first);
            return;
        }
        for (int row = begin; row < end; row++) {
            places[row] = first + row - begin;
        }
    }
}
