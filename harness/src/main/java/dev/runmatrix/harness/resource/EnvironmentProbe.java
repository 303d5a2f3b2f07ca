// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Describes machine and software without names of hosts, users or folders. */
public final class EnvironmentProbe {

    private static final int HASH_DIGITS = 12;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MACHINE_ID = Path.of("/etc/machine-id");

    private final Machine machine;
    private final ControlGroups groups;
    private final KernelSettings kernel = KernelSettings.ofThisMachine();

    public EnvironmentProbe(Machine machine) {
        this.machine = machine;
        this.groups = ControlGroups.ofThisProcess();
    }

    /**
     * Looks at everything.
     *
     * @param checkout the working tree that built the program, or any folder
     * @param programs the program's own jars or class folders
     */
    public Environment probe(Path checkout, List<Path> programs) throws IOException {
        WorkingTree tree = WorkingTree.at(checkout);
        double cores = grantedCores();
        long grantedMemory = grantedMemoryBytes();
        String machineClass = machineClass(cores, grantedMemory);
        OptionalLong swap = kernel.swapBytes();
        return new Environment(
                machineClass,
                classHash(machineClass),
                machineHash(),
                machine.cpuModel(),
                machine.logicalCpus(),
                cores,
                machine.memoryBytes(),
                grantedMemory,
                swap.isPresent() ? Optional.of(swap.getAsLong()) : Optional.empty(),
                machine.osName(),
                System.getProperty("os.version", "unknown"),
                System.getProperty("java.vendor", "unknown") + " " + System.getProperty("java.runtime.version", ""),
                kernel.governor(),
                kernel.transparentHugePages(),
                kernel.virtualMachine(),
                tree.commit(),
                tree.dirty(),
                BuildDigest.of(programs));
    }

    /** The class of this machine alone, as {@link Environment#machineClassHash} has it. */
    public String machineClassHash() {
        return classHash(machineClass(grantedCores(), grantedMemoryBytes()));
    }

    private static String classHash(String machineClass) {
        return hash("class|" + machineClass);
    }

    /** Processors that this process may use: the least of affinity and control-group quota. */
    public double grantedCores() {
        int allowed = firstLine(STATUS, "Cpus_allowed_list:")
                .map(CpuList::count)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        return Math.min(allowed, groups.coreQuota().orElse(allowed));
    }

    /** The least of installed memory and control-group limit. */
    public long grantedMemoryBytes() {
        OptionalLong limit = groups.memoryLimitBytes();
        return limit.isPresent() ? Math.min(limit.getAsLong(), machine.memoryBytes()) : machine.memoryBytes();
    }

    private String machineClass(double cores, long memoryBytes) {
        String granted =
                cores == Math.rint(cores) ? Long.toString((long) cores) : String.format(Locale.ROOT, "%.2f", cores);
        return machine.cpuModel() + ", " + granted + (cores == 1 ? " core, " : " cores, ")
                + Math.max(1, Math.round(memoryBytes / (double) (1L << 30))) + " GiB";
    }

    /** Of what stays the same on one machine. */
    private String machineHash() {
        String identity = firstLine(MACHINE_ID).orElse("")
                + "|" + machine.cpuModel()
                + "|" + machine.logicalCpus()
                + "|" + machine.memoryBytes();
        return hash("machine|" + identity);
    }

    /** The salt keeps a hash from being looked up elsewhere. */
    private static String hash(String text) {
        byte[] digest = BuildDigest.sha256().digest(("run-matrix " + text).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    }

    private static Optional<String> firstLine(Path file) {
        return firstLine(file, "");
    }

    private static Optional<String> firstLine(Path file, String prefix) {
        return KernelText.of(file)
                .lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .filter(line -> !line.isEmpty())
                .findFirst();
    }
}
