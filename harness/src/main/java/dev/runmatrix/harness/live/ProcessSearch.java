// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds processes by what stands in their command line. */
public final class ProcessSearch {

    private final ProcFiles proc;
    private final long self;

    /**
     * @param proc {@code /proc}
     * @param self this process: it, and those that started it, are never found
     */
    public ProcessSearch(Path proc, long self) {
        this.proc = new ProcFiles(proc);
        this.self = self;
    }

    /**
     * A process that was found.
     *
     * @param pid its number
     * @param age how long it has been running
     * @param cpuCores mean of cores that it has used so far, without its children
     * @param command its arguments with one space between, secrets taken out
     */
    public record Found(long pid, Duration age, double cpuCores, String command) {}

    /**
     * The processes whose command line holds a text, the oldest first. Where one of them has started all others, it stands
     * for them.
     */
    public List<Found> byCommand(String text) {
        Map<Long, ProcStat> all = new HashMap<>();
        for (long pid : proc.numbers(proc.root())) {
            proc.text(proc.of(pid).resolve("stat")).flatMap(ProcStat::parse).ifPresent(stat -> all.put(pid, stat));
        }
        Set<Long> own = line(self, all);
        List<Found> found = new ArrayList<>();
        for (Map.Entry<Long, ProcStat> process : all.entrySet()) {
            List<String> command = command(proc, process.getKey());
            if (!own.contains(process.getKey())
                    && !process.getValue().isEnded()
                    && String.join(" ", command).contains(text)) {
                found.add(found(process.getKey(), process.getValue(), command));
            }
        }
        found.sort(Comparator.comparing(Found::age).reversed().thenComparing(Found::pid));
        return found.stream()
                .filter(each ->
                        found.stream().allMatch(other -> line(other.pid(), all).contains(each.pid())))
                .findFirst()
                .map(List::of)
                .orElse(found);
    }

    /** A process and those that it descends from. */
    private static Set<Long> line(long pid, Map<Long, ProcStat> all) {
        Set<Long> line = new HashSet<>();
        long each = pid;
        while (each > 0 && line.add(each) && all.containsKey(each)) {
            each = all.get(each).parent();
        }
        return line;
    }

    private Found found(long pid, ProcStat stat, List<String> command) {
        Duration age = age(proc, stat);
        double cores = age.isZero() ? 0 : (double) stat.cpuTicks() * ProcStat.NANOS_PER_TICK / age.toNanos();
        return new Found(pid, age, cores, String.join(" ", Redaction.of(command)));
    }

    /** The arguments of a process; none for those of the kernel, and where they cannot be read. */
    static List<String> command(ProcFiles proc, long pid) {
        return proc.text(proc.of(pid).resolve("cmdline"))
                .map(ProcessSearch::utf8)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split("\0")))
                .orElse(List.of());
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** How long a process has been running. */
    static Duration age(ProcFiles proc, ProcStat stat) {
        Optional<Double> up = proc.text(proc.root().resolve("uptime"))
                .map(text -> text.split(" ", 2)[0])
                .map(Double::parseDouble);
        long ticks =
                up.map(seconds -> Math.round(seconds * 100) - stat.startTicks()).orElse(0L);
        return Duration.ofMillis(Math.max(0, ticks) * 10);
    }
}
