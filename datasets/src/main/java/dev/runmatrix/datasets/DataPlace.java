// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A folder of Parquet files that stay where they are, on this machine or elsewhere. */
public interface DataPlace {

    /** The folder or address that a program which reads the files is given. */
    String location();

    /** All files at any depth whose names end in {@code .parquet}. */
    List<PlacedFile> files() throws IOException;

    /** One of them. */
    interface PlacedFile {

        /** Where, relative to the location, with slashes. */
        String path();

        long sizeBytes() throws IOException;

        /** When it was changed last; absent where nobody tells. */
        Optional<String> modified() throws IOException;

        /** Fills a buffer with the bytes from a position on, all of which the file has. */
        void read(ByteBuffer into, long position) throws IOException;
    }
}
