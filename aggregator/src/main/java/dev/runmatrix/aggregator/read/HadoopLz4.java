// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import io.airlift.compress.lz4.Lz4Decompressor;
import java.nio.ByteBuffer;

/**
 * The retired codec LZ4: frames of sizes (uncompressed, compressed, both big-endian) around LZ4 blocks. Some writers
 * left the frames out.
 */
final class HadoopLz4 {

    private static final int FRAME_HEADER = 8;

    private HadoopLz4() {}

    static int decompress(byte[] in, int from, int length, byte[] out, int outFrom, int outLength) {
        if (!isFramed(in, from, length, outLength)) {
            return new Lz4Decompressor().decompress(in, from, length, out, outFrom, outLength);
        }
        ByteBuffer frames = ByteBuffer.wrap(in, from, length);
        int written = 0;
        while (frames.remaining() >= FRAME_HEADER) {
            int size = frames.getInt();
            int compressed = frames.getInt();
            if (size < 0 || size > outLength - written || compressed < 0 || compressed > frames.remaining()) {
                throw new MalformedException("a frame of an LZ4 page does not fit");
            }
            written += new Lz4Decompressor()
                    .decompress(in, frames.position(), compressed, out, outFrom + written, outLength - written);
            frames.position(frames.position() + compressed);
        }
        return written;
    }

    private static boolean isFramed(byte[] in, int from, int length, int outLength) {
        if (length < FRAME_HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(in, from, FRAME_HEADER);
        int size = header.getInt();
        int compressed = header.getInt();
        return size >= 0 && size <= outLength && compressed >= 0 && compressed <= length - FRAME_HEADER;
    }
}
