// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.column.NumberState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Type;

/** Decodes a column of numbers into doubles. Plain doubles, which are most of a file, are copied as a block. */
final class NumberCursor extends ColumnCursor {

    private final NumberConversion conversion;
    private final HybridDecoder indexes = new HybridDecoder();
    private double[] out = {};
    private int[] batchIndexes = {};
    private ValueSource source;
    private DoubleBuffer plainDoubles = DoubleBuffer.allocate(0);
    private double[] entries = {};
    private Form form = Form.SOURCE;
    private boolean metNull;
    private long nonFinite;

    NumberCursor(PageReader pages, Leaf leaf, NumberConversion conversion) {
        super(pages, leaf);
        this.conversion = conversion;
        source = new PlainSource(leaf.element());
    }

    private enum Form {
        DICTIONARY,
        PLAIN_DOUBLES,
        SOURCE
    }

    /** Decodes the next rows to the beginning of the array and tells what is known of them. */
    NumberState readInto(double[] target, int count) throws IOException {
        out = target;
        metNull = false;
        read(0, count);
        if (!metNull && allFinite(count)) {
            return NumberState.FINITE;
        }
        clean(count);
        return NumberState.HOLED;
    }

    void skip(long count, double[] scratch) throws IOException {
        out = scratch;
        skip(count, scratch.length);
    }

    /** The number of NaN and infinite values decoded. */
    long nonFinite() {
        return nonFinite;
    }

    /** Zero times a finite number is zero, times any other NaN: one sum tells. */
    private boolean allFinite(int count) {
        double even = 0;
        double odd = 0;
        double[] values = out;
        int i = 0;
        for (; i + 1 < count; i += 2) {
            even += values[i] * 0;
            odd += values[i + 1] * 0;
        }
        if (i < count) {
            even += values[i] * 0;
        }
        return even + odd == 0;
    }

    /** Nulls are marked by one NaN, so every other value that is not finite was in the file. */
    private void clean(int count) {
        for (int i = 0; i < count; i++) {
            double value = out[i];
            if (!Double.isFinite(value) && Double.doubleToRawLongBits(value) != Nulls.BITS) {
                nonFinite++;
                out[i] = Double.NaN;
            }
        }
    }

    @Override
    void dictionary(ValueSource values, int count) {
        Memory.require((long) count * Double.BYTES, "a dictionary");
        // As long as it has entries, so that the array itself finds what is beyond them.
        entries = new double[count];
        for (int i = 0; i < count; i++) {
            entries[i] = values.nextNumber(conversion);
        }
    }

    @Override
    void startDictionaryPage(byte[] data, int from, int to) {
        form = Form.DICTIONARY;
        indexes.startIndexes(data, from, to);
    }

    @Override
    void startPage(Encoding encoding, byte[] data, int from, int to, int count) {
        if (encoding == Encoding.PLAIN && leaf().element().getType() == Type.DOUBLE) {
            form = Form.PLAIN_DOUBLES;
            plainDoubles = ByteBuffer.wrap(data, from, to - from)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer();
        } else {
            form = Form.SOURCE;
            source = source(encoding);
            source.start(data, from, to, count);
        }
    }

    @Override
    void values(int at, int count) {
        switch (form) {
            case PLAIN_DOUBLES -> plainDoubles.get(out, at, count);
            case DICTIONARY -> lookUp(at, count);
            case SOURCE -> convert(at, count);
        }
    }

    private void lookUp(int from, int count) {
        int to = from + count;
        for (int i = from; i < to; ) {
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
        if (batchIndexes.length < to - from) {
            batchIndexes = new int[out.length];
        }
        int count = indexes.readPacked(batchIndexes, 0, to - from);
        try {
            lookUp(batchIndexes, entries, out, from, count);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new MalformedException("names an entry beyond those of its dictionary: " + e.getMessage());
        }
        return from + count;
    }

    private static void lookUp(int[] indexes, double[] entries, double[] out, int from, int count) {
        for (int i = 0; i < count; i++) {
            out[from + i] = entries[indexes[i]];
        }
    }

    private double entry(int index) {
        if (index < 0 || index >= entries.length) {
            throw new MalformedException("names entry " + index + " of a dictionary of " + entries.length);
        }
        return entries[index];
    }

    private void convert(int from, int count) {
        for (int i = from; i < from + count; i++) {
            out[i] = source.nextNumber(conversion);
        }
    }

    @Override
    void nulls(int at, int count) {
        metNull = true;
        Arrays.fill(out, at, at + count, Nulls.NUMBER);
    }
}
