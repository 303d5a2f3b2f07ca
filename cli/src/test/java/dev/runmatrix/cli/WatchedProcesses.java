// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Processes of a test, which end with it, and a control group for one of them. */
final class WatchedProcesses {

    private static final long AT_WORK_NANOS = 700_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final List<Process> started = new ArrayList<>();
    private Optional<Path> group = Optional.empty();

    Process start(String... command) throws IOException {
        return start(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** A JVM with the class path of the tests. */
    Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        Collections.addAll(command, arguments);
        return start(command.toArray(String[]::new));
    }

    /** Waits until a process has left its start behind. */
    static void awaitWork(Process process) {
        long begun = System.nanoTime();
        while (process.isAlive()
                && process.info()
                        .totalCpuDuration()
                        .filter(cpu -> cpu.toNanos() > AT_WORK_NANOS)
                        .isEmpty()) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException("the process does no work");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Puts a process into a group that may use a tenth of a core; false where this user may not make groups. */
    boolean throttle(Process process) {
        String name = "run-matrix-test-" + process.pid();
        try {
            Path own = Path.of("/sys/fs/cgroup/cpu");
            boolean split = Files.isDirectory(own);
            Path folder = (split ? own : Path.of("/sys/fs/cgroup")).resolve(name);
            Files.createDirectory(folder);
            group = Optional.of(folder);
            if (split) {
                Files.writeString(folder.resolve("cpu.cfs_quota_us"), "10000");
            } else {
                Files.writeString(folder.resolve("cpu.max"), "10000 100000");
            }
            Files.writeString(folder.resolve("cgroup.procs"), Long.toString(process.pid()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void end() throws IOException, InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        if (group.isPresent()) {
            for (int attempt = 0; attempt < 100 && !isRemoved(group.get()); attempt++) {
                pause();
            }
        }
    }

    /** The kernel keeps a group for a moment after its last process has ended. */
    private static boolean isRemoved(Path folder) {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
