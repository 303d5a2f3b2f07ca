// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

/** How many labels a pod carries. */
public enum LabelRichness {
    /** The labels of the profile alone. */
    PLAIN,
    /** Besides them three labels that differ for each pod and that no summary asks for. */
    RICH
}
