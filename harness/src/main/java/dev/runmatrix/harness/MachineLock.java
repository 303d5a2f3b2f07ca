// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets one harness at a time measure on a machine, as two would measure each other. The kernel gives the lock back when
 * its holder ends, however that happens. JMH's own lock is taken too, so that JMH benchmarks of other programs wait.
 */
public final class MachineLock implements AutoCloseable {

    /** System property that names another folder, for tests: they measure nothing that others could disturb. */
    private static final String FOLDER_PROPERTY = "runmatrix.lock.folder";

    private static final String LOCK_FILE = "run-matrix.lock";
    private static final String JMH_LOCK_FILE = "jmh.lock";
    private static final int LONGEST_TEXT = 200;

    private final List<FileChannel> held;

    private MachineLock(List<FileChannel> held) {
        this.held = held;
    }

    /** The folder that all programs of this machine share. */
    public static Path sharedFolder() {
        return Path.of(System.getProperty(FOLDER_PROPERTY, System.getProperty("java.io.tmpdir")));
    }

    /**
     * Takes the lock.
     *
     * @param folder where the lock files are
     * @throws MachineBusyException if another program holds it; the message says which and since when
     */
    public static MachineLock acquire(Path folder) throws IOException, MachineBusyException {
        MachineLock lock = new MachineLock(new ArrayList<>());
        try {
            lock.take(folder.resolve(LOCK_FILE));
            lock.take(folder.resolve(JMH_LOCK_FILE));
            lock.sign();
        } catch (IOException | MachineBusyException e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : held) {
            channel.close();
        }
    }

    private void take(Path file) throws IOException, MachineBusyException {
        // Everybody may write to the shared folder: a link there must not lead us to write elsewhere.
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        held.add(channel);
        shareWithOtherUsers(file);
        if (!locked(channel)) {
            throw new MachineBusyException(busy(file, text(channel)));
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this JVM holds it.
            return false;
        }
    }

    private void sign() throws IOException {
        FileChannel own = held.get(0);
        String text = "process " + ProcessHandle.current().pid() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        own.truncate(0);
        own.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String busy(Path file, Optional<String> holder) {
        return holder.map(who -> "another run is measuring on this machine: " + who)
                        .orElse("a JMH benchmark is measuring on this machine")
                + " (" + file + "); wait for it, or end it";
    }

    private static Optional<String> text(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_TEXT);
        channel.read(buffer, 0);
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void shareWithOtherUsers(Path file) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            }
        } catch (IOException e) {
            // Another user made the file, and has shared it already.
            return;
        }
    }
}
