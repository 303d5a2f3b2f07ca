// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * A sound Parquet file and where its parts lie.
 *
 * @param name of the file
 * @param bytes its content
 * @param pages all pages of all columns, in no particular order
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes of a file, shared and not changed.
record SoundFile(String name, byte[] bytes, List<PagePlace> pages) {
    private static final int MAGIC = 4;
    private static final int TAIL = 8;

    SoundFile {
        pages = List.copyOf(pages);
    }

    static SoundFile of(String name, byte[] bytes) {
        List<PagePlace> pages = new ArrayList<>();
        FileMetaData footer = footer(bytes);
        for (RowGroup rowGroup : footer.getRow_groups()) {
            for (int column = 0; column < rowGroup.getColumnsSize(); column++) {
                addPages(bytes, rowGroup.getColumns().get(column), pages);
            }
        }
        return new SoundFile(name, bytes, pages);
    }

    private static void addPages(byte[] bytes, ColumnChunk chunk, List<PagePlace> pages) {
        int at = Math.toIntExact(start(chunk.getMeta_data()));
        int end = at + Math.toIntExact(chunk.getMeta_data().getTotal_compressed_size());
        while (at < end) {
            PagePlace page = PagePlace.at(bytes, at, end, chunk.getMeta_data().getCodec());
            pages.add(page);
            at = page.end();
        }
    }

    static long start(ColumnMetaData chunk) {
        return chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > 0
                ? Math.min(chunk.getData_page_offset(), chunk.getDictionary_page_offset())
                : chunk.getData_page_offset();
    }

    /** A copy of the footer, to be changed at will. */
    FileMetaData footer() {
        return footer(bytes);
    }

    private static FileMetaData footer(byte[] bytes) {
        int start = footerStart(bytes);
        try {
            return Util.readFileMetaData(new ByteArrayInputStream(bytes, start, bytes.length - TAIL - start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int footerStart() {
        return footerStart(bytes);
    }

    private static int footerStart(byte[] bytes) {
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - TAIL);
        return bytes.length - TAIL - length;
    }

    boolean isCompressed() {
        return footer().getRow_groups()
                        .get(0)
                        .getColumns()
                        .get(0)
                        .getMeta_data()
                        .getCodec()
                != CompressionCodec.UNCOMPRESSED;
    }

    /** The kinds of parts, each with where it is found. */
    List<List<Region>> regions() {
        return Stream.of(
                        List.of(new Region("first magic", 0, MAGIC)),
                        pages.stream()
                                .map(page -> new Region("page header", page.start(), page.body()))
                                .toList(),
                        pages.stream()
                                .filter(PagePlace::isDictionary)
                                .map(page -> new Region("dictionary", page.body(), page.end()))
                                .toList(),
                        pages.stream()
                                .filter(page -> page.values() > page.body())
                                .map(page -> new Region("levels", page.body(), page.values()))
                                .toList(),
                        pages.stream()
                                .filter(page -> !page.isDictionary())
                                .map(page -> new Region("values", page.values(), page.end()))
                                .toList(),
                        List.of(new Region("footer", footerStart(), bytes.length - TAIL)),
                        List.of(new Region("footer length", bytes.length - TAIL, bytes.length - MAGIC)),
                        List.of(new Region("last magic", bytes.length - MAGIC, bytes.length)))
                .map(regions -> regions.stream()
                        .filter(region -> region.to() > region.from())
                        .toList())
                .filter(regions -> !regions.isEmpty())
                .toList();
    }

    /** Where one part ends and another begins, the file's own ends included. */
    int[] boundaries() {
        int[] inside = regions().stream()
                .flatMap(List::stream)
                .flatMapToInt(region -> Arrays.stream(new int[] {region.from(), region.to()}))
                .sorted()
                .distinct()
                .toArray();
        return inside;
    }

    /** A part of the file: {@code [from, to)}. */
    record Region(String kind, int from, int to) {}
}
