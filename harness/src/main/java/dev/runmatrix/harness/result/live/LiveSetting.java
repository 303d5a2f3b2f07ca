// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

/**
 * A setting that the process was given.
 *
 * @param key as in a matrix: {@code mode}, {@code parallel_chunks}, {@code max_workers}, {@code chunk_size}
 * @param value as it is written
 * @param written the words in which it is written, {@code --max-workers 4} or {@code performance.max_workers: 4}
 * @param where the command line, or file and line
 * @param inCommand whether it stands in the command line
 */
public record LiveSetting(String key, String value, String written, String where, boolean inCommand) {}
