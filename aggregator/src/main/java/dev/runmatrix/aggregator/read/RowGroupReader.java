// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.NumberState;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the rows of one row group, column by column, and gives file and column to whatever goes wrong. */
final class RowGroupReader {

    private final ParquetFile file;
    private final int index;
    private final List<NamedIds> ids;
    private final List<Optional<NamedNumbers>> numbers;
    private long row;

    RowGroupReader(ParquetFile file, int index, List<NamedIds> ids, List<Optional<NamedNumbers>> numbers) {
        this.file = file;
        this.index = index;
        this.ids = List.copyOf(ids);
        this.numbers = List.copyOf(numbers);
    }

    /** An id column and its name. */
    record NamedIds(String name, IdReader reader) {}

    /** A number column and its name. */
    record NamedNumbers(String name, NumberCursor cursor) {}

    /** Whether this row of this row group comes next. */
    boolean isAt(ParquetFile otherFile, int otherIndex, long otherRow) {
        return file == otherFile && index == otherIndex && row == otherRow;
    }

    void read(Batch batch, int count) throws BadInputException, IOException {
        for (int i = 0; i < ids.size(); i++) {
            NamedIds column = ids.get(i);
            int[] target = batch.ids(i);
            guard(column.name, () -> column.reader.readInto(target, count));
        }
        for (int i = 0; i < numbers.size(); i++) {
            readNumbers(batch, i, count);
        }
        batch.setRows(count);
        row += count;
    }

    private void readNumbers(Batch batch, int i, int count) throws BadInputException, IOException {
        batch.setState(i, NumberState.ABSENT);
        if (numbers.get(i).isPresent()) {
            NamedNumbers column = numbers.get(i).get();
            double[] target = batch.numbersToFill(i);
            guard(column.name, () -> batch.setState(i, column.cursor.readInto(target, count)));
        }
    }

    void skip(long count, Batch scratch) throws BadInputException, IOException {
        for (int i = 0; i < ids.size(); i++) {
            NamedIds column = ids.get(i);
            int[] target = scratch.ids(i);
            guard(column.name, () -> column.reader.skip(count, target));
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).isPresent()) {
                NamedNumbers column = numbers.get(i).get();
                double[] target = scratch.numbersToFill(i);
                guard(column.name, () -> column.cursor.skip(count, target));
            }
        }
        row += count;
    }

    /** NaN and infinite values read so far. */
    long nonFinite() {
        return numbers.stream()
                .flatMap(Optional::stream)
                .mapToLong(column -> column.cursor.nonFinite())
                .sum();
    }

    private void guard(String column, Reading reading) throws BadInputException, IOException {
        guard(file.location(), column, reading);
    }

    /** Damage shows as exceptions of many kinds: decoders, ours and parquet-column's, run into nonsense anywhere. */
    static void guard(Object file, String column, Reading reading) throws BadInputException, IOException {
        try {
            reading.run();
        } catch (MalformedException e) {
            throw new BadInputException(file, "column " + column + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new BadInputException(file, "column " + column + ": damaged (" + e + ")", e);
        }
    }

    /** Something that reads from the file. */
    @FunctionalInterface
    interface Reading {

        void run() throws IOException;
    }
}
