// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.write.Compression;
import dev.runmatrix.aggregator.write.CsvFormat;
import dev.runmatrix.aggregator.write.ParquetFormat;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.SummarySink;
import dev.runmatrix.aggregator.write.TemporaryFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A summary in a file, whose name says in which format.
 *
 * @param output the file
 * @param compression how it is compressed if it is Parquet
 * @param replace whether an existing one is replaced
 */
record FileDestination(Path output, Compression compression, boolean replace) implements Destination {

    @Override
    public Optional<Path> file() {
        return Optional.of(output);
    }

    @Override
    public void requireFree() throws IOException {
        if (Files.isDirectory(output)) {
            throw new IOException(output + ": is a directory; name a file in it");
        }
        if (Files.exists(output) && !replace) {
            throw new OutputExistsException(output);
        }
    }

    @Override
    public SummarySink open(Params params) throws IOException {
        try {
            return TemporaryFile.create(output);
        } catch (NoSuchFileException e) {
            throw new IOException(output + ": its directory does not exist; create it first", e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public SummaryFormat format(SummaryConstants constants, SummaryTexts texts) {
        return output.toString().endsWith(".parquet")
                ? new ParquetFormat(constants, texts, compression)
                : new CsvFormat(constants, texts);
    }

    @Override
    public IOException unwritable(IOException cause) {
        String why = cause instanceof AccessDeniedException ? "permission denied" : cause.getMessage();
        return new IOException(output + ": cannot be written: " + why, cause);
    }
}
