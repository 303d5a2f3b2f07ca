// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.List;

/** Finds processes by what they have inherited, wherever they have gone since. */
public final class MarkedProcesses {

    private static final ProcessFiles FILES = new ProcessFiles(Path.of("/proc"), 1);

    private MarkedProcesses() {}

    /**
     * All processes whose environment holds an entry; none where this is not Linux.
     *
     * @param entry {@code NAME=value}
     */
    public static List<Long> with(String entry) {
        return FILES.pids().stream()
                .filter(pid -> FILES.hasVariable(pid, entry))
                .toList();
    }

    /** Whether a process has ended and only waits for its parent to notice, which may never happen. */
    public static boolean isZombie(long pid) {
        return FILES.stat(pid).filter(ProcessStat::isDead).isPresent();
    }

    /** When a process was started, in a unit of the kernel's own; 0 for one that is not there. */
    public static long startTicks(long pid) {
        return FILES.stat(pid).map(ProcessStat::startTicks).orElse(0L);
    }
}
