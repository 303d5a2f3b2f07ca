// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

/** Compression of the data pages. */
public enum Codec {
    UNCOMPRESSED,
    SNAPPY,
    GZIP,
    ZSTD
}
