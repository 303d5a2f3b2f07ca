// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Limits and counters of the Linux control groups that hold a process, version 1 or 2. A limit may stand on any level,
 * so every level from the process's own group up to the mount point is read. Where there are no control groups, every
 * answer is empty.
 */
public final class ControlGroups {

    /** Version 1 writes "no limit" as a number of this size. */
    private static final long UNLIMITED_BYTES = 1L << 60;

    private final List<Path> cpu;
    private final List<Path> memory;

    private ControlGroups(List<Path> cpu, List<Path> memory) {
        this.cpu = List.copyOf(cpu);
        this.memory = List.copyOf(memory);
    }

    /** The groups of this process, which its children share. */
    public static ControlGroups ofThisProcess() {
        return of(Path.of("/proc/self"));
    }

    /** The groups named in a process's folder of {@code /proc}. */
    static ControlGroups of(Path process) {
        return of(process, process);
    }

    /**
     * The groups of a process as another one sees them.
     *
     * @param observer folder of {@code /proc} of the process whose mounts are used; another one's may lie elsewhere
     * @param process folder of {@code /proc} of the process that is in the groups
     */
    public static ControlGroups of(Path observer, Path process) {
        List<String> mounts = lines(observer.resolve("mountinfo"));
        List<String> groups = lines(process.resolve("cgroup"));
        return new ControlGroups(
                ControlGroupPath.levels(mounts, groups, "cpu"), ControlGroupPath.levels(mounts, groups, "memory"));
    }

    /** Folders of the groups that share out processors, the process's own first and the mount point last. */
    public List<Path> cpuLevels() {
        return cpu;
    }

    /** Folders of the groups that share out memory, the process's own first and the mount point last. */
    public List<Path> memoryLevels() {
        return memory;
    }

    /** Cores that the tightest quota grants. */
    public OptionalDouble coreQuota() {
        return cpu.stream()
                .map(ControlGroups::coreQuota)
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .min();
    }

    /** The tightest memory limit. */
    public OptionalLong memoryLimitBytes() {
        return memory.stream()
                .flatMap(
                        group -> firstLine(group.resolve("memory.max"))
                                .or(() -> firstLine(group.resolve("memory.limit_in_bytes")))
                                .stream())
                .filter(text -> !text.equals("max"))
                .mapToLong(Long::parseLong)
                .filter(bytes -> bytes < UNLIMITED_BYTES)
                .min();
    }

    /** Time that the most throttled level has been throttled so far. */
    public OptionalLong throttledNanos() {
        return greatest(cpu, group -> {
            List<String> stat = lines(group.resolve("cpu.stat"));
            return counter(stat, "throttled_time")
                    .or(() -> counter(stat, "throttled_usec").map(micros -> micros * 1000));
        });
    }

    /** Processes that the kernel has killed so far because a level was out of memory. */
    public OptionalLong memoryKills() {
        return greatest(
                memory,
                group -> counter(lines(group.resolve("memory.events")), "oom_kill")
                        .or(() -> counter(lines(group.resolve("memory.oom_control")), "oom_kill")));
    }

    private static OptionalLong greatest(List<Path> levels, Function<Path, Optional<Long>> read) {
        return levels.stream()
                .map(read)
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .max();
    }

    private static Optional<Double> coreQuota(Path group) {
        Optional<String> unified = firstLine(group.resolve("cpu.max"));
        if (unified.isPresent()) {
            List<String> parts = List.of(unified.get().split(" ", -1));
            return parts.get(0).equals("max")
                    ? Optional.empty()
                    : Optional.of(Double.parseDouble(parts.get(0)) / Double.parseDouble(parts.get(1)));
        }
        Optional<Double> quota = firstLine(group.resolve("cpu.cfs_quota_us")).map(Double::parseDouble);
        Optional<Double> period = firstLine(group.resolve("cpu.cfs_period_us")).map(Double::parseDouble);
        return quota.filter(micros -> micros > 0).flatMap(micros -> period.map(length -> micros / length));
    }

    private static Optional<Long> counter(List<String> stat, String name) {
        return stat.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
                .findFirst();
    }

    private static Optional<String> firstLine(Path file) {
        return lines(file).stream().findFirst().map(String::strip);
    }

    private static List<String> lines(Path file) {
        try {
            return new ArrayList<>(Files.readAllLines(file));
        } catch (IOException e) {
            // Not there, or not for us to read: this level says nothing.
            return List.of();
        }
    }
}
