// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

/** What became of one planned fork. */
public enum ForkOutcome {
    /** It ran to its end, undisturbed, and its output is not known to be wrong. */
    CLEAN,
    /** It ran to its end while other processes or the hypervisor took more than the tolerated share. */
    CONTAMINATED,
    /** It ended without a result. */
    FAILED,
    /** It outlived its limit or stopped making progress, and was killed. */
    TIMED_OUT,
    /** It ran to its end, and its output differs from what it must be. */
    WRONG_OUTPUT,
    /** There is no attempt of it, by a rule about its cell. */
    SKIPPED,
    /** There is no attempt of it, because the run went no further. */
    NOT_RUN;

    /** Whether it ran to its end with an output not known to be wrong. */
    public boolean isOk() {
        return this == CLEAN || this == CONTAMINATED;
    }

    /** Whether it ended without a result. */
    public boolean isFailure() {
        return this == FAILED || this == TIMED_OUT;
    }

    /** Whether it was never made. */
    public boolean isMissing() {
        return this == SKIPPED || this == NOT_RUN;
    }
}
