// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A control group with a limit of memory, for one process and all that it starts. It is a folder below one of the groups of
 * this process; what a killed harness has left there is removed when the next one looks for a place.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 */
public final class MemoryGroup implements AutoCloseable {

    private static final String PREFIX = "run-matrix-limit-";
    private static final String PROCESSES = "cgroup.procs";
    private static final String LIMIT = "memory.max";
    private static final String LIMIT_OF_VERSION_1 = "memory.limit_in_bytes";
    private static final int REMOVALS = 40;
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final Path folder;

    private MemoryGroup(Path folder) {
        this.folder = folder;
    }

    /** A group of this process below which groups with a limit can be made; absent where there is none. */
    public static Optional<Path> place() {
        return place(ControlGroups.ofThisProcess());
    }

    static Optional<Path> place(ControlGroups groups) {
        return groups.memoryLevels().stream().filter(MemoryGroup::allowsGroups).findFirst();
    }

    /** Makes a group below a place. */
    public static MemoryGroup create(Path place, long limitBytes) throws IOException {
        Path folder = Files.createDirectory(
                place.resolve(PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime()));
        MemoryGroup group = new MemoryGroup(folder);
        try {
            group.limit(limitBytes);
        } catch (IOException e) {
            group.close();
            throw e;
        }
        return group;
    }

    /** The file that takes the id of a process that is to be in the group. */
    public Path processes() {
        return folder.resolve(PROCESSES);
    }

    /** Processes that the kernel has killed for the limit. */
    public long kills() {
        OptionalLong now = NamedCounter.in(KernelText.of(folder.resolve("memory.events")), "oom_kill ");
        OptionalLong before = NamedCounter.in(KernelText.of(folder.resolve("memory.oom_control")), "oom_kill ");
        return Math.max(now.orElse(0), before.orElse(0));
    }

    /** Removes the group, once its last process has gone. */
    @Override
    public void close() throws IOException {
        for (int i = 1; !removed(folder); i++) {
            if (i == REMOVALS) {
                throw new IOException(folder + " cannot be removed: processes are left in it");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void limit(long bytes) throws IOException {
        boolean second = Files.exists(folder.resolve(LIMIT));
        write(folder.resolve(second ? LIMIT : LIMIT_OF_VERSION_1), bytes);
        // Swapping would let it go on beyond the limit, at a crawl.
        Path swap = folder.resolve(second ? "memory.swap.max" : "memory.memsw.limit_in_bytes");
        if (Files.exists(swap)) {
            write(swap, second ? 0 : bytes);
        }
    }

    private static boolean allowsGroups(Path level) {
        try {
            removeLeftBehind(level);
            create(level, 1L << 40).close();
            return true;
        } catch (IOException e) {
            // Not ours to change, or without the memory controller.
            return false;
        }
    }

    private static void removeLeftBehind(Path level) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(level, PREFIX + "*")) {
            for (Path folder : left) {
                boolean unused = removed(folder);
            }
        }
    }

    private static boolean removed(Path folder) {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (IOException e) {
            // Busy while a process is in it.
            return false;
        }
    }

    private static void write(Path file, long value) throws IOException {
        Files.writeString(file, Long.toString(value), java.nio.file.StandardOpenOption.WRITE);
    }
}
