// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Collection;

/**
 * Tells what the threads of one process are for.
 *
 * @param jvm whether the process is a JVM
 * @param collectors whether it has threads that do nothing but collect garbage
 * @param alone whether it has one thread
 */
public record ThreadRoles(boolean jvm, boolean collectors, boolean alone) {

    /** The thread of {@code main} keeps the name of the launcher. */
    private static final String MAIN = "java";

    private static final double MOST_OF_A_SERVANT = 0.5;
    private static final long NOTHING_NANOS = 1_000_000;

    /** Those of the process whose threads have these names. */
    public static ThreadRoles of(Collection<String> names) {
        return new ThreadRoles(
                names.contains(ThreadRole.VM_THREAD),
                names.stream().anyMatch(ThreadRole::isCollector),
                names.size() == 1);
    }

    /**
     * The role of one of its threads.
     *
     * @param name as the kernel knows it
     * @param initial whether the process began with it
     * @param hasChildren whether the process started others
     * @param cpuNanos processor time of the thread
     * @param spanNanos in this time
     */
    public ThreadRole of(String name, boolean initial, boolean hasChildren, long cpuNanos, long spanNanos) {
        if (!jvm) {
            // A shell that starts one thing after the other and waits for it; one that works itself is a worker, too.
            boolean waits = cpuNanos < MOST_OF_A_SERVANT * spanNanos;
            return alone && hasChildren && waits ? ThreadRole.SERVICE : ThreadRole.WORK;
        }
        // The launcher's thread waits for the one that runs main, and that one, when main is over, for the others.
        boolean waitingMain = name.equals(MAIN) && cpuNanos < NOTHING_NANOS;
        return initial || waitingMain ? ThreadRole.SERVICE : ThreadRole.ofJvmThread(name, collectors);
    }
}
