// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

/**
 * How much of the pod usage is damaged, each a share from 0 to 1 of the pod-hours, in steps of a millionth.
 *
 * @param absent rows that are missing
 * @param blankNode rows without a node
 * @param nullLabels rows whose labels are null
 * @param badJson rows whose labels are no valid JSON
 */
public record Dirt(double absent, double blankNode, double nullLabels, double badJson) {

    public static final Dirt NONE = new Dirt(0, 0, 0, 0);

    public Dirt {
        requireShare(absent);
        requireShare(blankNode);
        requireShare(nullLabels);
        requireShare(badJson);
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be from 0 to 1: " + share);
        }
    }
}
