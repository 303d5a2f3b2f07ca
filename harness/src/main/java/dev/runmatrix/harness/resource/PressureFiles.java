// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.Pressure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * For how long something has waited for a resource: pressure stall information of a control group or of the machine.
 *
 * @see <a href="https://docs.kernel.org/accounting/psi.html">Pressure stall information</a>
 */
public final class PressureFiles {

    private static final String SOME = "some ";
    private static final String TOTAL = "total=";
    private static final long NANOS_PER_MICRO = 1000;

    private final Path folder;
    private final String suffix;

    private PressureFiles(Path folder, String suffix) {
        this.folder = folder;
        this.suffix = suffix;
    }

    /** Those of a process's control group where it has one with limits that tells, else those of the machine. */
    public static PressureFiles of(ControlGroups groups) {
        return groups.limitedWithPressure().map(PressureFiles::ofGroup).orElseGet(() -> ofMachine(Path.of("/proc")));
    }

    static PressureFiles ofMachine(Path proc) {
        return new PressureFiles(proc.resolve("pressure"), "");
    }

    static PressureFiles ofGroup(Path group) {
        return new PressureFiles(group, ".pressure");
    }

    /** Totals since the group was made or the machine started; empty where nothing can be read. */
    public Optional<Pressure> total() {
        Pressure pressure = new Pressure(someNanos("cpu"), someNanos("memory"), someNanos("io"));
        boolean silent = pressure.cpuNanos().isEmpty()
                && pressure.memoryNanos().isEmpty()
                && pressure.ioNanos().isEmpty();
        return silent ? Optional.empty() : Optional.of(pressure);
    }

    /** What came between two totals. */
    public static Optional<Pressure> between(Optional<Pressure> earlier, Optional<Pressure> later) {
        return earlier.flatMap(from -> later.map(to -> new Pressure(
                grown(from.cpuNanos(), to.cpuNanos()),
                grown(from.memoryNanos(), to.memoryNanos()),
                grown(from.ioNanos(), to.ioNanos()))));
    }

    private static Optional<Long> grown(Optional<Long> from, Optional<Long> to) {
        return from.flatMap(before -> to.map(after -> after - before));
    }

    private Optional<Long> someNanos(String resource) {
        String text = KernelText.of(folder.resolve(resource + suffix));
        int total = text.startsWith(SOME) ? text.indexOf(TOTAL) : -1;
        OptionalLong micros = total < 0 ? OptionalLong.empty() : NamedCounter.number(text, total + TOTAL.length());
        return micros.isPresent() ? Optional.of(micros.getAsLong() * NANOS_PER_MICRO) : Optional.empty();
    }
}
