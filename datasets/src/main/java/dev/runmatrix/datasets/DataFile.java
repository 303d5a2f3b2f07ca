// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

/**
 * A Parquet file of a dataset.
 *
 * @param path where, relative to the data directory, with slashes
 * @param rows rows of its footer
 * @param bytes its size
 * @param sha256 hash of its bytes, hexadecimal
 */
public record DataFile(String path, long rows, long bytes, String sha256) {}
