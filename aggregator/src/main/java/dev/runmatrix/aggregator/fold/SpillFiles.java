// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The temporary files of one run for groups that have outgrown the memory. They are readable to the owner alone, and
 * deleted on closing; where the system allows it they lose their names as soon as they are open, so that even a killed
 * process leaves nothing behind. Thread-safe.
 */
public final class SpillFiles implements Closeable {

    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final Path directory;
    private final List<FileChannel> channels = new ArrayList<>();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private boolean closed;

    /**
     * Makes no file before the first is needed.
     *
     * @param directory where the files go; it must exist
     */
    public SpillFiles(Path directory) {
        this.directory = directory;
    }

    /** Sorted runs written so far, those that were made of others, too. */
    public long runs() {
        return runs.get();
    }

    /** Bytes written so far. */
    public long bytes() {
        return bytes.get();
    }

    /** Makes a file. */
    synchronized SpillFile create() throws IOException {
        if (closed) {
            throw new IOException("the run is over");
        }
        String name = ".run-matrix-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + "-"
                + channels.size() + ".spill";
        try {
            FileChannel channel = FileChannel.open(directory.resolve(name), OPTIONS, attributes());
            channels.add(channel);
            return new SpillFile(channel, this);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private FileAttribute<?>[] attributes() {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Takes note of a run that has been written. */
    void count(long runBytes) {
        runs.incrementAndGet();
        bytes.addAndGet(runBytes);
    }

    /** What a failure of one of the files means. */
    IOException failure(IOException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new IOException(
                directory + ": temporary files for groups that do not fit into memory failed: " + why
                        + "; free space there, name another --temp-dir, or give more memory",
                cause);
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (FileChannel channel : channels) {
            channel.close();
        }
    }
}
