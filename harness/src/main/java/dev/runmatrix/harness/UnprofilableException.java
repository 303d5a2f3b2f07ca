// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

/** A cell of which no profile can be made; the message says why and names the way out. */
public final class UnprofilableException extends Exception {

    private final boolean failed;

    UnprofilableException(String message, boolean failed) {
        super(message);
        this.failed = failed;
    }

    /** Whether the cell itself fails; else it is of a kind that cannot be recorded. */
    public boolean isOfAFailingCell() {
        return failed;
    }
}
