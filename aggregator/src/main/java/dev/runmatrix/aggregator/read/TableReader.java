// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.IdKind;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.read.RowGroupReader.NamedIds;
import dev.runmatrix.aggregator.read.RowGroupReader.NamedNumbers;
import dev.runmatrix.aggregator.storage.OpenFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of a table into batches, one row group at a time. Belongs to one thread. Its buffers live as long as it
 * does, so that reading on makes little garbage.
 */
public final class TableReader implements Closeable {

    private final TableColumns table;
    private final Conversions conversions;
    private final SharedBuffer compressed = new SharedBuffer();
    private final List<SharedBuffer> pageBuffers = new ArrayList<>();
    private Optional<Opened> open = Optional.empty();
    private Optional<RowGroupReader> current = Optional.empty();
    private long nonFiniteBefore;
    private int buffersInUse;

    public TableReader(TableColumns table, Vocabulary vocabulary) {
        this.table = table;
        conversions = new Conversions(vocabulary);
    }

    /** Moves to a row of a row group; the content of {@code scratch} is destroyed. */
    public void seek(ParquetFile file, int rowGroup, long row, Batch scratch) throws BadInputException, IOException {
        if (current.isPresent() && current.get().isAt(file, rowGroup, row)) {
            return;
        }
        nonFiniteBefore = nonFinite();
        current = Optional.empty();
        RowGroupReader reader = openChecked(file, rowGroup);
        reader.skip(row, scratch);
        current = Optional.of(reader);
    }

    /** Reads the next {@code count} rows of the row group. */
    public void read(Batch batch, int count) throws BadInputException, IOException {
        current.orElseThrow().read(batch, count);
    }

    /** NaN and infinite values read so far. */
    public long nonFinite() {
        return nonFiniteBefore + current.map(RowGroupReader::nonFinite).orElse(0L);
    }

    /** Bytes of pages read so far, compressed, with their headers. */
    public long bytesRead() {
        return compressed.bytesRead();
    }

    /** Time spent in reads of pages so far. */
    public long readNanos() {
        return compressed.readNanos();
    }

    private RowGroupReader openChecked(ParquetFile file, int index) throws BadInputException, IOException {
        try {
            return open(file, index);
        } catch (RuntimeException e) {
            // A schema that no writer makes: types without a length, unknown encodings.
            throw new BadInputException(file.location(), "the schema is damaged: " + e.getMessage(), e);
        }
    }

    private RowGroupReader open(ParquetFile file, int index) throws BadInputException, IOException {
        OpenFile bytes = openFile(file);
        bytes.expect(file.ranges(index, table));
        RowGroup rowGroup = file.rowGroup(index);
        buffersInUse = 0;
        List<NamedIds> ids = new ArrayList<>();
        for (IdColumn column : table.ids()) {
            ids.add(new NamedIds(column.name(), openIds(file, column, rowGroup, bytes)));
        }
        List<Optional<NamedNumbers>> numbers = new ArrayList<>();
        for (String name : table.numbers()) {
            numbers.add(openNumbers(file, name, rowGroup, bytes));
        }
        return new RowGroupReader(file, index, ids, numbers);
    }

    private IdReader openIds(ParquetFile file, IdColumn column, RowGroup rowGroup, OpenFile bytes)
            throws BadInputException {
        int nullId = conversions.nullId(column.kind());
        Field field = file.schema().fields().get(column.name());
        if (field == null) {
            return new AbsentIds(nullId);
        }
        if (field instanceof Leaf leaf) {
            return new IdCursor(pages(leaf, rowGroup, bytes), leaf, conversions.ofIds(column.kind(), leaf), nullId);
        }
        if (field instanceof MapField map && column.kind() == IdKind.LABELS) {
            EntryStream keys = new EntryStream(pages(map.key(), rowGroup, bytes), map.key());
            EntryStream values = new EntryStream(pages(map.value(), rowGroup, bytes), map.value());
            return new MapReader(map, rowGroup.rows(), keys, values, conversions.labels(), nullId);
        }
        throw unreadable(file, column.name(), field);
    }

    private Optional<NamedNumbers> openNumbers(ParquetFile file, String name, RowGroup rowGroup, OpenFile bytes)
            throws BadInputException {
        Field field = file.schema().fields().get(name);
        if (field == null) {
            return Optional.empty();
        }
        if (field instanceof Leaf leaf) {
            PageReader pages = pages(leaf, rowGroup, bytes);
            return Optional.of(new NamedNumbers(name, new NumberCursor(pages, leaf, Conversions.ofNumbers(leaf))));
        }
        throw unreadable(file, name, field);
    }

    private static BadInputException unreadable(ParquetFile file, String column, Field field) {
        return new BadInputException(
                file.location(), "column " + column + " is of " + field.describe() + ", which cannot be read");
    }

    private PageReader pages(Leaf leaf, RowGroup rowGroup, OpenFile bytes) {
        Chunk chunk = rowGroup.chunks().get(leaf.index());
        return new PageReader(new ChunkInput(compressed, bytes, chunk), chunk, leaf, nextBuffer());
    }

    private SharedBuffer nextBuffer() {
        if (buffersInUse == pageBuffers.size()) {
            pageBuffers.add(new SharedBuffer());
        }
        return pageBuffers.get(buffersInUse++);
    }

    private OpenFile openFile(ParquetFile file) throws IOException {
        if (open.isEmpty() || open.get().file != file) {
            close();
            open = Optional.of(new Opened(file, file.open()));
        }
        return open.get().bytes;
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().bytes.close();
            open = Optional.empty();
        }
    }

    private record Opened(ParquetFile file, OpenFile bytes) {}
}
