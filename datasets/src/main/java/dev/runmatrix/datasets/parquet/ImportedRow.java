// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/** The values of one row, filled anew for each: those that are not set are null. */
public final class ImportedRow implements Row {

    private final ImportedColumn.Kind[] kinds;
    private final BitSet present = new BitSet();
    private final long[] times;
    private final double[] numbers;
    private final Binary[] texts;

    public ImportedRow(List<ImportedColumn> columns) {
        kinds = columns.stream().map(ImportedColumn::kind).toArray(ImportedColumn.Kind[]::new);
        times = new long[kinds.length];
        numbers = new double[kinds.length];
        texts = new Binary[kinds.length];
        Arrays.fill(texts, Binary.EMPTY);
    }

    /** Makes all values null. */
    public void clear() {
        present.clear();
    }

    /** Sets a time, in nanoseconds since 1970. */
    public void time(int column, long nanos) {
        present.set(column);
        times[column] = nanos;
    }

    public void number(int column, double value) {
        present.set(column);
        numbers[column] = value;
    }

    public void text(int column, Binary value) {
        present.set(column);
        texts[column] = value;
    }

    /** Whether a value is not null. */
    public boolean has(int column) {
        return present.get(column);
    }

    /** The number of a column that has one. */
    public double number(int column) {
        return numbers[column];
    }

    /** The time of a column that has one, in nanoseconds since 1970. */
    public long time(int column) {
        return times[column];
    }

    /** The text of a column that has one. */
    public Binary text(int column) {
        return texts[column];
    }

    @Override
    public void writeTo(Fields fields) {
        for (int column = 0; column < kinds.length; column++) {
            if (!present.get(column)) {
                fields.none();
                continue;
            }
            switch (kinds[column]) {
                case TIME -> fields.whole(times[column]);
                case NUMBER -> fields.number(numbers[column]);
                case TEXT -> fields.text(texts[column]);
            }
        }
    }
}
