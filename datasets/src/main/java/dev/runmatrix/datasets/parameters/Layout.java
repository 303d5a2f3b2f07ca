// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

/** Directories, column types and file sizes. */
public enum Layout {
    /** A file for each table and day, nanosecond timestamps, blank names null, whole-number capacities, an index column. */
    POC,
    /** A directory for each table and month, files of at most 200 000 rows, millisecond timestamps, effective usage. */
    KOKU
}
