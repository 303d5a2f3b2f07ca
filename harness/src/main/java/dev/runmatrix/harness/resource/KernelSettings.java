// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Settings of a Linux kernel that change how fast programs run. Elsewhere every answer is empty. */
public final class KernelSettings {

    private static final String GOVERNOR = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";
    private static final String HUGE_PAGES = "sys/kernel/mm/transparent_hugepage/enabled";
    private static final String CLOCK = "sys/devices/system/clocksource/clocksource0/current_clocksource";
    private static final String MEMORY = "proc/meminfo";
    private static final String PROCESSORS = "proc/cpuinfo";
    private static final long KILO = 1024;

    private final Path root;

    KernelSettings(Path root) {
        this.root = root;
    }

    /** The settings of the running kernel. */
    public static KernelSettings ofThisMachine() {
        return new KernelSettings(Path.of("/"));
    }

    /** Frequency governor of the first processor. */
    public Optional<String> governor() {
        return line(GOVERNOR);
    }

    /** When transparent huge pages are used: {@code always}, {@code madvise} or {@code never}. */
    public Optional<String> transparentHugePages() {
        return line(HUGE_PAGES)
                .filter(text -> text.indexOf('[') >= 0 && text.indexOf(']') > text.indexOf('['))
                .map(text -> text.substring(text.indexOf('[') + 1, text.indexOf(']')));
    }

    /** What tells this kernel the time: {@code tsc}, {@code kvm-clock}, {@code hpet} or another. */
    public Optional<String> clockSource() {
        return line(CLOCK);
    }

    /** Size of all swap space; 0 where there is none. */
    public OptionalLong swapBytes() {
        return memory("SwapTotal:");
    }

    /** Memory that programs could still get without swapping. */
    public OptionalLong availableMemoryBytes() {
        return memory("MemAvailable:");
    }

    /** Swap space in use. */
    public OptionalLong usedSwapBytes() {
        OptionalLong total = swapBytes();
        OptionalLong free = memory("SwapFree:");
        return total.isPresent() && free.isPresent()
                ? OptionalLong.of(total.getAsLong() - free.getAsLong())
                : OptionalLong.empty();
    }

    /** Whether the processor says that a hypervisor runs below this kernel; empty where it does not tell. */
    public Optional<Boolean> virtualMachine() {
        return KernelText.of(root.resolve(PROCESSORS))
                .lines()
                .filter(line -> line.startsWith("flags"))
                .findFirst()
                .map(line -> (line + " ").contains(" hypervisor "));
    }

    private OptionalLong memory(String name) {
        OptionalLong kilobytes = NamedCounter.in(KernelText.of(root.resolve(MEMORY)), name);
        return kilobytes.isPresent() ? OptionalLong.of(kilobytes.getAsLong() * KILO) : kilobytes;
    }

    private Optional<String> line(String file) {
        return KernelText.of(root.resolve(file))
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
