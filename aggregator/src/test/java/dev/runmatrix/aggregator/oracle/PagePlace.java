// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/**
 * Where a page lies in its file.
 *
 * @param start of its header
 * @param body end of the header
 * @param values end of what can be told apart as levels; else as {@code body}
 * @param end of the page
 * @param codec of its column
 * @param isDictionary whether it is one
 */
record PagePlace(int start, int body, int values, int end, CompressionCodec codec, boolean isDictionary) {

    static PagePlace at(byte[] file, int start, int chunkEnd, CompressionCodec codec) {
        ByteArrayInputStream in = new ByteArrayInputStream(file, start, chunkEnd - start);
        PageHeader header = header(in);
        int body = chunkEnd - in.available();
        int end = body + header.getCompressed_page_size();
        boolean isDictionary = header.getType() == PageType.DICTIONARY_PAGE;
        return new PagePlace(start, body, body + levels(file, body, end, header, codec), end, codec, isDictionary);
    }

    private static int levels(byte[] file, int body, int end, PageHeader header, CompressionCodec codec) {
        if (header.isSetData_page_header_v2()) {
            return header.getData_page_header_v2().getDefinition_levels_byte_length()
                    + header.getData_page_header_v2().getRepetition_levels_byte_length();
        }
        if (!header.isSetData_page_header() || codec != CompressionCodec.UNCOMPRESSED || end - body < Integer.BYTES) {
            return 0;
        }
        // Right for optional columns; elsewhere it is a number like any other, and only the name of a region is wrong.
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(body);
        return length >= 0 && length <= end - body - Integer.BYTES ? length + Integer.BYTES : 0;
    }

    /** A copy of the header, to be changed at will. */
    PageHeader header(byte[] file) {
        return header(new ByteArrayInputStream(file, start, body - start));
    }

    private static PageHeader header(ByteArrayInputStream in) {
        try {
            return Util.readPageHeader(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
