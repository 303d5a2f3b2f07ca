// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** Reads what Parquet files say about themselves. */
public final class Footers {

    private Footers() {}

    /** Rows of a file; an {@link IOException} also if it is no Parquet file. */
    public static long rows(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return reader.getRecordCount();
        } catch (RuntimeException e) {
            throw new IOException("no Parquet file: " + e.getMessage(), e);
        }
    }
}
