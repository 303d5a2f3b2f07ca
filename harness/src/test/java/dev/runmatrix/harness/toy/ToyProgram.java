// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.toy;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program as somebody else might have written it: does what its first argument says. */
public final class ToyProgram {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private ToyProgram() {}

    /** The arguments that start this program in a JVM of its own. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ToyProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static void main(String[] args) {
        switch (args[0]) {
            case "burn" -> burn(Long.parseLong(args[1]));
            case "throw" -> throw new IllegalStateException("as asked");
            case "exhaust" -> exhaust();
            default -> throw new IllegalArgumentException("unknown toy '" + args[0] + "'");
        }
    }

    private static void burn(long cpuMillis) {
        var threads = ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < cpuMillis * NANOS_PER_MILLI) {
            Thread.onSpinWait();
        }
    }

    private static void exhaust() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[1 << 20]);
        }
    }
}
