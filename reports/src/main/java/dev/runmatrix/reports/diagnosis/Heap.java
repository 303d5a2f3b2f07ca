// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How large the heaps of a run may grow, and by which flag.
 *
 * @param flag the argument that says so; absent where none does
 * @param mostBytes the most that a heap may grow to; absent where neither a flag nor a fork tells
 * @param room what a heap should not pass
 */
record Heap(Optional<String> flag, Optional<Long> mostBytes, HeapRoom room) {

    private static final List<String> FLAGS = List.of("-Xmx", "-XX:MaxHeapSize=", "-XX:MaxRAMPercentage=");
    private static final String UNITS = "kmgt";
    private static final int BITS_PER_UNIT = 10;
    private static final long MEBIBYTE = 1L << 20;

    /** Heaps are set in steps of these. */
    private static final long STEP_MEBIBYTES = 64;

    /** The limit of the measured JVMs of a run; all have the same arguments. */
    static Heap of(RunFacts run) {
        Optional<String> flag = run.run().spec().jvmArgs().stream()
                .filter(argument -> FLAGS.stream().anyMatch(argument::startsWith))
                .reduce((first, second) -> second);
        Optional<Long> told = run.cells().stream()
                .flatMap(cell -> cell.forks().stream())
                .flatMap(fork -> fork.attempt().jvm().stream())
                .map(ForkJvm::maxHeapBytes)
                .findFirst();
        return new Heap(flag, flag.flatMap(Heap::bytes).or(() -> told), HeapRoom.of(run));
    }

    private static Optional<Long> bytes(String flag) {
        String size = flag.substring(flag.indexOf('=') < 0 ? "-Xmx".length() : flag.indexOf('=') + 1)
                .toLowerCase(Locale.ROOT);
        if (!size.matches("\\d{1,12}[kmgt]?") || flag.contains("Percentage")) {
            return Optional.empty();
        }
        int unit = UNITS.indexOf(size.charAt(size.length() - 1));
        return Optional.of(
                unit < 0
                        ? Long.parseLong(size)
                        : Long.parseLong(size.substring(0, size.length() - 1)) << (BITS_PER_UNIT * (unit + 1)));
    }

    /** The flag as it stands, or that there is none. */
    String inForce() {
        return flag.orElse("the JVM's own choice");
    }

    /** What to write into the matrix for a heap of so many bytes, rounded up, and how else to go on with the sentence. */
    Text set(double bytes, String rest) {
        return set(bytes).plain(rest).plain(room.caveat(steps(bytes) * STEP_MEBIBYTES * MEBIBYTE));
    }

    private Text set(double bytes) {
        Text text = Text.of("Set ").code(flagFor(bytes));
        return (flag.isPresent() ? text.plain(" instead of ").code(flag.get()) : text)
                .plain(" in ")
                .code("jvm_args");
    }

    private static String flagFor(double bytes) {
        return "-Xmx" + steps(bytes) * STEP_MEBIBYTES + "m";
    }

    private static long steps(double bytes) {
        return Math.max(1, (long) Math.ceil(bytes / MEBIBYTE / STEP_MEBIBYTES));
    }
}
