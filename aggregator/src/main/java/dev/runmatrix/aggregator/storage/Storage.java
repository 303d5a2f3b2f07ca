// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** Something that files are in. Thread-safe. */
public interface Storage {

    /**
     * What lies at a location; empty if nothing does.
     *
     * @param names which files of a folder are wanted, by their own names
     * @throws UnusableFileException if it may not be read, or is of a storage that cannot be used
     */
    Optional<Listing> list(Location location, Predicate<String> names) throws IOException;

    /**
     * All bytes of a small file; empty if there is none.
     *
     * @throws UnusableFileException as {@link #list}
     */
    Optional<byte[]> read(Location file) throws IOException;
}
