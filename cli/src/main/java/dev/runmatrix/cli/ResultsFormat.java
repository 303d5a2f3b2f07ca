// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How stored runs are shown. */
enum ResultsFormat {
    /** For people, 80 columns. */
    TABLE,
    /** For programs. */
    JSON
}
