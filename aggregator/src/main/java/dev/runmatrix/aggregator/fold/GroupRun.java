// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

/**
 * Sorted groups of one day in a temporary file.
 *
 * @param file the file
 * @param position where they begin
 * @param bytes their length
 */
record GroupRun(SpillFile file, long position, long bytes) {

    /** Most groups that this can be. */
    long mostGroups() {
        return bytes / RunReader.LEAST_GROUP_BYTES;
    }
}
