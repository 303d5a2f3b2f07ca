// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Files;
import java.nio.file.Path;
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
    private final List<Path> unified;

    private ControlGroups(List<Path> cpu, List<Path> memory, List<Path> unified) {
        this.cpu = List.copyOf(cpu);
        this.memory = List.copyOf(memory);
        this.unified = List.copyOf(unified);
    }

    /** The groups of this process, which its children share. */
    public static ControlGroups ofThisProcess() {
        return of(Path.of("/proc/self"));
    }

    /** The groups named in a process's folder of {@code /proc}. */
    public static ControlGroups of(Path process) {
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
                ControlGroupPath.levels(mounts, groups, "cpu"),
                ControlGroupPath.levels(mounts, groups, "memory"),
                ControlGroupPath.levels(mounts, groups, ""));
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
                .map(ControlGroups::memoryLimit)
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .min();
    }

    /** The innermost group of version 2 that has a limit and tells its pressure; version 1 tells none. */
    Optional<Path> limitedWithPressure() {
        return unified.stream()
                .filter(group ->
                        coreQuota(group).isPresent() || memoryLimit(group).isPresent())
                .filter(group -> Files.isReadable(group.resolve("cpu.pressure")))
                .findFirst();
    }

    /** Time that the most throttled level has been throttled so far. */
    public OptionalLong throttledNanos() {
        return greatest(
                cpu,
                group -> counter(group.resolve("cpu.stat"), "throttled_time")
                        .or(() -> counter(group.resolve("cpu.stat"), "throttled_usec")
                                .map(micros -> micros * 1000)));
    }

    /** Accounting periods in which the most throttled level has been throttled so far. */
    public OptionalLong throttledPeriods() {
        return greatest(cpu, group -> counter(group.resolve("cpu.stat"), "nr_throttled"));
    }

    /** Processes that the kernel has killed so far because a level was out of memory. */
    public OptionalLong memoryKills() {
        return greatest(
                memory,
                group -> counter(group.resolve("memory.events"), "oom_kill")
                        .or(() -> counter(group.resolve("memory.oom_control"), "oom_kill")));
    }

    private static OptionalLong greatest(List<Path> levels, Function<Path, Optional<Long>> read) {
        return levels.stream()
                .map(read)
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .max();
    }

    private static Optional<Double> coreQuota(Path group) {
        Optional<Quota> quota = line(group.resolve("cpu.max"))
                .map(text -> text.split(" ", -1))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Quota(parts[0], parts[1]))
                .or(() -> line(group.resolve("cpu.cfs_quota_us"))
                        .flatMap(micros ->
                                line(group.resolve("cpu.cfs_period_us")).map(period -> new Quota(micros, period))));
        return quota.flatMap(Quota::cores);
    }

    private static Optional<Long> memoryLimit(Path group) {
        return line(group.resolve("memory.max"))
                .or(() -> line(group.resolve("memory.limit_in_bytes")))
                .flatMap(ControlGroups::number)
                .filter(bytes -> bytes < UNLIMITED_BYTES);
    }

    private static Optional<Long> counter(Path file, String name) {
        OptionalLong value = NamedCounter.in(KernelText.of(file), name + " ");
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static Optional<String> line(Path file) {
        return KernelText.of(file).lines().findFirst().map(String::strip);
    }

    /** A limit; empty for {@code max}, and for the -1 by which version 1 says that there is none. */
    private static Optional<Long> number(String text) {
        OptionalLong value = NamedCounter.number(text, 0);
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static List<String> lines(Path file) {
        return KernelText.of(file).lines().toList();
    }

    /**
     * Time that the group's processes may run in each period.
     *
     * @param micros as text; {@code max} or negative for no limit
     * @param period in microseconds, as text
     */
    private record Quota(String micros, String period) {

        Optional<Double> cores() {
            return number(micros)
                    .flatMap(granted ->
                            number(period).filter(length -> length > 0).map(length -> granted / (double) length));
        }
    }
}
