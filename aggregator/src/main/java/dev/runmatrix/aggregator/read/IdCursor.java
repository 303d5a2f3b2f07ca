// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;

/** Decodes a column whose values are small numbers: each entry of a dictionary is converted once. */
final class IdCursor extends ColumnCursor implements IdReader {

    private final IdConversion conversion;
    private final int nullId;
    private final HybridDecoder indexes = new HybridDecoder();
    private int[] out = {};
    private ValueSource source;
    private int[] entries = {};
    private boolean inDictionary;

    IdCursor(PageReader pages, Leaf leaf, IdConversion conversion, int nullId) {
        super(pages, leaf);
        this.conversion = conversion;
        this.nullId = nullId;
        source = new PlainSource(leaf.element());
    }

    @Override
    public void readInto(int[] target, int count) throws IOException {
        out = target;
        read(0, count);
    }

    @Override
    public void skip(long count, int[] scratch) throws IOException {
        out = scratch;
        skip(count, scratch.length);
    }

    @Override
    void dictionary(ValueSource values, int count) {
        Memory.require((long) count * Integer.BYTES, "a dictionary");
        // As long as it has entries, so that the array itself finds what is beyond them.
        entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = values.nextId(conversion);
        }
    }

    @Override
    void startDictionaryPage(byte[] data, int from, int to) {
        inDictionary = true;
        indexes.startIndexes(data, from, to);
    }

    @Override
    void startPage(Encoding encoding, byte[] data, int from, int to, int count) {
        inDictionary = false;
        source = source(encoding);
        source.start(data, from, to, count);
    }

    @Override
    void values(int at, int count) {
        if (!inDictionary) {
            for (int i = at; i < at + count; i++) {
                out[i] = source.nextId(conversion);
            }
            return;
        }
        int to = at + count;
        for (int i = at; i < to; ) {
            int run = indexes.equalRun(to - i);
            if (run > 0) {
                Arrays.fill(out, i, i + run, entry(indexes.takeRun(run)));
                i += run;
            } else {
                i = lookUpPacked(i, to);
            }
        }
    }

    private int lookUpPacked(int from, int to) {
        int end = from + indexes.readPacked(out, from, to - from);
        try {
            lookUp(out, from, end, entries);
            return end;
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new MalformedException("names an entry beyond those of its dictionary: " + e.getMessage());
        }
    }

    private static void lookUp(int[] numbers, int from, int to, int[] entries) {
        for (int i = from; i < to; i++) {
            numbers[i] = entries[numbers[i]];
        }
    }

    private int entry(int index) {
        if (index < 0 || index >= entries.length) {
            throw new MalformedException("names entry " + index + " of a dictionary of " + entries.length);
        }
        return entries[index];
    }

    @Override
    void nulls(int at, int count) {
        Arrays.fill(out, at, at + count, nullId);
    }
}
