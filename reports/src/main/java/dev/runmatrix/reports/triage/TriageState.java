// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

/** What a process is found to be in. */
public enum TriageState {
    STOPPED,
    THROTTLED,
    MEMORY,
    STORAGE,
    SINGLE_CORE,
    /** Other programs have the processors that it wants. */
    HELD_BACK,
    UNDER_USED,
    WAITING,
    HEALTHY,
    CANNOT_TELL
}
