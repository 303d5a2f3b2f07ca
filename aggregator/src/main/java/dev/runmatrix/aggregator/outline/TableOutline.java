// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.outline;

/**
 * One table of an input.
 *
 * @param name as directories and files are named after it
 * @param files Parquet files
 * @param rowGroups row groups that have rows
 * @param rows rows
 * @param bytes bytes in the files of the columns that are read
 */
public record TableOutline(String name, int files, int rowGroups, long rows, long bytes) {}
