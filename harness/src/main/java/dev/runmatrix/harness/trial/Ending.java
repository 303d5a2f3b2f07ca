// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

/** What ended a process. */
enum Ending {
    /** The process itself, or somebody outside the harness. */
    BY_ITSELF,
    /** The harness, because the process lived too long. */
    TIMEOUT,
    /** The harness, because the process did nothing for too long. */
    STALL,
    /** The harness, because it was told to stop. */
    STOPPED
}
