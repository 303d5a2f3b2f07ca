// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.MachineBusyException;
import dev.runmatrix.harness.MachineLock;
import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.doctor.ClockCheck;
import dev.runmatrix.harness.doctor.Folder;
import dev.runmatrix.harness.doctor.FolderCheck;
import dev.runmatrix.harness.doctor.Hindrance;
import dev.runmatrix.harness.doctor.JavaChecks;
import dev.runmatrix.harness.doctor.JavaFacts;
import dev.runmatrix.harness.doctor.LoadChecks;
import dev.runmatrix.harness.doctor.MemoryChecks;
import dev.runmatrix.harness.doctor.MemoryFacts;
import dev.runmatrix.harness.doctor.ProcessorChecks;
import dev.runmatrix.harness.resource.EnvironmentProbe;
import dev.runmatrix.harness.resource.KernelSettings;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.resource.MachineLoad;
import dev.runmatrix.harness.resource.MachineWatch;
import dev.runmatrix.harness.result.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code doctor} found.
 *
 * @param environment machine and software
 * @param checks in the order in which they are shown
 */
record Examination(Environment environment, List<Check> checks) {

    /** Enough for the files that Java programs unpack there. */
    private static final long TEMPORARY_BYTES = 20_000_000;

    Examination {
        checks = List.copyOf(checks);
    }

    /** Looks at everything; takes as long as the machine is to be watched. */
    static Examination of(Home home, MatrixOptions options, Duration watched) throws CommandFailure {
        Check lock = lock(MachineLock.sharedFolder());
        Machine machine = Machine.open();
        try {
            Environment environment = new EnvironmentProbe(machine).probe(home.root(), OwnPrograms.paths());
            PlanExamination plan = PlanExamination.of(home, options, environment);
            MachineLoad load = MachineWatch.observe(machine, watched);
            KernelSettings kernel = KernelSettings.ofThisMachine();
            List<Check> checks = new ArrayList<>(plan.checks());
            checks.addAll(ProcessorChecks.of(environment, plan.workers()));
            checks.addAll(MemoryChecks.of(new MemoryFacts(
                    environment.grantedMemoryBytes(),
                    kernel.availableMemoryBytes(),
                    kernel.swapBytes(),
                    kernel.usedSwapBytes(),
                    plan.heapBytes(environment.grantedMemoryBytes()),
                    plan.largestDatasetBytes())));
            checks.addAll(LoadChecks.of(load));
            checks.addAll(folders(home, plan));
            checks.addAll(JavaChecks.of(java()));
            checks.add(ClockCheck.of(Instant.now(), load.clockStepMillis(), kernel.clockSource()));
            checks.add(lock);
            checks.add(build(environment));
            return new Examination(environment, checks);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, "this program cannot be read: " + e.getMessage());
        }
    }

    /** That of the first thing that a run would fail on; 0 where there is none. */
    int exitStatus() {
        return checks.stream()
                .flatMap(check -> check.hindrance().stream())
                .min(Comparator.naturalOrder())
                .map(Hindrance::status)
                .orElse(ExitCode.OK.status());
    }

    /** Taken and given back at once. */
    static Check lock(Path folder) {
        try {
            MachineLock.acquire(folder).close();
            return Check.ok("lock", "free", "free");
        } catch (MachineBusyException e) {
            return Check.problem(Hindrance.LOCK, "lock", "taken", "free", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            String why = folder + ": the lock cannot be taken: " + e.getMessage() + "; allow writing there.";
            return Check.problem(Hindrance.FILES, "lock", "cannot be taken", "free", why);
        }
    }

    private static List<Check> folders(Home home, PlanExamination plan) {
        List<Check> checks = new ArrayList<>();
        checks.add(FolderCheck.of("results", "results/", Folder.at(home.results()), plan.resultBytes()));
        if (plan.dataBytes() > 0) {
            checks.add(FolderCheck.of("data", "datasets/data/", Folder.at(home.datasets()), plan.dataBytes()));
        }
        Folder temporary = Folder.at(MachineLock.sharedFolder());
        checks.add(FolderCheck.of("temporary files", "java.io.tmpdir", temporary, TEMPORARY_BYTES));
        return checks;
    }

    private static JavaFacts java() {
        Path compiler = Path.of(System.getProperty("java.home"), "bin", "javac");
        return new JavaFacts(
                System.getProperty("java.runtime.version", "unknown"),
                Runtime.version().feature(),
                Files.exists(compiler) || Files.exists(compiler.resolveSibling("javac.exe")),
                Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                        .filter(System.getenv()::containsKey)
                        .toList());
    }

    private static Check build(Environment environment) {
        Optional<String> commit = environment.gitCommit().map(id -> id.substring(0, Math.min(7, id.length())));
        if (commit.isEmpty()) {
            return Check.fact("program", "no checkout");
        }
        String found = "commit " + commit.get();
        return environment.gitDirty()
                ? Check.warning(
                        "program",
                        found + " and changes",
                        "a commit",
                        "Nobody can build again what is not committed: the run will be marked so.")
                : Check.ok("program", found, "a commit");
    }
}
