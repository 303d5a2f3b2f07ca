// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.OptionalLong;

/**
 * An input of the run.
 *
 * @param name value of the {@code dataset} axis
 * @param podRows rows of pod usage
 * @param files Parquet files of all tables
 * @param bytes size of these files
 * @param outputRows rows that a right summary has; absent where nobody knows before it is made
 * @param digest SHA-256 of the manifest, which pins parameters, rows and sums
 * @param description one line: profile, days, nodes, pods, values, layout; or where it was imported from
 */
public record DatasetFacts(
        String name, long podRows, int files, long bytes, OptionalLong outputRows, String digest, String description) {

    /** An input of which the summary's rows are known. */
    public DatasetFacts(
            String name, long podRows, int files, long bytes, long outputRows, String digest, String description) {
        this(name, podRows, files, bytes, OptionalLong.of(outputRows), digest, description);
    }
}
