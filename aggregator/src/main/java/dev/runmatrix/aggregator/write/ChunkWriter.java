// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** Makes the pages of one column of one row group: at most a dictionary, and one data page. */
final class ChunkWriter {

    /** Marks a null among the indexes of a column. */
    static final int NULL = -1;

    /** Room for a page that is not of numbers, at first. */
    private static final int SMALL = 1 << 10;

    private final List<PageBytes> parts = new ArrayList<>();
    private final Compression compression;
    private final ColumnMetaData metaData;
    private final int rows;
    private int length;
    private long uncompressedBytes;

    ChunkWriter(String name, Type type, int rows, Compression compression) {
        this.compression = compression;
        this.rows = rows;
        metaData = new ColumnMetaData();
        metaData.setType(type);
        metaData.setPath_in_schema(List.of(name));
        metaData.setCodec(compression.codec());
        metaData.setNum_values(rows);
    }

    /** What the footer says of the column; positions count from the column's beginning. */
    ColumnMetaData metaData() {
        return metaData;
    }

    /** The length of all pages and their headers. */
    int length() {
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        for (PageBytes part : parts) {
            part.writeTo(out);
        }
    }

    /** Writes a dictionary and for each row the index of its entry, or {@link #NULL}. */
    void write(PageBytes dictionary, int entries, int[] indexes) throws IOException {
        if (entries == 0) {
            writeNulls();
            return;
        }
        int begin = length;
        PageHeader header = new PageHeader();
        header.setType(PageType.DICTIONARY_PAGE);
        header.setDictionary_page_header(new DictionaryPageHeader(entries, Encoding.PLAIN_DICTIONARY));
        writePage(header, dictionary);
        metaData.setDictionary_page_offset(begin);
        PageBytes page = new PageBytes(SMALL);
        int nulls = putLevels(page, indexes);
        int width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(entries - 1));
        page.putByte(width);
        new HybridEncoder(page, width).putAll(indexes, rows);
        writeDataPage(page, Encoding.PLAIN_DICTIONARY, nulls, begin);
    }

    /** Writes numbers as they are, but for NaN, which is null; {@code indexes} says where that is. */
    void writePlain(List<double[]> numbers, int[] indexes) throws IOException {
        int begin = length;
        PageBytes page = new PageBytes(rows * (Double.BYTES + 1) + SMALL);
        int nulls = putLevels(page, indexes);
        numbers.forEach(page::putNumbers);
        writeDataPage(page, Encoding.PLAIN, nulls, begin);
    }

    /** Writes a column without values. */
    void writeNulls() throws IOException {
        int begin = length;
        PageBytes page = new PageBytes(SMALL);
        PageBytes levels = new PageBytes(SMALL);
        levels.putVarint(rows << 1);
        levels.putByte(0);
        page.putInt(levels.length());
        page.putBytes(levels.array(), levels.length());
        writeDataPage(page, Encoding.PLAIN, rows, begin);
    }

    private int putLevels(PageBytes page, int[] indexes) {
        int nulls = 0;
        for (int i = 0; i < rows; i++) {
            nulls += indexes[i] == NULL ? 1 : 0;
        }
        PageBytes levels = new PageBytes(SMALL);
        if (nulls == 0) {
            levels.putVarint(rows << 1);
            levels.putByte(1);
        } else {
            int[] present = new int[rows];
            for (int i = 0; i < rows; i++) {
                present[i] = indexes[i] == NULL ? 0 : 1;
            }
            new HybridEncoder(levels, 1).putAll(present, rows);
        }
        page.putInt(levels.length());
        page.putBytes(levels.array(), levels.length());
        return nulls;
    }

    private void writeDataPage(PageBytes page, Encoding encoding, int nulls, int begin) throws IOException {
        metaData.setData_page_offset(length);
        PageHeader header = new PageHeader();
        header.setType(PageType.DATA_PAGE);
        header.setData_page_header(new DataPageHeader(rows, encoding, Encoding.RLE, Encoding.RLE));
        writePage(header, page);
        metaData.setEncodings(
                encoding == Encoding.PLAIN
                        ? new ArrayList<>(List.of(Encoding.PLAIN, Encoding.RLE))
                        : new ArrayList<>(List.of(Encoding.PLAIN_DICTIONARY, Encoding.RLE)));
        Statistics statistics = new Statistics();
        statistics.setNull_count(nulls);
        metaData.setStatistics(statistics);
        metaData.setTotal_compressed_size(length - begin);
        metaData.setTotal_uncompressed_size(uncompressedBytes);
    }

    private void writePage(PageHeader header, PageBytes page) throws IOException {
        PageBytes compressed = new PageBytes(0);
        header.setUncompressed_page_size(page.length());
        header.setCompressed_page_size(compressed.putCompressed(page, compression));
        ByteArrayOutputStream headerBytes = new ByteArrayOutputStream();
        Util.writePageHeader(header, headerBytes);
        uncompressedBytes += headerBytes.size() + page.length();
        PageBytes headerPart = new PageBytes(headerBytes.size());
        headerPart.putBytes(headerBytes.toByteArray(), headerBytes.size());
        add(headerPart);
        add(compressed);
    }

    private void add(PageBytes part) {
        parts.add(part);
        length += part.length();
    }
}
