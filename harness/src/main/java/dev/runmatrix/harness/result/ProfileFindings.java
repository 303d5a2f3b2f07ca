// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What the recordings of a cell's forks add up to. Names are those of the recording, on one line and bounded.
 *
 * @param groups samples by what threads are for
 * @param allocatedBytes estimate of what was allocated, all forks together
 * @param allocations where most was allocated, the greatest first
 * @param waits what the program's threads waited for longest, the longest first
 * @param pauses pauses for the collector
 * @param compilations methods that were compiled
 * @param compilingNanos time that this took, elapsed, summed over threads
 * @param jvmLoad mean share of all processors that the process used; absent where not recorded
 * @param machineLoad mean share of all processors that was used by anybody; absent where not recorded
 */
public record ProfileFindings(
        List<Group> groups,
        long allocatedBytes,
        List<Allocation> allocations,
        List<Wait> waits,
        Pauses pauses,
        long compilations,
        long compilingNanos,
        Optional<Double> jvmLoad,
        Optional<Double> machineLoad) {

    public ProfileFindings {
        groups = List.copyOf(groups);
        allocations = List.copyOf(allocations);
        waits = List.copyOf(waits);
    }

    /** The program's own threads; absent where none was sampled. */
    public Optional<Group> work() {
        return groups.stream().filter(g -> g.role() == ThreadRole.WORK).findFirst();
    }

    /**
     * Samples of threads that are for the same. The JVM's own, that run no Java code, are not sampled.
     *
     * @param role what they are for
     * @param samples all of them
     * @param methods those with most samples of their own, the greatest first
     */
    public record Group(ThreadRole role, long samples, List<Method> methods) {
        public Group {
            methods = List.copyOf(methods);
        }
    }

    /**
     * A method.
     *
     * @param name class and method
     * @param self samples in which it ran
     * @param total samples in which it ran or waited for what it had called
     * @param callers the most frequent way to it, its caller first; empty where it has none
     */
    public record Method(String name, long self, long total, List<String> callers) {
        public Method {
            callers = List.copyOf(callers);
        }
    }

    /**
     * Allocations of a class at a place.
     *
     * @param type the class
     * @param site the method of the program
     * @param samples how many were seen
     * @param bytes estimate of all
     */
    public record Allocation(String type, String site, long samples, long bytes) {}

    /**
     * Waits of a kind at a place.
     *
     * @param kind what for
     * @param type class of what was waited for; empty text for files
     * @param site the method of the program
     * @param count waits that were long enough to be recorded
     * @param nanos summed over threads
     * @param bytes read or written; 0 for locks
     */
    public record Wait(WaitKind kind, String type, String site, long count, long nanos, long bytes) {}

    /** What a thread waits for. */
    public enum WaitKind {
        /** To enter a synchronized block. */
        @JsonProperty("monitor")
        MONITOR,
        /** To be woken: a lock, a queue, a task of another thread; without threads of pools that have nothing to do. */
        @JsonProperty("park")
        PARK,
        /** To read from a file; through a channel or a stream, not through mapped memory. */
        @JsonProperty("read")
        READ,
        /** To write to a file. */
        @JsonProperty("write")
        WRITE
    }

    /**
     * Pauses for the collector.
     *
     * @param count collections
     * @param nanos all pauses
     * @param longestNanos the longest one
     */
    public record Pauses(long count, long nanos, long longestNanos) {}
}
