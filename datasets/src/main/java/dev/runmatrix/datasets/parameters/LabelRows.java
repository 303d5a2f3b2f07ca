// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

/** How often the labels of a node or a namespace are repeated within an hour. */
public enum LabelRows {
    /** One row for each node, or namespace, and hour. */
    PER_NODE,
    /** One row for each pod and hour: many equal rows. */
    PER_POD
}
