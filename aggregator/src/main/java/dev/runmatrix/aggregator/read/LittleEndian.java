// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** Numbers in byte arrays, lowest byte first. */
final class LittleEndian {

    private LittleEndian() {}

    static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | ((bytes[at + 1] & 0xFF) << 8)
                | ((bytes[at + 2] & 0xFF) << 16)
                | (bytes[at + 3] << 24);
    }

    static long unsignedInt(byte[] bytes, int at) {
        return int32(bytes, at) & 0xFFFF_FFFFL;
    }

    static long int64(byte[] bytes, int at) {
        return unsignedInt(bytes, at) | ((long) int32(bytes, at + Integer.BYTES) << Integer.SIZE);
    }
}
