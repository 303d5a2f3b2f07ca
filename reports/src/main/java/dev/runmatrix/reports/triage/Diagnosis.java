// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

/** What a rule may state, in the order in which one statement goes before another. */
public enum Diagnosis {
    TOO_SHORT(TriageState.CANNOT_TELL),
    STOPPED(TriageState.STOPPED),
    THROTTLED(TriageState.THROTTLED),
    SWAPPING(TriageState.MEMORY),
    COLLECTING_GARBAGE(TriageState.MEMORY),
    NEAR_MEMORY_LIMIT(TriageState.MEMORY),
    WAITING_FOR_STORAGE(TriageState.STORAGE),
    HELD_BACK(TriageState.HELD_BACK),
    ONE_THREAD_WORKS(TriageState.SINGLE_CORE),
    TAKING_TURNS(TriageState.WAITING),
    FEWER_THAN_REQUESTED(TriageState.UNDER_USED),
    IDLE(TriageState.WAITING),
    MOSTLY_WAITING(TriageState.WAITING),
    BUSY_IN_PARALLEL(TriageState.HEALTHY),
    BUSY_SINGLE_THREAD(TriageState.HEALTHY),
    BUSY(TriageState.HEALTHY),
    /** No state of the process: others were at work on the machine. */
    NOISE(TriageState.CANNOT_TELL);

    private final TriageState state;

    Diagnosis(TriageState state) {
        this.state = state;
    }

    public TriageState state() {
        return state;
    }
}
