// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.resource.Descendants;
import dev.runmatrix.harness.resource.MarkedProcesses;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The process of a fork and everything that it started. */
final class ForkProcess {

    private static final Path PROC = Path.of("/proc");
    private static final int STANDARD_OUT = 1;
    private static final int STANDARD_ERROR = 2;
    private static final long LONGEST_ENDING_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final ProcessHandle process;
    private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();
    private final Set<Path> pipes;
    private final Optional<String> environmentMark;
    private final Consumer<ProcessHandle> onDescendant;
    private final Set<Long> strays = ConcurrentHashMap.newKeySet();

    private ForkProcess(ProcessHandle process, Optional<String> environmentMark, Consumer<ProcessHandle> onDescendant) {
        this.process = process;
        this.pipes = pipes(process.pid());
        this.environmentMark = environmentMark;
        this.onDescendant = onDescendant;
    }

    /**
     * A child of this JVM.
     *
     * @param environmentMark an entry of its environment that all it starts inherits
     */
    static ForkProcess of(ProcessHandle child, String environmentMark) {
        return new ForkProcess(child, Optional.of(environmentMark), descendant -> {});
    }

    /**
     * The child of this JVM whose command line holds a mark; empty while there is none.
     *
     * @param onDescendant is told of what it starts, of each process at least once
     */
    static Optional<ForkProcess> find(String mark, Consumer<ProcessHandle> onDescendant) {
        return ProcessHandle.current()
                .children()
                .filter(child -> commandLine(child).contains(mark))
                .findFirst()
                .map(child -> new ForkProcess(child, Optional.empty(), onDescendant));
    }

    ProcessHandle handle() {
        return process;
    }

    /** Remembers what the fork has started so far: once it is dead, its children are nobody's. */
    void trackDescendants() {
        for (long pid : Descendants.of(process.pid())) {
            ProcessHandle.of(pid).filter(descendants::add).ifPresent(onDescendant);
        }
    }

    /** Ends the fork and everything that it started. */
    void kill() {
        trackDescendants();
        process.destroyForcibly();
        end(new HashSet<>());
    }

    /**
     * Ends what a dead fork left behind: the descendants that were seen, and whoever still holds its output pipes open,
     * for which JMH would wait without end.
     */
    void killStrays() {
        end(strays);
    }

    /** Processes that were left behind and that {@link #killStrays} has ended. */
    int strays() {
        return strays.size();
    }

    /** Again and again, as what is about to be ended may start others. */
    private void end(Set<Long> ended) {
        long deadline = System.nanoTime() + LONGEST_ENDING_NANOS;
        Set<ProcessHandle> left = left();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left.forEach(stray -> {
                ended.add(stray.pid());
                stray.destroyForcibly();
            });
            LockSupport.parkNanos(PAUSE_NANOS);
            left = left();
        }
    }

    private Set<ProcessHandle> left() {
        Set<ProcessHandle> left = pipeHolders();
        left.addAll(descendants);
        environmentMark.ifPresent(mark ->
                MarkedProcesses.with(mark).forEach(pid -> ProcessHandle.of(pid).ifPresent(left::add)));
        left.removeIf(candidate ->
                !candidate.isAlive() || candidate.equals(process) || MarkedProcesses.isZombie(candidate.pid()));
        return left;
    }

    private Set<ProcessHandle> pipeHolders() {
        Set<ProcessHandle> holders = new HashSet<>();
        if (pipes.isEmpty()) {
            return holders;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path candidate : processes) {
                long pid = Long.parseLong(candidate.getFileName().toString());
                if (pid != ProcessHandle.current().pid() && holdsPipe(candidate.resolve("fd"))) {
                    ProcessHandle.of(pid).ifPresent(holders::add);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Not Linux: the tracked descendants are all that is known.
            return holders;
        }
        return holders;
    }

    private boolean holdsPipe(Path descriptors) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                if (link(descriptor).filter(pipes::contains).isPresent()) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another user's process, or one that has just ended: not a descendant of ours.
            return false;
        }
        return false;
    }

    private static Set<Path> pipes(long pid) {
        Set<Path> pipes = new HashSet<>();
        for (int descriptor : new int[] {STANDARD_OUT, STANDARD_ERROR}) {
            link(PROC.resolve(pid + "/fd/" + descriptor))
                    .filter(target -> target.toString().startsWith("pipe:"))
                    .ifPresent(pipes::add);
        }
        return pipes;
    }

    private static Optional<Path> link(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The whole command line; {@link ProcessHandle.Info} gives up on long ones. */
    private static String commandLine(ProcessHandle child) {
        try {
            return Files.readString(PROC.resolve(child.pid() + "/cmdline"));
        } catch (IOException e) {
            return child.info().commandLine().orElse("");
        }
    }
}
