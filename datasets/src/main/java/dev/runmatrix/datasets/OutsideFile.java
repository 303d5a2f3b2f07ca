// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.util.Optional;

/**
 * A Parquet file that stays where it was when it was imported.
 *
 * @param path where, relative to the location of the dataset, with slashes
 * @param table what its rows are
 * @param rows rows of its footer
 * @param bytes its size
 * @param modified when it was changed last, as its file system tells; absent elsewhere
 * @param footerSha256 hash of its footer, hexadecimal
 */
public record OutsideFile(
        String path, String table, long rows, long bytes, Optional<String> modified, String footerSha256) {}
