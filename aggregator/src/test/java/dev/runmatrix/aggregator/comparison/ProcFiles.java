// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What Linux tells about processes. Processor times come in ticks of 10 ms, whatever the kernel's own clock is. */
final class ProcFiles {

    private static final long TICK_NANOS = 10_000_000;
    private static final long KIBIBYTE = 1024;

    /** Positions in {@code stat} after the name of the process, which may itself hold blanks. */
    private static final int USER_TICKS = 11;

    private static final int CHILDREN_USER_TICKS = 13;

    /** Positions in the first line of {@code /proc/stat} of what was spent at work. */
    private static final int[] BUSY = {1, 2, 3, 6, 7};

    private ProcFiles() {}

    /** User and system time of this process so far. */
    static long ownCpuNanos() throws IOException {
        return ticksOfSelf(USER_TICKS);
    }

    /** User and system time of all children that this process has waited for. */
    static long childrenCpuNanos() throws IOException {
        return ticksOfSelf(CHILDREN_USER_TICKS);
    }

    private static long ticksOfSelf(int first) throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"), US_ASCII);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) * TICK_NANOS;
    }

    /** Time that all processors of the machine spent at work. */
    static long machineCpuNanos() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/stat"), US_ASCII)) {
            String[] fields = lines.findFirst().orElseThrow().split(" +", -1);
            long ticks = 0;
            for (int field : BUSY) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks * TICK_NANOS;
        }
    }

    /** What the processor calls itself. */
    static String processorModel() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    /** The largest resident set that a living process has had; empty when it is gone. */
    static OptionalLong peakRssBytes(long pid) throws IOException {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/status"), US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            // A process that ends between opening and reading its file.
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }
}
