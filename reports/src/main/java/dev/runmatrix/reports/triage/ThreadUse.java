// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.live.LiveThread;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a thread did, a second.
 *
 * @param thread the thread
 * @param cpuCores share of a core that it used
 * @param queueCores share of the time in which it was ready and had no processor
 * @param role what it is for
 */
public record ThreadUse(LiveThread thread, double cpuCores, double queueCores, Role role) {

    private static final List<String> COLLECTORS = List.of(
            "GC Thread",
            "G1 Main",
            "G1 Conc",
            "G1 Refine",
            "G1 Service",
            "ZWorker",
            "ZDriver",
            "ZDirector",
            "ZStat",
            "ZUncommitter",
            "Shenandoah",
            "Concurrent Mark");
    private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler", "JVMCI");
    private static final List<String> SERVANTS = List.of(
            "VM Periodic",
            "Signal Dispatch",
            "Finalizer",
            "Reference Handl",
            "Common-Cleaner",
            "Service Thread",
            "Monitor Deflat",
            "Notification",
            "Attach Listener",
            "Sweeper",
            "Cleaner-",
            "process reaper",
            "JFR ",
            "DestroyJavaVM");
    private static final String VM_THREAD = "VM Thread";

    /** The thread of {@code main} keeps the name of the launcher. */
    private static final String MAIN = "java";

    private static final double MOST_QUEUED = 0.99;
    private static final double MOST_OF_A_SERVANT = 0.5;
    private static final long NOTHING_NANOS = 1_000_000;

    /** What a thread is for. */
    public enum Role {
        /** The program's own. */
        WORK,
        /** Collects garbage. The VM thread of a JVM without collector threads does that itself. */
        GARBAGE,
        /** Compiles machine code. */
        COMPILER,
        /** Serves the runtime, or waits for a child process. */
        SERVICE
    }

    /**
     * Share of a core that it would use if a processor were always free: it would then run as long and wait as long for
     * anything else, in less time. A thread that seldom runs wants little, however long it queues.
     */
    public double wantedCores() {
        return Math.min(Math.max(1, cpuCores), cpuCores / (1 - Math.min(MOST_QUEUED, queueCores)));
    }

    /** All threads, the one with the most processor time first. */
    static List<ThreadUse> of(List<LiveThread> threads, double seconds) {
        Set<Long> jvms = threads.stream()
                .filter(thread -> thread.name().equals(VM_THREAD))
                .map(LiveThread::pid)
                .collect(Collectors.toSet());
        return threads.stream()
                .map(thread -> new ThreadUse(
                        thread,
                        thread.cpuNanos() / 1e9 / seconds,
                        thread.runQueueNanos().orElse(0L) / 1e9 / seconds,
                        role(thread, jvms.contains(thread.pid()), threads, seconds)))
                .sorted(Comparator.comparingDouble(ThreadUse::cpuCores)
                        .reversed()
                        .thenComparing(use -> use.thread().tid()))
                .toList();
    }

    private static Role role(LiveThread thread, boolean inJvm, List<LiveThread> threads, double seconds) {
        if (!inJvm) {
            boolean alone = threads.stream()
                            .filter(other -> other.pid() == thread.pid())
                            .count()
                    == 1;
            // A shell that starts one thing after the other and waits for it; one that works itself is a worker, too.
            boolean waits = thread.cpuNanos() < MOST_OF_A_SERVANT * seconds * 1e9;
            return alone && thread.hasChildren() && waits ? Role.SERVICE : Role.WORK;
        }
        // The launcher's thread waits for the one that runs main, and that one, when main is over, for the others.
        boolean waitingMain = thread.name().equals(MAIN) && thread.cpuNanos() < NOTHING_NANOS;
        if (thread.tid() == thread.pid() || waitingMain || startsWith(thread, SERVANTS)) {
            return Role.SERVICE;
        }
        if (startsWith(thread, COMPILERS)) {
            return Role.COMPILER;
        }
        return thread.name().equals(VM_THREAD) || startsWith(thread, COLLECTORS) ? Role.GARBAGE : Role.WORK;
    }

    private static boolean startsWith(LiveThread thread, List<String> beginnings) {
        return beginnings.stream().anyMatch(thread.name()::startsWith);
    }
}
