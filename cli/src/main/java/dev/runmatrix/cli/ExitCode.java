// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.Arrays;
import java.util.Optional;

/** Exit statuses of every command, in the order in which a worse one hides a better one. */
public enum ExitCode {
    /** Wrong arguments or configuration. */
    USAGE(2),
    /** A bug in run-matrix. */
    INTERNAL(70),
    /** Input data that cannot be used: missing, truncated, not Parquet, a column missing. */
    DATA(65),
    /** A file could not be read or written: no space, no permission. */
    IO(74),
    /** Another run on this machine is measuring. */
    LOCKED(75),
    /** Some output differs from what it must be. */
    WRONG_OUTPUT(4),
    /** Some cell crashed, ran out of memory or timed out. */
    CELL_FAILED(3),
    /** Something takes more than it may; only where somebody asked to be told so. */
    REGRESSION(1),
    /** Nothing could be told; only where somebody asked for a strict answer. */
    INCONCLUSIVE(5),
    /** Done; forks that were not made because the time for measuring was used up are no failure. */
    OK(0);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The worse of two statuses; one that is none of these, that of a signal, is the worst. */
    static int worse(int status, int other) {
        Optional<ExitCode> code = ofStatus(status);
        Optional<ExitCode> otherCode = ofStatus(other);
        if (code.isEmpty() || otherCode.isEmpty()) {
            return code.isEmpty() ? status : other;
        }
        return code.get().compareTo(otherCode.get()) <= 0 ? status : other;
    }

    /** The code with this status, absent for a status that is none of ours. */
    public static Optional<ExitCode> ofStatus(int status) {
        return Arrays.stream(values()).filter(code -> code.status == status).findFirst();
    }
}
