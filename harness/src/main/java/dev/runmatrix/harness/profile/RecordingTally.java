// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.profile;

import dev.runmatrix.harness.result.ProfileFindings;
import dev.runmatrix.harness.result.ProfileFindings.Allocation;
import dev.runmatrix.harness.result.ProfileFindings.Group;
import dev.runmatrix.harness.result.ProfileFindings.Method;
import dev.runmatrix.harness.result.ProfileFindings.Pauses;
import dev.runmatrix.harness.result.ProfileFindings.Wait;
import dev.runmatrix.harness.result.ProfileFindings.WaitKind;
import dev.runmatrix.harness.result.ThreadRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Adds up the recordings of several forks. For one thread. */
public final class RecordingTally {

    private static final int METHODS = 200;
    private static final int OTHERS = 30;
    private static final int CALLERS = 3;
    private static final String NOWHERE = "(no Java frame)";

    private final Map<ThreadRole, Map<String, MethodTally>> methods = new EnumMap<>(ThreadRole.class);
    private final Map<ThreadRole, Long> samples = new EnumMap<>(ThreadRole.class);
    private final Map<Place, long[]> allocations = new HashMap<>();
    private final Map<WaitKind, Map<Place, long[]>> waits = new EnumMap<>(WaitKind.class);
    private final List<Double> jvmLoad = new ArrayList<>();
    private final List<Double> machineLoad = new ArrayList<>();
    private long collections;
    private long pauseNanos;
    private long longestPauseNanos;
    private long compilations;
    private long compilingNanos;

    /**
     * Adds a recording.
     *
     * @param from begin of the span that counts; absent: that of the recording
     * @param to end of the span that counts; absent: that of the recording
     */
    public void add(Path recording, Optional<Instant> from, Optional<Instant> to) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                boolean early = from.filter(event.getStartTime()::isBefore).isPresent();
                boolean late = to.filter(event.getStartTime()::isAfter).isPresent();
                if (!early && !late) {
                    add(event);
                }
            }
        }
    }

    /** Samples of the program's own threads so far. */
    public long workSamples() {
        return samples.getOrDefault(ThreadRole.WORK, 0L);
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> addSample(event);
            case "jdk.ObjectAllocationSample" ->
                add(allocations, place(event, "objectClass"), event.getLong("weight"), 0);
            case "jdk.JavaMonitorEnter" -> addWait(WaitKind.MONITOR, event, "monitorClass", 0);
            case "jdk.ThreadPark" -> addWait(WaitKind.PARK, event, "parkedClass", 0);
            case "jdk.FileRead" -> addWait(WaitKind.READ, event, "", event.getLong("bytesRead"));
            case "jdk.FileWrite" -> addWait(WaitKind.WRITE, event, "", event.getLong("bytesWritten"));
            case "jdk.GarbageCollection" -> addCollection(event);
            case "jdk.Compilation" -> {
                compilations++;
                compilingNanos += event.getDuration().toNanos();
            }
            case "jdk.CPULoad" -> {
                jvmLoad.add((double) event.getFloat("jvmUser") + event.getFloat("jvmSystem"));
                machineLoad.add((double) event.getFloat("machineTotal"));
            }
            default -> {
                // Not asked for.
            }
        }
    }

    private void addSample(RecordedEvent event) {
        ThreadRole role = role(event.getThread("sampledThread"));
        samples.merge(role, 1L, Long::sum);
        List<String> frames = Frames.of(event);
        Map<String, MethodTally> tallies = methods.computeIfAbsent(role, r -> new HashMap<>());
        String self = frames.isEmpty() ? NOWHERE : frames.get(0);
        List<String> callers =
                frames.size() < 2 ? List.of() : List.copyOf(frames.subList(1, Math.min(frames.size(), 1 + CALLERS)));
        tallies.computeIfAbsent(self, m -> new MethodTally()).addSelf(callers);
        for (String method : new HashSet<>(frames)) {
            tallies.computeIfAbsent(method, m -> new MethodTally()).total++;
        }
    }

    private void addWait(WaitKind kind, RecordedEvent event, String classField, long bytes) {
        RecordedThread thread = event.getThread();
        if (thread == null || role(thread) != ThreadRole.WORK) {
            return;
        }
        boolean idle = kind == WaitKind.PARK && Frames.of(event).stream().noneMatch(Frames::isOwn);
        if (idle) {
            // A thread of a pool that has nothing to do.
            return;
        }
        Map<Place, long[]> places = waits.computeIfAbsent(kind, k -> new HashMap<>());
        add(places, place(event, classField), event.getDuration().toNanos(), bytes);
    }

    private void addCollection(RecordedEvent event) {
        collections++;
        pauseNanos += event.getDuration("sumOfPauses").toNanos();
        Duration longest = event.getDuration("longestPause");
        longestPauseNanos = Math.max(longestPauseNanos, longest.toNanos());
    }

    private static void add(Map<Place, long[]> places, Place place, long amount, long bytes) {
        long[] sums = places.computeIfAbsent(place, p -> new long[3]);
        sums[0]++;
        sums[1] += amount;
        sums[2] += bytes;
    }

    private static Place place(RecordedEvent event, String classField) {
        RecordedClass type = classField.isEmpty() ? null : event.getClass(classField);
        String what = type == null ? "" : Frames.harmless(type.getName());
        return new Place(what, Frames.site(Frames.of(event)).orElse(NOWHERE));
    }

    private static ThreadRole role(RecordedThread thread) {
        if (thread == null) {
            return ThreadRole.SERVICE;
        }
        String java = thread.getJavaName();
        String any = java == null ? thread.getOSName() : java;
        return any == null ? ThreadRole.SERVICE : ThreadRole.ofJvmThread(any, false);
    }

    /** All that was added up, the greatest first. */
    public ProfileFindings findings() {
        List<Group> groups = samples.entrySet().stream()
                .map(role -> new Group(role.getKey(), role.getValue(), methods(role.getKey())))
                .toList();
        List<Allocation> allocated = top(allocations).stream()
                .map(e -> new Allocation(e.getKey().what(), e.getKey().site(), e.getValue()[0], e.getValue()[1]))
                .toList();
        long allocatedBytes = allocations.values().stream().mapToLong(s -> s[1]).sum();
        List<Wait> waited = new ArrayList<>();
        waits.forEach((kind, places) -> top(places)
                .forEach(e -> waited.add(new Wait(
                        kind,
                        e.getKey().what(),
                        e.getKey().site(),
                        e.getValue()[0],
                        e.getValue()[1],
                        e.getValue()[2]))));
        waited.sort(Comparator.comparingLong(Wait::nanos).reversed());
        return new ProfileFindings(
                groups,
                allocatedBytes,
                allocated,
                waited,
                new Pauses(collections, pauseNanos, longestPauseNanos),
                compilations,
                compilingNanos,
                mean(jvmLoad),
                mean(machineLoad));
    }

    private List<Method> methods(ThreadRole role) {
        return methods.getOrDefault(role, Map.of()).entrySet().stream()
                .map(m -> m.getValue().as(m.getKey()))
                .sorted(Comparator.comparingLong(Method::self)
                        .thenComparingLong(Method::total)
                        .reversed()
                        .thenComparing(Method::name))
                .limit(METHODS)
                .toList();
    }

    private static List<Map.Entry<Place, long[]>> top(Map<Place, long[]> places) {
        return places.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Place, long[]> e) -> -e.getValue()[1])
                        .thenComparing(e -> e.getKey().site()))
                .limit(OTHERS)
                .toList();
    }

    private static Optional<Double> mean(List<Double> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().mapToDouble(v -> v).average().orElse(0));
    }

    /**
     * Where something happened.
     *
     * @param what class of the object; empty text for none
     * @param site method of the program
     */
    private record Place(String what, String site) {}

    /** Samples of one method. */
    private static final class MethodTally {

        private final Map<List<String>, Integer> callers = new HashMap<>();
        private long self;
        private long total;

        void addSelf(List<String> chain) {
            self++;
            callers.merge(chain, 1, Integer::sum);
        }

        Method as(String name) {
            List<String> usual = callers.entrySet().stream()
                    .max(Map.Entry.<List<String>, Integer>comparingByValue()
                            .thenComparing(e -> String.join(" ", e.getKey())))
                    .map(Map.Entry::getKey)
                    .orElse(List.of());
            return new Method(name, self, Math.max(self, total), usual);
        }
    }
}
