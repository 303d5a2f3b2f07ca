// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * A Parquet file with typed columns. A part becomes a row group, a column of it a piece. Pages are written directly from
 * columns: a writer of records would take longer than the whole aggregation.
 */
public final class ParquetFormat implements SummaryFormat {

    private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
    private static final int VERSION = 1;
    private static final int PART_ROWS = 1 << 16;

    private final List<OutputColumn> columns;
    private final SummaryTexts texts;
    private final Compression compression;
    private final List<RowGroup> rowGroups = new ArrayList<>();
    private long position;

    public ParquetFormat(SummaryConstants constants, SummaryTexts texts, Compression compression) {
        this.compression = compression;
        columns = OutputColumn.all(constants);
        this.texts = texts;
    }

    @Override
    public int partRows() {
        return PART_ROWS;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        out.write(MAGIC);
        position = MAGIC.length;
    }

    @Override
    public List<Piece> cut(List<DaySummary> days) {
        RowGroup rowGroup = new RowGroup();
        rowGroup.setNum_rows(days.stream().mapToLong(DaySummary::rows).sum());
        rowGroup.setTotal_byte_size(0);
        rowGroups.add(rowGroup);
        return columns.stream()
                .<Piece>map(column -> () -> encode(column, days, rowGroup))
                .toList();
    }

    private EncodedPiece encode(OutputColumn column, List<DaySummary> days, RowGroup rowGroup) throws IOException {
        ChunkWriter chunk = new ColumnEncoder(days, texts, compression).encode(column);
        return out -> append(out, chunk, rowGroup);
    }

    private void append(OutputStream out, ChunkWriter pages, RowGroup rowGroup) throws IOException {
        ColumnMetaData chunk = pages.metaData();
        chunk.setData_page_offset(chunk.getData_page_offset() + position);
        if (chunk.isSetDictionary_page_offset()) {
            chunk.setDictionary_page_offset(chunk.getDictionary_page_offset() + position);
        }
        ColumnChunk column = new ColumnChunk(0);
        column.setMeta_data(chunk);
        rowGroup.addToColumns(column);
        rowGroup.setTotal_byte_size(rowGroup.getTotal_byte_size() + chunk.getTotal_uncompressed_size());
        pages.writeTo(out);
        position += pages.length();
    }

    @Override
    public void end(OutputStream out) throws IOException {
        long rows = rowGroups.stream().mapToLong(RowGroup::getNum_rows).sum();
        FileMetaData metaData = new FileMetaData(VERSION, ParquetSchema.of(columns), rows, rowGroups);
        metaData.setCreated_by("run-matrix");
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(metaData, footer);
        footer.writeTo(out);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.size())
                .array());
        out.write(MAGIC);
    }
}
