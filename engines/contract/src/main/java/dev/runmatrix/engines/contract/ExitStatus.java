// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

/** How an engine's process ends; the numbers are those of {@code ./run-matrix aggregate}. */
public enum ExitStatus {
    /** The summary is written, whole. */
    OK(0),
    /** Wrong arguments, or the output exists already. */
    USAGE(2),
    /** The work does not fit into the memory that the engine may take. */
    OUT_OF_MEMORY(3),
    /** Input or parameters that cannot be used: missing, cut short, not Parquet, a column missing. */
    DATA(65),
    /** A bug in the engine. */
    BUG(70),
    /** A file or another machine could not be read or written: no space, no permission, connection lost. */
    IO(74);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }
}
