// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

/**
 * The two builds that a run measures in turns.
 *
 * @param base the build that is compared with
 * @param head the build that is judged
 */
public record BuildPair(BuildFacts base, BuildFacts head) {

    /** Whether both are certain to be the same program, so that what they differ by is noise. */
    public boolean isSameProgram() {
        return base.isSameAs(head);
    }
}
