// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.util.Arrays;

/**
 * Numbers the distinct keys, each a long and an int, from 0 up in order of appearance. Input is often the same sequence
 * of keys again and again, so the key that followed the last one the last time is tried first.
 */
final class PairIndex {

    /** What a key takes: itself, a follower and two slots. */
    static final int KEY_BYTES = Long.BYTES + 4 * Integer.BYTES;

    private static final int FIRST_CAPACITY = 1 << 4;
    private static final int FREE = -1;

    private int[] slots = new int[2 * FIRST_CAPACITY];
    private long[] firsts = new long[FIRST_CAPACITY];
    private int[] seconds = new int[FIRST_CAPACITY];
    private int[] followers = new int[FIRST_CAPACITY];
    private int size;
    private int last;

    PairIndex() {
        Arrays.fill(slots, FREE);
    }

    int size() {
        return size;
    }

    /** How many keys there is room for before arrays grow. */
    int capacity() {
        return firsts.length;
    }

    long first(int number) {
        return firsts[number];
    }

    int second(int number) {
        return seconds[number];
    }

    /** The number of a key, which is {@link #size} before the call if the key is new. */
    int numberOf(long first, int second) {
        int guess = followers[last];
        if (guess < size && firsts[guess] == first && seconds[guess] == second) {
            last = guess;
            return guess;
        }
        int number = find(first, second);
        followers[last] = number;
        last = number;
        return number;
    }

    /** The number of a key, or -1. Changes nothing, so threads may share an index that no longer grows. */
    int lookUp(long first, int second) {
        int mask = slots.length - 1;
        int slot = Hash.of(first, second) & mask;
        while (slots[slot] != FREE) {
            int number = slots[slot];
            if (firsts[number] == first && seconds[number] == second) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private int find(long first, int second) {
        int mask = slots.length - 1;
        int slot = Hash.of(first, second) & mask;
        while (slots[slot] != FREE) {
            int number = slots[slot];
            if (firsts[number] == first && seconds[number] == second) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        if (size == firsts.length) {
            grow();
            return find(first, second);
        }
        slots[slot] = size;
        firsts[size] = first;
        seconds[size] = second;
        // The next new key is likely to follow this one again.
        followers[size] = size + 1;
        return size++;
    }

    private void grow() {
        int capacity = 2 * firsts.length;
        firsts = Arrays.copyOf(firsts, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        followers = Arrays.copyOf(followers, capacity);
        slots = new int[2 * capacity];
        Arrays.fill(slots, FREE);
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = Hash.of(firsts[number], seconds[number]) & mask;
            while (slots[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number;
        }
    }

    /** Forgets all keys but keeps the room. */
    void clear() {
        Arrays.fill(slots, FREE);
        followers[0] = 0;
        size = 0;
        last = 0;
    }
}
