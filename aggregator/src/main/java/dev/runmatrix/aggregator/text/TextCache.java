// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Remembers the numbers of texts that one thread met, so that a repeated text costs one look into a table and makes no
 * object. It is a shortcut, not the register: when it is full it learns no more, and if that turns out to miss too often
 * it forgets everything. Texts that come round again and again, but are more than fit, so are known for the most part.
 */
public final class TextCache {

    private static final int FIRST_SLOTS = 1 << 8;
    private static final int MOST_TEXTS = 1 << 18;

    /** The texts of a cache may take this part of the heap, but no more than suffices for nearly any input. */
    private static final int HEAP_SHARE = 32;

    private static final long ENOUGH_BYTES = 64L << 20;

    /** Misses of a full cache, for each text in it, before it forgets. */
    private static final int PATIENCE = 4;

    private static final int SHORT = 16;
    private static final byte[] NONE = {};

    private final TextNumbering numbering;
    private final long mostBytes;
    private long misses;
    private byte[][] texts = new byte[0][];
    private int[] hashes = {};
    private int[] ids = {};
    private final CRC32 checksum = new CRC32();
    private byte[] last = NONE;
    private int lastId;
    private int size;
    private long heldBytes;

    public TextCache(TextNumbering numbering) {
        this(numbering, Math.min(Runtime.getRuntime().maxMemory() / HEAP_SHARE, ENOUGH_BYTES));
    }

    /** A cache that learns nothing more when its texts have more than {@code mostBytes} bytes. */
    TextCache(TextNumbering numbering, long mostBytes) {
        this.numbering = numbering;
        this.mostBytes = mostBytes;
        forget();
    }

    /** The number of the text in {@code bytes[from, from + length)}. */
    public int idOf(byte[] bytes, int from, int length) {
        if (isLast(bytes, from, length)) {
            return lastId;
        }
        lastId = find(bytes, from, length);
        return lastId;
    }

    /** Where values are not in a dictionary, equal ones often follow each other. */
    private boolean isLast(byte[] bytes, int from, int length) {
        return last.length == length && last != NONE && Arrays.equals(last, 0, length, bytes, from, from + length);
    }

    private int find(byte[] bytes, int from, int length) {
        int hash = hash(bytes, from, length);
        int slot = hash & (hashes.length - 1);
        while (texts[slot] != NONE) {
            byte[] text = texts[slot];
            if (hashes[slot] == hash && Arrays.equals(text, 0, text.length, bytes, from, from + length)) {
                last = text;
                return ids[slot];
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        return learn(Arrays.copyOfRange(bytes, from, from + length), hash);
    }

    private int learn(byte[] text, int hash) {
        int id = numbering.idOf(text);
        last = text;
        if (size >= MOST_TEXTS || heldBytes > mostBytes) {
            misses++;
            if (misses <= (long) PATIENCE * size) {
                return id;
            }
            forget();
        } else if (size * 2 >= hashes.length) {
            grow();
        }
        put(text, hash, id);
        size++;
        heldBytes += text.length;
        return id;
    }

    private void put(byte[] text, int hash, int id) {
        int slot = hash & (hashes.length - 1);
        while (texts[slot] != NONE) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        // An empty text must not look like an empty slot.
        texts[slot] = text == NONE ? new byte[0] : text;
        hashes[slot] = hash;
        ids[slot] = id;
    }

    private void grow() {
        byte[][] oldTexts = texts;
        int[] oldHashes = hashes;
        int[] oldIds = ids;
        allocate(oldHashes.length * 2);
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldTexts[i] != NONE) {
                put(oldTexts[i], oldHashes[i], oldIds[i]);
            }
        }
    }

    private void forget() {
        allocate(FIRST_SLOTS);
        size = 0;
        heldBytes = 0;
        misses = 0;
    }

    private void allocate(int slots) {
        texts = new byte[slots][];
        Arrays.fill(texts, NONE);
        hashes = new int[slots];
        ids = new int[slots];
    }

    /** The JVM has fast code for the checksum; for a few bytes a loop is as good. */
    private int hash(byte[] bytes, int from, int length) {
        int hash = length;
        if (length > SHORT) {
            checksum.reset();
            checksum.update(bytes, from, length);
            hash += (int) checksum.getValue();
        } else {
            for (int i = from; i < from + length; i++) {
                hash = hash * 31 + bytes[i];
            }
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
