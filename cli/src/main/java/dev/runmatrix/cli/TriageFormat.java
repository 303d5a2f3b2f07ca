// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How {@code triage} writes what it found. */
enum TriageFormat {
    /** For a terminal. */
    TEXT,
    /** Markdown. */
    MD,
    /** A page that reaches nothing outside. */
    HTML,
    /** For programs. */
    JSON
}
