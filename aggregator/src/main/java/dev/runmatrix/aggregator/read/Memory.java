// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/** Refuses what a file claims to need and this process cannot give. */
final class Memory {

    private static final int LARGEST_SHARE = 3;

    private Memory() {}

    /** Fails if {@code bytes} are more than a third of the largest heap. */
    static void require(long bytes, String what) {
        long most = Runtime.getRuntime().maxMemory() / LARGEST_SHARE;
        if (bytes > most) {
            throw new MalformedException(what + " claims " + bytes + " bytes, more than a third of the heap;"
                    + " if the file is sound, allow a larger heap (-Xmx)");
        }
    }
}
