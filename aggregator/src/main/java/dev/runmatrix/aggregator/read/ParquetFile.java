// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.storage.ByteRange;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.OpenFile;
import dev.runmatrix.aggregator.storage.StoredFile;
import dev.runmatrix.aggregator.time.DayRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Parquet file whose footer has been read and found sound. */
public final class ParquetFile {

    private final StoredFile file;
    private final FileSchema schema;
    private final List<RowGroup> rowGroups;

    ParquetFile(StoredFile file, FileSchema schema, List<RowGroup> rowGroups) {
        this.file = file;
        this.schema = schema;
        this.rowGroups = List.copyOf(rowGroups);
    }

    public Location location() {
        return file.location();
    }

    /** Whether it is worth its while to ask ahead for what will be read. */
    public boolean isFar() {
        return file.isFar();
    }

    /** That some thread will soon read a row group; returns at once. */
    public void expect(int rowGroup, TableColumns table) {
        file.expect(ranges(rowGroup, table));
    }

    OpenFile open() throws IOException {
        return file.open();
    }

    /** Where the columns of a row group are that are read of a table. */
    List<ByteRange> ranges(int rowGroup, TableColumns table) {
        List<ByteRange> ranges = new ArrayList<>();
        table.ids().forEach(column -> addRanges(rowGroup, column.name(), ranges));
        table.numbers().forEach(column -> addRanges(rowGroup, column, ranges));
        return ranges;
    }

    private void addRanges(int rowGroup, String column, List<ByteRange> ranges) {
        Field field = schema.fields().get(column);
        if (field instanceof Leaf leaf) {
            ranges.add(range(rowGroup, leaf));
        } else if (field instanceof MapField map) {
            ranges.add(range(rowGroup, map.key()));
            ranges.add(range(rowGroup, map.value()));
        }
    }

    private ByteRange range(int rowGroup, Leaf leaf) {
        Chunk chunk = rowGroups.get(rowGroup).chunks().get(leaf.index());
        return new ByteRange(chunk.start(), chunk.start() + chunk.length());
    }

    /** The number of row groups. */
    public int rowGroupCount() {
        return rowGroups.size();
    }

    /** The number of rows of a row group. */
    public long rows(int rowGroup) {
        return rowGroups.get(rowGroup).rows();
    }

    /**
     * The days that the rows of a row group can be on, as the file claims; absent if it does not say. Rows without a
     * readable instant are on no day. The claim can be wrong: whoever relies on it must look at each row's day.
     */
    public Optional<DayRange> days(int rowGroup) {
        return rowGroups.get(rowGroup).days();
    }

    /** The number of rows of the file. */
    public long rows() {
        return rowGroups.stream().mapToLong(RowGroup::rows).sum();
    }

    /** How large the columns of a row group are that are read of a table. */
    public ColumnBytes bytes(int rowGroup, TableColumns table) {
        List<String> ids = table.ids().stream().map(IdColumn::name).toList();
        return bytes(rowGroup, ids, true).plus(bytes(rowGroup, table.numbers(), false));
    }

    private ColumnBytes bytes(int rowGroup, List<String> columns, boolean ids) {
        ColumnBytes sum = ColumnBytes.NONE;
        for (String column : columns) {
            Field field = schema.fields().get(column);
            if (field instanceof Leaf leaf) {
                sum = sum.plus(bytes(rowGroup, leaf, ids));
            } else if (field instanceof MapField map) {
                sum = sum.plus(bytes(rowGroup, map.key(), ids)).plus(bytes(rowGroup, map.value(), ids));
            }
        }
        return sum;
    }

    private ColumnBytes bytes(int rowGroup, Leaf leaf, boolean ids) {
        return ColumnBytes.of(rowGroups.get(rowGroup).chunks().get(leaf.index()), ids);
    }

    FileSchema schema() {
        return schema;
    }

    RowGroup rowGroup(int index) {
        return rowGroups.get(index);
    }
}
