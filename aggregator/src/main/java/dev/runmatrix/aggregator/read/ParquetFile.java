// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.time.DayRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Parquet file whose footer has been read and found sound. */
public final class ParquetFile {

    private final Path path;
    private final FileSchema schema;
    private final List<RowGroup> rowGroups;

    ParquetFile(Path path, FileSchema schema, List<RowGroup> rowGroups) {
        this.path = path;
        this.schema = schema;
        this.rowGroups = List.copyOf(rowGroups);
    }

    public Path path() {
        return path;
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

    FileSchema schema() {
        return schema;
    }

    RowGroup rowGroup(int index) {
        return rowGroups.get(index);
    }
}
