// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.util.Optional;

/**
 * A Parquet file that stays where it was when it was imported.
 *
 * @param path where, relative to the location of the dataset, with slashes
 * @param table what its rows are
 * @param rows its rows; absent where its footer was not read
 * @param bytes its size
 * @param modified when it was changed last, as its file system tells; absent in a bucket
 * @param footerSha256 hash of its footer, hexadecimal; absent where that was not read
 * @param etag what a bucket calls its content; absent outside of buckets
 */
public record OutsideFile(
        String path,
        String table,
        Optional<Long> rows,
        long bytes,
        Optional<String> modified,
        Optional<String> footerSha256,
        Optional<String> etag) {}
