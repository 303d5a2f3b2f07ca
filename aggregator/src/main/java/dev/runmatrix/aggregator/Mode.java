// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

/** How much of the input is held at a time. */
public enum Mode {
    /** Row groups are read into columns whole, up to a fixed number of rows, then folded. */
    IN_MEMORY("in-memory"),
    /** Chunks of a given number of rows are read and folded one after the other. */
    STREAMING("streaming"),
    /** One of the others, and its settings, as the input, the processors and the memory suggest. */
    AUTO("auto");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
