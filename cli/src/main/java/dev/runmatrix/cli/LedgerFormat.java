// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How a ledger is printed. */
enum LedgerFormat {
    /** For a terminal. */
    TEXT,
    /** For programs. */
    JSON
}
