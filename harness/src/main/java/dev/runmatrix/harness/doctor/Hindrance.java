// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.Arrays;
import java.util.Optional;

/** What would end a run before it measured anything, in the order in which a run would meet it. */
public enum Hindrance {
    /** Wrong arguments or a wrong matrix. */
    CONFIGURATION(2),
    /** Another run on this machine. */
    LOCK(75),
    /** Input data that cannot be used. */
    DATA(65),
    /** A file that cannot be read or written. */
    FILES(74);

    private final int status;

    Hindrance(int status) {
        this.status = status;
    }

    /** Exit status of the run. */
    public int status() {
        return status;
    }

    /** The hindrance that ends a run with this status; empty for any other. */
    public static Optional<Hindrance> ofStatus(int status) {
        return Arrays.stream(values()).filter(h -> h.status == status).findFirst();
    }
}
