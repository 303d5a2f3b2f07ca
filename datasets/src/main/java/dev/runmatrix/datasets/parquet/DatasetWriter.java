// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.content.Tally;
import dev.runmatrix.datasets.parameters.DatasetParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.parquet.hadoop.ParquetWriter;

/** Writes the files of one dataset, each by itself, so that any number of threads may share the work. */
public final class DatasetWriter {

    private static final int ROWS_PER_REPORT = 16_384;
    /** Row groups end by their number of rows; no bytes that fit into memory end them earlier. */
    private static final long NO_SIZE_LIMIT = Integer.MAX_VALUE;

    private final DatasetParameters parameters;
    private final Texts texts;

    public DatasetWriter(DatasetParameters parameters) {
        this.parameters = parameters;
        this.texts = new Texts(parameters);
    }

    /**
     * Writes one file, makes its directories and returns when it is on the disk.
     *
     * @param data directory that the file's path is relative to
     * @param file what to write
     * @param written takes the places done since the last call, from this thread
     */
    public WrittenFile write(Path data, PlannedFile file, LongConsumer written) throws IOException {
        Path path = data.resolve(file.path());
        Files.createDirectories(path.getParent());
        HashedFile output = new HashedFile(path);
        if (file.table() == Table.POD_USAGE) {
            PodUsageRows rows = new PodUsageRows(parameters, texts);
            long count = write(output, file, rows, written);
            return written(file, count, output, Optional.of(rows.tally()));
        }
        long count = write(output, file, new LabelTableRows(file.table(), parameters, texts), written);
        return written(file, count, output, Optional.empty());
    }

    private static WrittenFile written(PlannedFile file, long rows, HashedFile output, Optional<Tally> tally) {
        return new WrittenFile(file, rows, output.bytes(), output.sha256Hex(), tally);
    }

    private long write(HashedFile output, PlannedFile file, Rows rows, LongConsumer written) throws IOException {
        long count = 0;
        try (ParquetWriter<Row> writer =
                RowFiles.open(output, rows.schema(), parameters.codec(), NO_SIZE_LIMIT, parameters.rowGroupRows())) {
            int reported = 0;
            for (int i = 0; i < file.places(); i++) {
                if (rows.moveTo(file.day(), file.first() + i)) {
                    writer.write(rows);
                    count++;
                }
                if (i - reported == ROWS_PER_REPORT) {
                    requireNotInterrupted();
                    written.accept(ROWS_PER_REPORT);
                    reported = i;
                }
            }
            written.accept(file.places() - reported);
        }
        return count;
    }

    private static void requireNotInterrupted() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("stopped");
        }
    }
}
