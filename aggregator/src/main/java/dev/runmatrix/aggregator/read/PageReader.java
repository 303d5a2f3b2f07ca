// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.io.IOException;
import java.util.zip.CRC32;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;

/** Walks over the pages of one column chunk; the bytes of a page are read and decompressed only when asked for. */
final class PageReader {

    private final ChunkInput input;
    private final CompressionCodec codec;
    private final Leaf leaf;
    private final SharedBuffer pageBuffer;
    private long valuesLeft;
    private PageHeader header = new PageHeader();
    private byte[] page = {};
    private int pageLength;

    PageReader(ChunkInput input, Chunk chunk, Leaf leaf, SharedBuffer pageBuffer) {
        this.input = input;
        codec = chunk.codec();
        valuesLeft = chunk.values();
        this.leaf = leaf;
        this.pageBuffer = pageBuffer;
    }

    /** Moves to the next page that has values; false if there is none. */
    boolean next() throws IOException {
        while (input.remaining() > 0) {
            header = input.readHeader();
            if (header.getUncompressed_page_size() < 0) {
                throw new MalformedException("a page of " + header.getUncompressed_page_size() + " bytes");
            }
            if (isDictionary()) {
                return true;
            }
            if (valueCount() > 0) {
                countValues();
                return true;
            }
            input.skipBody();
        }
        if (valuesLeft > 0) {
            throw new MalformedException("has " + valuesLeft + " values less than the footer says");
        }
        return false;
    }

    private void countValues() {
        valuesLeft -= valueCount();
        if (valuesLeft < 0) {
            throw new MalformedException("has " + -valuesLeft + " values more than the footer says");
        }
    }

    boolean isDictionary() {
        return header.getType() == PageType.DICTIONARY_PAGE && header.isSetDictionary_page_header();
    }

    /** The number of values of the page, nulls included. */
    int valueCount() {
        int count = 0;
        if (isDictionary()) {
            DictionaryPageHeader dictionary = header.getDictionary_page_header();
            count = dictionary.getNum_values();
        } else if (header.isSetData_page_header()) {
            count = header.getData_page_header().getNum_values();
        } else if (header.isSetData_page_header_v2()) {
            count = header.getData_page_header_v2().getNum_values();
        }
        if (count < 0) {
            throw new MalformedException("a page of " + count + " values");
        }
        return count;
    }

    /** The number of entries of the dictionary that is loaded. */
    int dictionarySize() {
        int count = valueCount();
        // Every entry takes a byte at least; room is made for as many as there are said to be.
        if (count > pageLength) {
            throw new MalformedException("has a dictionary of " + count + " entries in " + pageLength + " bytes");
        }
        return count;
    }

    /** How the values of the page are encoded. */
    Encoding encoding() {
        Encoding encoding = header.isSetData_page_header_v2()
                ? header.getData_page_header_v2().getEncoding()
                : header.getData_page_header().getEncoding();
        return encoding == Encoding.PLAIN_DICTIONARY ? Encoding.RLE_DICTIONARY : encoding;
    }

    /** Passes over the page. */
    void skip() {
        input.skipBody();
    }

    /** Reads the page; a dictionary's values begin at 0. */
    void load() throws IOException {
        pageLength = header.getUncompressed_page_size();
        Codecs.requirePlausible(codec, header.getCompressed_page_size(), pageLength);
        page = pageBuffer.ensure(pageLength, 0);
        int from = input.loadBody();
        int length = header.getCompressed_page_size();
        verify(from, length);
        int plain = header.isSetData_page_header_v2() ? levelBytes(length) : 0;
        System.arraycopy(input.bytes(), from, page, 0, plain);
        CompressionCodec pageCodec = isCompressed() ? codec : CompressionCodec.UNCOMPRESSED;
        if (pageLength - plain > 0 || pageCodec == CompressionCodec.UNCOMPRESSED) {
            Codecs.decompress(pageCodec, input.bytes(), from + plain, length - plain, page, plain, pageLength - plain);
        }
    }

    private boolean isCompressed() {
        if (!header.isSetData_page_header_v2()) {
            return true;
        }
        DataPageHeaderV2 v2 = header.getData_page_header_v2();
        return !v2.isSetIs_compressed() || v2.isIs_compressed();
    }

    private int levelBytes(int length) {
        DataPageHeaderV2 v2 = header.getData_page_header_v2();
        long levels = (long) v2.getRepetition_levels_byte_length() + v2.getDefinition_levels_byte_length();
        boolean negative = v2.getRepetition_levels_byte_length() < 0 || v2.getDefinition_levels_byte_length() < 0;
        if (negative || levels > length || levels > pageLength) {
            throw new MalformedException("the levels of a page are longer than the page");
        }
        return (int) levels;
    }

    private void verify(int from, int length) {
        if (header.isSetCrc()) {
            CRC32 crc = new CRC32();
            crc.update(input.bytes(), from, length);
            if ((int) crc.getValue() != header.getCrc()) {
                throw new MalformedException("the checksum of a page does not match: the file is damaged");
            }
        }
    }

    /** The bytes of the loaded page, up to {@link #end()}. */
    byte[] bytes() {
        return page;
    }

    int end() {
        return pageLength;
    }

    /**
     * Starts the decoders of the levels of the loaded page.
     *
     * @return where its values begin
     */
    int startLevels(HybridDecoder repetition, HybridDecoder definition) {
        if (header.isSetData_page_header_v2()) {
            DataPageHeaderV2 v2 = header.getData_page_header_v2();
            int middle = v2.getRepetition_levels_byte_length();
            int values = middle + v2.getDefinition_levels_byte_length();
            repetition.start(page, 0, middle, Levels.bitWidth(leaf.maxRepetition()));
            definition.start(page, middle, values, Levels.bitWidth(leaf.maxDefinition()));
            return values;
        }
        DataPageHeader v1 = header.getData_page_header();
        int at = 0;
        if (leaf.maxRepetition() > 0) {
            at = Levels.startFirstVersion(
                    repetition,
                    page,
                    at,
                    pageLength,
                    v1.getRepetition_level_encoding(),
                    leaf.maxRepetition(),
                    v1.getNum_values());
        }
        if (leaf.maxDefinition() > 0) {
            at = Levels.startFirstVersion(
                    definition,
                    page,
                    at,
                    pageLength,
                    v1.getDefinition_level_encoding(),
                    leaf.maxDefinition(),
                    v1.getNum_values());
        }
        return at;
    }
}
