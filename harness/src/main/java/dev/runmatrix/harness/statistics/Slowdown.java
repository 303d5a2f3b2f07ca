// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/** What kind of slowdown wall and CPU seconds of the same forks make together. */
public enum Slowdown {
    /** Both take more: there is more work. */
    MORE_WORK,
    /** Wall takes more and CPU does not: the forks wait more, or use fewer cores. */
    LESS_PARALLEL,
    /** The same, while other processes or the hypervisor took time: the machine may be all there is to it, so nothing fails. */
    MACHINE,
    /** Wall takes more, and of CPU nothing can be told. */
    UNKNOWN,
    /** Wall does not take more. */
    NONE;

    /**
     * Reads two verdicts together.
     *
     * @param wall verdict on wall seconds
     * @param cpu verdict on CPU seconds of the same forks
     * @param disturbed whether other load was measured beside them
     */
    public static Slowdown of(Verdict wall, Verdict cpu, boolean disturbed) {
        if (wall != Verdict.SLOWER) {
            return NONE;
        }
        return switch (cpu) {
            case SLOWER -> MORE_WORK;
            case WITHIN, FASTER -> disturbed ? MACHINE : LESS_PARALLEL;
            case CANNOT_TELL, TOO_FEW_FORKS -> disturbed ? MACHINE : UNKNOWN;
        };
    }
}
