// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

/**
 * An input of the run.
 *
 * @param name value of the {@code dataset} axis
 * @param podRows rows of pod usage
 * @param files Parquet files of all tables
 * @param bytes size of these files
 * @param outputRows rows that a right summary has
 * @param digest SHA-256 of the manifest, which pins parameters, rows and sums
 * @param description one line: profile, days, nodes, pods, values, layout
 */
public record DatasetFacts(
        String name, long podRows, int files, long bytes, long outputRows, String digest, String description) {}
