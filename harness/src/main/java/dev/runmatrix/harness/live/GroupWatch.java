// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.resource.ControlGroups;
import dev.runmatrix.harness.result.Pressure;
import dev.runmatrix.harness.result.live.GroupMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the control groups of a watched process take from it. */
final class GroupWatch {

    private static final long UNLIMITED_BYTES = 1L << 60;
    private static final List<String> RESOURCES = List.of("cpu", "memory", "io");

    private final ProcFiles proc;
    private final ControlGroups groups;
    private final Optional<Path> throttling;
    private final boolean ownPressure;
    private final Throttle throttleAtStart;
    private final List<Optional<Long>> pressureAtStart;

    GroupWatch(ProcFiles proc, long pid) {
        this.proc = proc;
        groups = ControlGroups.of(proc.root().resolve("self"), proc.of(pid));
        throttling = groups.cpuLevels().stream()
                .filter(level -> throttle(level).nanos().isPresent())
                .findFirst();
        ownPressure = groups.cpuLevels().stream()
                .findFirst()
                .filter(level -> Files.isReadable(level.resolve("cpu.pressure")))
                .isPresent();
        throttleAtStart = mostThrottled();
        pressureAtStart = pressure();
    }

    /** Cores that the tightest quota allows. */
    Optional<Double> quotaCores() {
        OptionalDouble quota = groups.coreQuota();
        return quota.isPresent() ? Optional.of(quota.getAsDouble()) : Optional.empty();
    }

    Throttle throttledSinceStart() {
        return mostThrottled().minus(throttleAtStart);
    }

    /** Memory of the level whose limit is the tightest. */
    Optional<GroupMemory> memory() {
        return groups.memoryLevels().stream()
                .flatMap(level -> memory(level).stream())
                .min(Comparator.comparingLong(GroupMemory::limitBytes));
    }

    Optional<Pressure> pressureSinceStart() {
        List<Optional<Long>> now = pressure();
        if (now.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Pressure(grown(now, 0), grown(now, 1), grown(now, 2)));
    }

    boolean ownPressure() {
        return ownPressure;
    }

    private Optional<Long> grown(List<Optional<Long>> now, int index) {
        return now.get(index).flatMap(value -> pressureAtStart.get(index).map(before -> value - before));
    }

    private Optional<GroupMemory> memory(Path level) {
        Optional<Long> limit = firstNumber(level, "memory.max")
                .or(() -> firstNumber(level, "memory.limit_in_bytes"))
                .filter(bytes -> bytes < UNLIMITED_BYTES);
        Optional<Long> usage =
                firstNumber(level, "memory.current").or(() -> firstNumber(level, "memory.usage_in_bytes"));
        List<String> stat = proc.lines(level.resolve("memory.stat"));
        long reclaimable = Counters.number(stat, "total_inactive_file ")
                .or(() -> Counters.number(stat, "inactive_file "))
                .orElse(0L);
        return limit.map(bytes -> new GroupMemory(bytes, usage.map(used -> Math.max(0, used - reclaimable))));
    }

    private Optional<Long> firstNumber(Path level, String file) {
        return proc.text(level.resolve(file)).map(String::strip).flatMap(Counters::number);
    }

    /** Of the level that throttles: its counters go up together. */
    private Throttle mostThrottled() {
        OptionalLong nanos = groups.throttledNanos();
        return groups.cpuLevels().stream()
                .map(this::throttle)
                .filter(level -> level.nanos().isPresent()
                        && nanos.isPresent()
                        && level.nanos().get() == nanos.getAsLong())
                .findFirst()
                .or(() -> throttling.map(this::throttle))
                .orElse(Throttle.UNKNOWN);
    }

    private Throttle throttle(Path level) {
        List<String> stat = proc.lines(level.resolve("cpu.stat"));
        return new Throttle(
                Counters.number(stat, "throttled_time ")
                        .or(() -> Counters.number(stat, "throttled_usec ").map(micros -> micros * 1000)),
                Counters.number(stat, "nr_throttled "),
                Counters.number(stat, "nr_periods "));
    }

    private List<Optional<Long>> pressure() {
        return RESOURCES.stream()
                .map(resource -> ownPressure
                        ? groups.cpuLevels().get(0).resolve(resource + ".pressure")
                        : proc.root().resolve("pressure").resolve(resource))
                .map(file -> Counters.text(proc.lines(file), "some ").flatMap(GroupWatch::totalNanos))
                .toList();
    }

    private static Optional<Long> totalNanos(String line) {
        int at = line.indexOf("total=");
        return at < 0
                ? Optional.empty()
                : Counters.number(line.substring(at + "total=".length()).strip())
                        .map(micros -> micros * 1000);
    }

    /**
     * Counters of a group with a quota.
     *
     * @param nanos time throttled, added over processors
     * @param throttled periods in which it was
     * @param periods all of them
     */
    record Throttle(Optional<Long> nanos, Optional<Long> throttled, Optional<Long> periods) {

        static final Throttle UNKNOWN = new Throttle(Optional.empty(), Optional.empty(), Optional.empty());

        Throttle minus(Throttle before) {
            return new Throttle(
                    difference(nanos, before.nanos),
                    difference(throttled, before.throttled),
                    difference(periods, before.periods));
        }

        private static Optional<Long> difference(Optional<Long> now, Optional<Long> before) {
            return now.flatMap(value -> before.map(earlier -> Math.max(0, value - earlier)));
        }
    }
}
