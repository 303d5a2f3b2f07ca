// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that a run writes into.
 *
 * @param writable whether it is there, or can be made, and can be written
 * @param freeBytes room on its disk; absent where not readable
 */
public record Folder(boolean writable, Optional<Long> freeBytes) {

    /** Looks at a folder that may have to be made; nothing is made. */
    public static Folder at(Path path) {
        Path there = path.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return new Folder(Files.isDirectory(there) && Files.isWritable(there), free(there));
    }

    private static Optional<Long> free(Path there) {
        try {
            return Optional.of(Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
