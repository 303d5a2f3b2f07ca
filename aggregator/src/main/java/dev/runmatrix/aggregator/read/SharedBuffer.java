// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** A byte array that grows; one thread's columns share it in turn. It counts the pages
 * that were read into it, and how long that took. */
final class SharedBuffer {

    private byte[] bytes = new byte[1 << 16];
    private long bytesRead;
    private long readNanos;

    byte[] bytes() {
        return bytes;
    }

    /** Takes note of a page. */
    void countRead(int count) {
        bytesRead += count;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** Takes note of the time of a read. */
    void countTime(long nanos) {
        readNanos += nanos;
    }

    long readNanos() {
        return readNanos;
    }

    /** The array, grown to at least {@code size} bytes; the first {@code kept} stay. */
    byte[] ensure(int size, int kept) {
        if (bytes.length < size) {
            Memory.require(size, "a page");
            byte[] grown = new byte[size];
            System.arraycopy(bytes, 0, grown, 0, kept);
            bytes = grown;
        }
        return bytes;
    }
}
