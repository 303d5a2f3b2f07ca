// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.content.Tally;
import java.util.Optional;

/**
 * A file that is on the disk.
 *
 * @param planned what was asked for
 * @param rows rows written
 * @param bytes size of the file
 * @param sha256 hash of the file, hexadecimal
 * @param tally what the rows add up to; absent for tables other than pod usage
 */
public record WrittenFile(PlannedFile planned, long rows, long bytes, String sha256, Optional<Tally> tally) {}
