// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import org.apache.parquet.format.CompressionCodec;

/**
 * One column of one row group, as the footer describes it.
 *
 * @param start position of its first page in the file
 * @param length bytes of all its pages
 * @param uncompressedLength the same before they were compressed, as the footer claims; at least 0
 * @param values number of its values, nulls included
 * @param codec how its pages are compressed
 */
record Chunk(long start, long length, long uncompressedLength, long values, CompressionCodec codec) {}
