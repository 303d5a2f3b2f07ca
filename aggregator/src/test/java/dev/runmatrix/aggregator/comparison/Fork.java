// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Runs a process and watches it from outside. Processor time is what the kernel adds to this process's account of its
 * children when one is waited for, so only one child may run at a time.
 */
final class Fork {

    private static final long SAMPLE_MILLIS = 10;

    private final Path scratch;

    /** Output of processes goes to a file in {@code scratch}. */
    Fork(Path scratch) {
        this.scratch = scratch;
    }

    Observation run(List<String> command) throws IOException, InterruptedException {
        Path output = scratch.resolve("fork.out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectErrorStream(true);
        long machineBefore = ProcFiles.machineCpuNanos();
        long ownBefore = ProcFiles.ownCpuNanos();
        long childrenBefore = ProcFiles.childrenCpuNanos();
        long wallBefore = System.nanoTime();
        Process process = builder.start();
        long peakRssBytes = watch(process);
        long wallNanos = System.nanoTime() - wallBefore;
        long cpuNanos = ProcFiles.childrenCpuNanos() - childrenBefore;
        long ownNanos = ProcFiles.ownCpuNanos() - ownBefore;
        long foreignNanos = ProcFiles.machineCpuNanos() - machineBefore - cpuNanos - ownNanos;
        if (process.exitValue() != 0) {
            throw new FailedException("exit status " + process.exitValue() + " of " + String.join(" ", command)
                    + ", which said:\n" + Files.readString(output));
        }
        double foreignCores = Math.max(0, (double) foreignNanos / wallNanos);
        return new Observation(wallNanos, cpuNanos, peakRssBytes, foreignCores, iterations(output));
    }

    private static long watch(Process process) throws IOException, InterruptedException {
        long peak = 0;
        do {
            OptionalLong seen = ProcFiles.peakRssBytes(process.pid());
            peak = Math.max(peak, seen.orElse(0));
        } while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS));
        return peak;
    }

    private static List<Iteration> iterations(Path output) throws IOException {
        try (var lines = Files.lines(output)) {
            return lines.map(Iteration::parse).flatMap(Optional::stream).toList();
        }
    }

    /** A process did not do what it should. */
    static final class FailedException extends IOException {

        private static final long serialVersionUID = 1;

        FailedException(String message) {
            super(message);
        }
    }
}
