// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.parquet.format.CompressionCodec;

/** How the pages of a Parquet file are compressed. */
public enum Compression {
    /** Fast, and read by everything. */
    SNAPPY(CompressionCodec.SNAPPY),
    /** Smaller, for some more time. */
    ZSTD(CompressionCodec.ZSTD);

    private final CompressionCodec codec;

    Compression(CompressionCodec codec) {
        this.codec = codec;
    }

    CompressionCodec codec() {
        return codec;
    }

    /** The compression of a name such as {@code zstd}; none if there is no such. */
    public static Optional<Compression> named(String name) {
        return Arrays.stream(values())
                .filter(compression -> compression.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
