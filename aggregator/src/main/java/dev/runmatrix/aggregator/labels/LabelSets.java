// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.labels;

import dev.runmatrix.aggregator.text.CanonicalJson;
import dev.runmatrix.aggregator.text.TextNumbering;
import dev.runmatrix.aggregator.text.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the distinct label sets of one run, reduced to the enabled keys. A set is a sorted array of pairs (key, value)
 * of small numbers, so that sets are compared and merged without touching text. Thread-safe.
 */
public final class LabelSets implements TextNumbering {

    /** The set of a text that is neither empty nor readable; it has no member. */
    public static final int BAD = 0;

    /** The set without members. */
    public static final int EMPTY = 1;

    /** Always kept: it names virtual machines. */
    private static final String ALWAYS_ENABLED = "vm_kubevirt_io_name";

    private final Map<String, Integer> keyIndex = new HashMap<>();
    private final byte[][] keyTexts;
    private final Map<String, Integer> valueIds = new HashMap<>();
    private final List<byte[]> valueTexts = new ArrayList<>();
    private final Map<Members, Integer> setIds = new HashMap<>();
    private final List<Members> sets = new ArrayList<>();
    private volatile byte[][] canonicalTexts = new byte[64][];
    private volatile int canonicalCount;

    public LabelSets(Collection<String> enabledKeys) {
        Set<String> keys = new LinkedHashSet<>(enabledKeys);
        keys.add(ALWAYS_ENABLED);
        List<String> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparing(Utf8::toBytes, Arrays::compareUnsigned));
        keyTexts = new byte[sorted.size()][];
        for (int i = 0; i < keyTexts.length; i++) {
            keyIndex.put(sorted.get(i), i);
            keyTexts[i] = Utf8.toBytes(quoted(sorted.get(i)) + ":");
        }
        sets.add(new Members(new int[0]));
        number(new Members(new int[0]));
    }

    /** The number of the label set that a text stands for. */
    @Override
    public int idOf(byte[] text) {
        Map<String, String> kept = new HashMap<>();
        boolean good = LabelText.read(Utf8.toText(text), (key, value) -> {
            if (keyIndex.containsKey(key)) {
                kept.put(key, value.map(LabelSets::quoted).orElse("null"));
            }
        });
        return good ? number(kept) : BAD;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2);
        CanonicalJson.appendString(quoted, text);
        return quoted.toString();
    }

    private synchronized int number(Map<String, String> kept) {
        int[] pairs = new int[2 * kept.size()];
        int at = 0;
        for (int key : kept.keySet().stream().mapToInt(this::indexOf).sorted().toArray()) {
            pairs[at] = key;
            at += 2;
        }
        kept.forEach((key, json) -> pairs[2 * position(pairs, indexOf(key)) + 1] = valueId(json));
        return number(new Members(pairs));
    }

    private int indexOf(String enabledKey) {
        return keyIndex.getOrDefault(enabledKey, -1);
    }

    private static int position(int[] pairs, int key) {
        int position = 0;
        while (pairs[2 * position] != key) {
            position++;
        }
        return position;
    }

    private int valueId(String json) {
        Integer known = valueIds.putIfAbsent(json, valueTexts.size());
        if (known != null) {
            return known;
        }
        valueTexts.add(Utf8.toBytes(json));
        return valueTexts.size() - 1;
    }

    private int number(Members members) {
        Integer known = setIds.putIfAbsent(members, sets.size());
        if (known != null) {
            return known;
        }
        sets.add(members);
        return sets.size() - 1;
    }

    /** The number of {@code base} with the members of {@code over} added, replacing those of the same key. */
    public synchronized int merge(int base, int over) {
        if (base <= EMPTY) {
            return Math.max(over, EMPTY);
        }
        if (over <= EMPTY) {
            return base;
        }
        return number(sets.get(base).with(sets.get(over)));
    }

    /** The canonical text: keys in code point order, no whitespace. Not to be changed. */
    public byte[] canonicalText(int set) {
        if (set >= canonicalCount) {
            writeAll();
        }
        return canonicalTexts[set];
    }

    /** Writes the texts of all sets that are new. Texts are in the array before the count says so. */
    private synchronized void writeAll() {
        int count = canonicalCount;
        if (canonicalTexts.length < sets.size()) {
            canonicalTexts = Arrays.copyOf(canonicalTexts, 2 * sets.size());
        }
        while (count < sets.size()) {
            canonicalTexts[count] = write(count);
            count++;
        }
        canonicalCount = count;
    }

    private byte[] write(int set) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] pairs = sets.get(set).pairs;
        out.write('{');
        for (int i = 0; i < pairs.length; i += 2) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(keyTexts[pairs[i]]);
            out.writeBytes(valueTexts.get(pairs[i + 1]));
        }
        out.write('}');
        return out.toByteArray();
    }

    /** Pairs of key and value numbers, ascending by key. */
    private static final class Members {

        private final int[] pairs;

        Members(int[] pairs) {
            this.pairs = pairs;
        }

        Members with(Members over) {
            int[] merged = new int[pairs.length + over.pairs.length];
            int length = 0;
            int i = 0;
            int j = 0;
            while (i < pairs.length || j < over.pairs.length) {
                boolean mine = j == over.pairs.length || (i < pairs.length && pairs[i] < over.pairs[j]);
                boolean both = !mine && i < pairs.length && pairs[i] == over.pairs[j];
                int[] from = mine ? pairs : over.pairs;
                int at = mine ? i : j;
                merged[length++] = from[at];
                merged[length++] = from[at + 1];
                i += mine || both ? 2 : 0;
                j += mine ? 0 : 2;
            }
            return new Members(Arrays.copyOf(merged, length));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Members members && Arrays.equals(pairs, members.pairs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(pairs);
        }
    }
}
