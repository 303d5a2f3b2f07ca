// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

/** Why the watch ended. */
public enum LiveEnd {
    /** The time was up and the process goes on. */
    TIME_UP,
    /** The process ended. */
    PROCESS_ENDED,
    /** The user had seen enough. */
    INTERRUPTED
}
