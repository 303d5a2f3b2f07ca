// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;
import oshi.util.GlobalConfig;

/** The machine as OSHI sees it. Making one takes up to a second, so it is made before the first fork. */
public final class Machine {

    private static final int WARM_UP_LOOKS = 400;

    private final OperatingSystem system;
    private final HardwareAbstractionLayer hardware;
    private final CentralProcessor processor;
    private final long pageBytes;
    private final Optional<CounterFile> stat = CounterFile.open(Path.of("/proc/stat"));

    private Machine(SystemInfo info) {
        system = info.getOperatingSystem();
        hardware = info.getHardware();
        processor = hardware.getProcessor();
        pageBytes = hardware.getMemory().getPageSize();
    }

    /** Loads and warms everything that sampling needs. */
    public static Machine open() {
        // OSHI hands out processor ticks up to 300 ms old unless told not to; 0 is "never old", -1 would be "for ever".
        GlobalConfig.set(GlobalConfig.OSHI_UTIL_MEMOIZER_EXPIRATION, 0);
        Machine machine = new Machine(new SystemInfo());
        machine.warmUp();
        return machine;
    }

    /** Starts observing a process; empty when it has already gone. */
    public Optional<ProcessObserver> observe(long pid, long startNanos) {
        return process(pid).map(process -> new ProcessObserver(NoiseGauge.begin(this), process, startNanos));
    }

    /**
     * Prepares to observe a process that is about to be started, with all that it starts.
     *
     * @param mark an entry of its environment, {@code NAME=value}, that no other process has
     */
    public ExpectedTree expectTree(String mark) {
        return new ExpectedTree(this, new ProcessFiles(Path.of("/proc"), pageBytes), mark);
    }

    /** From the kernel's own files where there are such: on Linux they cost a fraction of what OSHI does. */
    Optional<ProcessSource> process(long pid) {
        return LinuxProcess.open(Path.of("/proc", Long.toString(pid)), pageBytes)
                .or(() -> Optional.ofNullable(system.getProcess(Math.toIntExact(pid)))
                        .map(OshiProcess::new));
    }

    /** Observers of several threads share the file. */
    synchronized HostTicks ticks() {
        return stat.flatMap(CounterFile::read).flatMap(HostTicks::parse).orElseGet(this::ticksOfOshi);
    }

    private HostTicks ticksOfOshi() {
        long[] ticks = processor.getSystemCpuLoadTicks();
        long total = 0;
        for (long tick : ticks) {
            total += tick;
        }
        long steal = ticks[TickType.STEAL.getIndex()];
        long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
        return new HostTicks(total - idle - steal, steal, OptionalLong.empty(), total);
    }

    String cpuModel() {
        return processor.getProcessorIdentifier().getName().strip();
    }

    int logicalCpus() {
        return processor.getLogicalProcessorCount();
    }

    long memoryBytes() {
        return hardware.getMemory().getTotal();
    }

    String osName() {
        return system.getFamily() + " " + system.getVersionInfo().getVersion();
    }

    private void warmUp() {
        process(system.getProcessId()).ifPresent(own -> {
            for (int i = 0; i < WARM_UP_LOOKS; i++) {
                var unused = own.look();
                ticks();
            }
            own.close();
        });
    }
}
