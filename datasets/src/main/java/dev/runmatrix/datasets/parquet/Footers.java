// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.Type;

/** Reads what Parquet files say about themselves. */
public final class Footers {

    /** {@code PAR1}. */
    private static final int MAGIC = 0x31524150;

    private static final int MOST_FOOTER_BYTES = 64 << 20;

    private Footers() {}

    /** Rows of a file; an {@link IOException} also if it is no Parquet file. */
    public static long rows(Path file) throws IOException {
        return facts(new LocalInputFile(file)).rows();
    }

    /**
     * What the end of a file says of it; an {@link IOException} also if it is no Parquet file.
     *
     * @param bytes size of the file
     * @param tail its last bytes, at least as many as {@link #tailBytes} tells
     */
    public static FooterFacts facts(long bytes, byte[] tail) throws IOException {
        return facts(new TailFile(bytes, tail));
    }

    /**
     * How many of the last bytes of a file are its footer.
     *
     * @param end the last eight bytes
     */
    public static long tailBytes(long bytes, ByteBuffer end) throws IOException {
        int length = end.order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        if (end.getInt(4) != MAGIC || length < 0 || length > MOST_FOOTER_BYTES || length + 12L > bytes) {
            throw new IOException("no Parquet file");
        }
        return length + 8L;
    }

    private static FooterFacts facts(InputFile file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(file, options)) {
            List<String> columns = reader.getFileMetaData().getSchema().getFields().stream()
                    .map(Type::getName)
                    .toList();
            return new FooterFacts(reader.getRecordCount(), columns);
        } catch (RuntimeException e) {
            throw new IOException("no Parquet file: " + e.getMessage(), e);
        }
    }
}
