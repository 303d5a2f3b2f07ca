// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import java.util.Arrays;

/** Numbers the distinct values of a column in order of appearance. */
final class Entries {

    private static final int FREE = -1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[256];
    private int[] slots = new int[512];
    private int size;
    private int last = FREE;

    Entries() {
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    long key(int entry) {
        return keys[entry];
    }

    /** The entry of a value, made if there was none. */
    int indexOf(long key) {
        if (last != FREE && keys[last] == key) {
            return last;
        }
        int mask = slots.length - 1;
        int slot = slotOf(key, mask);
        while (slots[slot] != FREE) {
            if (keys[slots[slot]] == key) {
                last = slots[slot];
                return last;
            }
            slot = (slot + 1) & mask;
        }
        if (size == keys.length) {
            grow();
            return indexOf(key);
        }
        keys[size] = key;
        slots[slot] = size;
        last = size++;
        return last;
    }

    private static int slotOf(long key, int mask) {
        long mixed = key * GOLDEN;
        return (int) (mixed >>> 32) & mask;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        slots = new int[4 * size];
        Arrays.fill(slots, FREE);
        int mask = slots.length - 1;
        for (int entry = 0; entry < size; entry++) {
            int slot = slotOf(keys[entry], mask);
            while (slots[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = entry;
        }
    }
}
