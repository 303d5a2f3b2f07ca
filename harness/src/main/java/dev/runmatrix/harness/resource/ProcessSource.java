// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where looks at a fork come from: at one process, or at a process with all that it starts. For one thread. */
interface ProcessSource extends AutoCloseable {

    /** A look; empty once the process has ended. */
    Optional<ProcessLook> look();

    /** Folders in {@code /proc} of the processes that were looked at last; none where there is no such thing. */
    List<Path> folders();

    /** Numbers of the processes among them that started others, ended ones too. */
    default Set<Long> parents() {
        return Set.of();
    }

    /**
     * Its processor time, after it has ended.
     *
     * @param waitedForNanos what the kernel has accounted to the harness for children that ended meanwhile
     * @param seenNanos what the last look saw
     */
    default long cpuNanos(long waitedForNanos, long seenNanos) {
        return Math.max(waitedForNanos, seenNanos);
    }

    @Override
    void close();
}
