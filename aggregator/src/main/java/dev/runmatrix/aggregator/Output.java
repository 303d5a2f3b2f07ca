// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.postgres.PostgresUrl;
import dev.runmatrix.aggregator.write.Compression;
import java.nio.file.Path;

/** Where a summary goes. Its text form is for people, and holds no password. */
public sealed interface Output {

    /** A file; compressed by Snappy if it is Parquet. */
    static Output file(Path path) {
        return file(path, Compression.SNAPPY);
    }

    static Output file(Path path, Compression compression) {
        return new SummaryFile(path, compression);
    }

    static Output database(PostgresUrl url) {
        return new SummaryTable(url);
    }

    /**
     * A file.
     *
     * @param path its name, which ends in {@code .csv} or {@code .parquet}
     * @param compression how a Parquet file is compressed; of no effect on CSV
     */
    record SummaryFile(Path path, Compression compression) implements Output {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A table of a PostgreSQL database.
     *
     * @param url its address
     */
    record SummaryTable(PostgresUrl url) implements Output {

        @Override
        public String toString() {
            return url.toString();
        }
    }
}
