// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How {@code compare} writes what it found. */
enum CompareFormat {
    /** For a terminal, 80 columns. */
    TEXT,
    /** For a comment in a review. */
    MD,
    /** For programs. */
    JSON
}
