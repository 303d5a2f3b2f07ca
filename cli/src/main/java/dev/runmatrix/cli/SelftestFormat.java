// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How {@code selftest} tells what it found. */
enum SelftestFormat {
    TEXT,
    JSON
}
