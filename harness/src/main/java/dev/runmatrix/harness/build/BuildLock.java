// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Lets one process at a time change a store. The kernel gives the lock back when its holder ends, however that happens. */
final class BuildLock implements AutoCloseable {

    private static final String FILE = ".lock";
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until no other process changes the store, and takes the lock.
     *
     * @param stopped asked while waiting: whether to give up
     */
    static BuildLock acquire(Path store, BooleanSupplier stopped, Consumer<String> progress)
            throws IOException, UnusableBuildException {
        Files.createDirectories(store);
        FileChannel channel = FileChannel.open(
                store.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            boolean told = false;
            while (!taken(channel)) {
                if (!told) {
                    progress.accept("another run-matrix makes a build in " + store + "; waiting for it");
                    told = true;
                }
                if (stopped.getAsBoolean()) {
                    channel.close();
                    throw new UnusableBuildException("ended while waiting for another build in " + store);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new BuildLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this JVM holds it.
            return false;
        }
    }
}
