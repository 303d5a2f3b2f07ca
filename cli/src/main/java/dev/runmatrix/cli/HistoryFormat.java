// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How a history is printed. */
enum HistoryFormat {
    /** For a terminal, 80 columns. */
    TEXT,
    /** For a comment in a review. */
    MD,
    /** A page of its own. */
    HTML,
    /** For programs. */
    JSON,
    /** CSV of the newest comparable runs for Apache Otava. */
    OTAVA
}
