// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

/**
 * What must be the same in two runs for a cell to be the same.
 *
 * @param cellId digest of its axes and values
 * @param datasetDigest digest of the data that it reads
 * @param jvm version, collector and greatest heap of its forks as they told; empty where none did
 */
public record CellKey(String cellId, String datasetDigest, String jvm) {

    /** This cell, its forks told to have had this JVM. */
    CellKey in(String told) {
        return new CellKey(cellId, datasetDigest, told);
    }
}
