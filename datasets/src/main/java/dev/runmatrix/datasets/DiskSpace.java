// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Refuses what cannot fit before anything is written. */
final class DiskSpace {

    /** Left free for others. */
    private static final long RESERVE_BYTES = 64L << 20;

    private DiskSpace() {}

    static void require(Path directory, Dataset dataset) throws IOException, DatasetException {
        require(directory, dataset.name(), dataset.estimatedBytes());
    }

    static void require(Path directory, String name, long estimatedBytes) throws IOException, DatasetException {
        long needed = estimatedBytes + RESERVE_BYTES;
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < needed) {
            throw new DatasetException(
                    Kind.IO,
                    String.format(
                            Locale.ROOT,
                            "%s: needs about %,d MB and %s has %,d MB free; free some space, for instance with 'dataset rm'",
                            name,
                            needed / 1_000_000,
                            directory,
                            free / 1_000_000));
        }
    }
}
