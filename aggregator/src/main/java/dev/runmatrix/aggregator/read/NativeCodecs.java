// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import com.github.luben.zstd.Zstd;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyError;

/**
 * Which native decompressors are at hand. They unpack themselves into the temporary directory, which may be full,
 * read-only or not allow programs.
 */
final class NativeCodecs {

    private NativeCodecs() {}

    static boolean hasSnappy() {
        return SnappyLibrary.LOADED;
    }

    static boolean hasZstd() {
        return ZstdLibrary.LOADED;
    }

    /** Loaded when it is asked for first. */
    private static final class SnappyLibrary {

        static final boolean LOADED = load();

        private static boolean load() {
            try {
                return Snappy.maxCompressedLength(1) > 0;
            } catch (LinkageError | SnappyError e) {
                return false;
            }
        }
    }

    /** Loaded when it is asked for first. */
    private static final class ZstdLibrary {

        static final boolean LOADED = load();

        private static boolean load() {
            try {
                return Zstd.compressBound(1) > 0;
            } catch (LinkageError e) {
                return false;
            }
        }
    }
}
