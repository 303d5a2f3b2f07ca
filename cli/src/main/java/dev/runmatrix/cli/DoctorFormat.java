// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** How {@code doctor} writes what it found. */
enum DoctorFormat {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON
}
