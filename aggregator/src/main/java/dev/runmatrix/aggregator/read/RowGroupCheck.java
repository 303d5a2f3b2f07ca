// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;

/**
 * Holds what a footer says of a row group against the schema and the size of the file.
 *
 * @param schema the file's
 * @param end where the pages of a file end at the latest
 */
record RowGroupCheck(FileSchema schema, long end) {

    private static final int MAGIC_LENGTH = 4;

    /** The row group's columns. */
    List<Chunk> check(org.apache.parquet.format.RowGroup rowGroup) {
        List<Leaf> leaves = schema.leaves();
        if (rowGroup.getColumnsSize() != leaves.size()) {
            throw new MalformedException(
                    "a row group has " + rowGroup.getColumnsSize() + " columns, the schema " + leaves.size());
        }
        List<Chunk> chunks = new ArrayList<>();
        for (Leaf leaf : leaves) {
            chunks.add(check(rowGroup.getColumns().get(leaf.index()), leaf, rowGroup.getNum_rows()));
        }
        return chunks;
    }

    private Chunk check(ColumnChunk column, Leaf leaf, long rows) {
        if (column.isSetCrypto_metadata() || !column.isSetMeta_data()) {
            throw new MalformedException("a column is encrypted, which is not supported");
        }
        if (column.isSetFile_path()) {
            throw new MalformedException("a column is in another file, which is not supported");
        }
        ColumnMetaData data = column.getMeta_data();
        requireSameColumn(data, leaf);
        long values = data.getNum_values();
        // A flat column has as many values as rows; the last ones of it would be lost, or others taken for them.
        if (values < 0 || (leaf.maxRepetition() == 0 && values != rows)) {
            throw new MalformedException("column " + name(leaf) + " has " + values + " values in " + rows + " rows");
        }
        long uncompressed = Math.max(0, data.getTotal_uncompressed_size());
        return new Chunk(start(data), length(data), uncompressed, values, data.getCodec());
    }

    /** Some readers find columns by position, others by name: where both are not the same, one of them is wrong. */
    private static void requireSameColumn(ColumnMetaData data, Leaf leaf) {
        List<String> path = data.getPath_in_schema();
        if (!path.equals(leaf.path()) || data.getType() != leaf.element().getType()) {
            throw new MalformedException("a row group has " + String.join(".", path) + " of " + data.getType()
                    + " where the schema has " + name(leaf) + " of "
                    + leaf.element().getType());
        }
    }

    private static String name(Leaf leaf) {
        return String.join(".", leaf.path());
    }

    private static long start(ColumnMetaData data) {
        long start = data.getData_page_offset();
        return data.isSetDictionary_page_offset() && data.getDictionary_page_offset() > 0
                ? Math.min(start, data.getDictionary_page_offset())
                : start;
    }

    private long length(ColumnMetaData data) {
        long start = start(data);
        long length = data.getTotal_compressed_size();
        if (start < MAGIC_LENGTH || length < 0 || length > end - start) {
            throw new MalformedException(
                    "a column lies at " + start + ", " + length + " bytes long, in a file whose pages end at " + end);
        }
        return length;
    }
}
