// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/**
 * A column of a table for a terminal.
 *
 * @param heading what stands above it, may be empty
 * @param align on which side its values stand
 * @param fit what becomes of values for which there is no room
 * @param least columns of the terminal that it takes at least
 * @param state whether its values are words for states, which have colours
 */
record Column(String heading, Align align, Fit fit, int least, boolean state) {

    /** On which side of a column its values stand. */
    enum Align {
        LEFT,
        RIGHT,
        /** Right if all values are numbers. */
        BY_CONTENT
    }

    /** What becomes of values for which there is no room. */
    enum Fit {
        WHOLE,
        CUT,
        WRAPPED
    }

    static Column of(String heading) {
        return new Column(heading, Align.BY_CONTENT, Fit.WHOLE, 0, false);
    }

    static Column left(String heading) {
        return new Column(heading, Align.LEFT, Fit.WHOLE, 0, false);
    }

    static Column right(String heading) {
        return new Column(heading, Align.RIGHT, Fit.WHOLE, 0, false);
    }

    /** Of text that is cut where the line is full. */
    static Column flexible(String heading) {
        return new Column(heading, Align.LEFT, Fit.CUT, 0, false);
    }

    /** Of text that goes on in the next line where the line is full. */
    static Column wrapped(String heading) {
        return new Column(heading, Align.LEFT, Fit.WRAPPED, 0, false);
    }

    static Column state(String heading) {
        return new Column(heading, Align.LEFT, Fit.WHOLE, 0, true);
    }

    Column atLeast(int columns) {
        return new Column(heading, align, fit, columns, state);
    }

    Column onTheRight() {
        return new Column(heading, Align.RIGHT, fit, least, state);
    }
}
