// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        return new Environment(
                machineClass(cores, grantedMemory),
                machineHash(),
                machine.cpuModel(),
                machine.logicalCpus(),
                cores,
                machine.memoryBytes(),
                grantedMemory,
                machine.osName(),
                System.getProperty("os.version", "unknown"),
                System.getProperty("java.vendor", "unknown") + " " + System.getProperty("java.runtime.version", ""),
                KernelSettings.ofThisMachine().governor(),
                tree.commit(),
                tree.dirty(),
                BuildDigest.of(programs));
    }

    private double grantedCores() {
        int allowed = firstLine(STATUS, "Cpus_allowed_list:")
                .map(CpuList::count)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        return Math.min(allowed, groups.coreQuota().orElse(allowed));
    }

    private long grantedMemoryBytes() {
        OptionalLong limit = groups.memoryLimitBytes();
        return limit.isPresent() ? Math.min(limit.getAsLong(), machine.memoryBytes()) : machine.memoryBytes();
    }

    private String machineClass(double cores, long memoryBytes) {
        String granted =
                cores == Math.rint(cores) ? Long.toString((long) cores) : String.format(Locale.ROOT, "%.2f", cores);
        return machine.cpuModel() + ", " + granted + (cores == 1 ? " core, " : " cores, ")
                + Math.max(1, Math.round(memoryBytes / (double) (1L << 30))) + " GiB";
    }

    /** Of what stays the same on one machine; the salt keeps the hash from being looked up elsewhere. */
    private String machineHash() {
        String identity = firstLine(MACHINE_ID).orElse("")
                + "|" + machine.cpuModel()
                + "|" + machine.logicalCpus()
                + "|" + machine.memoryBytes();
        byte[] digest =
                BuildDigest.sha256().digest(("run-matrix machine|" + identity).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    }

    private static Optional<String> firstLine(Path file) {
        return firstLine(file, "");
    }

    private static Optional<String> firstLine(Path file, String prefix) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .filter(line -> !line.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
