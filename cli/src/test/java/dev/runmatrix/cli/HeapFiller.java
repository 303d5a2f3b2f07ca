// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.ArrayList;
import java.util.List;

/** A program whose heap is full of what it still needs, so that it does little but collect garbage. */
final class HeapFiller {

    private HeapFiller() {}

    public static void main(String[] args) {
        List<byte[]> kept = new ArrayList<>();
        long room = Runtime.getRuntime().maxMemory();
        for (long held = 0; held < room * 7 / 10; held += 1100) {
            kept.add(new byte[1024]);
        }
        for (int next = 0; ; next = (next + 7919) % kept.size()) {
            kept.set(next, new byte[1024]);
        }
    }
}
