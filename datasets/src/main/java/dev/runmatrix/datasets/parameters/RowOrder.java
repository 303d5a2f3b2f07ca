// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

/** Order of the rows of a day. */
public enum RowOrder {
    /** All pods of the first hour, then all of the next. */
    HOUR_MAJOR,
    /** All hours of the first pod, then all of the next. */
    POD_MAJOR
}
