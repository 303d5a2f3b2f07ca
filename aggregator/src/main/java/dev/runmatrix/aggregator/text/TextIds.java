// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the distinct texts of one run, from 0 up; the same text has the same number everywhere. Thread-safe. */
public final class TextIds implements TextNumbering {

    /** Stands for null where a column may hold it. */
    public static final int NULL = -1;

    private final Map<Key, Integer> ids = new HashMap<>();
    private final List<byte[]> texts = new ArrayList<>();

    /** The number of a text; malformed UTF-8 is repaired first. The bytes become this object's own. */
    @Override
    public int idOf(byte[] bytes) {
        byte[] text = Utf8.wellFormed(bytes);
        Key key = new Key(text);
        synchronized (this) {
            Integer known = ids.putIfAbsent(key, texts.size());
            if (known != null) {
                return known;
            }
            texts.add(text);
            return texts.size() - 1;
        }
    }

    /** The text of a number. */
    public synchronized byte[] text(int id) {
        return texts.get(id);
    }

    /** How many texts are numbered so far. */
    public synchronized int size() {
        return texts.size();
    }

    private static final class Key {

        private final byte[] bytes;
        private final int hash;

        Key(byte[] bytes) {
            this.bytes = bytes;
            hash = Arrays.hashCode(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
