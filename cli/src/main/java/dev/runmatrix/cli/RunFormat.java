// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How a command that measures says what it came to. */
enum RunFormat {
    /** Tables and sentences, and the files that were written. */
    TEXT,
    /** One document for programs, and nothing else. */
    JSON
}
