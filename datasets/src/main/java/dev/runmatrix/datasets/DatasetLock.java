// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Lets one process at a time change a dataset. The system frees it when the process ends, however it ends. */
final class DatasetLock implements AutoCloseable {

    private final FileChannel channel;

    private DatasetLock(FileChannel channel) {
        this.channel = channel;
    }

    static DatasetLock acquire(Path file, String name) throws DatasetException, IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel).isEmpty()) {
            channel.close();
            throw new DatasetException(
                    Kind.LOCKED, name + ": another process is making or removing this dataset; wait until it is done");
        }
        return new DatasetLock(channel);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
