// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

/** What became of the labels of a row. */
public enum LabelState {
    WHOLE,
    NULL,
    DAMAGED
}
