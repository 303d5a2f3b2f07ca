// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.postgres.PostgresUrl;
import java.nio.file.Path;

/** Where a summary goes. Its text form is for people, and holds no password. */
public sealed interface Output {

    static Output file(Path path) {
        return new SummaryFile(path);
    }

    static Output database(PostgresUrl url) {
        return new SummaryTable(url);
    }

    /**
     * A file.
     *
     * @param path its name, which ends in {@code .csv} or {@code .parquet}
     */
    record SummaryFile(Path path) implements Output {

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
