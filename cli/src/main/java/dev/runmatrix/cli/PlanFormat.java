// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How {@code plan} writes a plan. */
enum PlanFormat {
    /** For people. */
    TABLE,
    /** A matrix file with everything resolved. */
    YAML,
    /** For programs. */
    JSON
}
