// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

/** How pods are spread over nodes and namespaces, and which labels they carry. */
public enum Profile {
    /** A namespace for each node; every pod has labels of its own, so there is a summary row for each pod and day. */
    A,
    /** Pods of a namespace go round all nodes and share their labels: a summary row for each namespace, node and day. */
    B
}
