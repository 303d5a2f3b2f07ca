// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * What is said about one of several cells that were measured side by side.
 *
 * @param verdict as judged, but "cannot tell" where chance among so many cells explains it
 * @param judgement what the cell alone shows
 * @param adjustedP Holm-adjusted probability in the direction of the difference, 0 to 1
 */
public record Confirmed(Verdict verdict, Judgement judgement, double adjustedP) {

    /** Whether the cell alone would be called slower or faster, and is not because it is one of many. */
    public boolean isTakenBack() {
        return verdict != judgement.verdict();
    }
}
